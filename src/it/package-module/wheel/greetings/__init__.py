from .words import HELLO


def hello(name):
    return f"{HELLO}, {name}"
