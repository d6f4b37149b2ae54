"""doc"""


def f(x):
    """doc"""
    assert x
    return __debug__
