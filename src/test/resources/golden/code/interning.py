import os.path
import a.b.c as d
from m import é, n as ñ

dotted = "os.path", "a.b.c", ("os.path",), ("a.b.c",)


def f(é=1, *, ñ=2):
    g(é=é, name=ñ)
    g(other_name=1)(é=2)
    return "é", "ñ", ("é", "name"), "other_name", "%s%%%s" % (é, ñ), "%%"


class Outer:
    """Qualified names."""

    text = "Outer.Inner", "Outer.method.<locals>.Local"

    class Inner:
        def method(self):
            return "Outer.Inner.method"

    def method(self):
        class Local:
            x = "Outer.method.<locals>.Local"

        return Local

    class Inner:
        pass

    __private = 1

    def use(self):
        return self.__private, "_Outer__private"


def cmp_to_key():
    class K:
        pass

    return K
