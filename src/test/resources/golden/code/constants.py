# Each value once for the cache, again for the references.
a = 1000, 1000, -5, -6, 256, 257, 1.5, 1.5, 0.0, -0.0, 1j, -1j, True, None, ...
b = "a b", "a b", "name", "name", "é", "é", "€", "x", "", b"", b"x", b"xy", b"xy"
c = (1000, 2000), (1000, 2000), (1, (2, (3000,))), ()
d = 2**63, 2**63 - 1, -2**63, 10**30, 0xFFFF_FFFF_FFFF
e = 1, 1.0, True, 1 + 0j
f = "\ud800", "\udc00", "\ud83d" "\ude00", "\U0001F600"


def g(x=(1000, 2000), *, y="a b"):
    """A doc string."""
    return "a b", (1000, 2000), 2**63


def h():
    return 1000, "long " * 60, b"\xff" * 3
