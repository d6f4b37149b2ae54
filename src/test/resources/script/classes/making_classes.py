"""Classes made and changed in unusual ways, and custom builtins."""
import types
import warnings
from collections import OrderedDict


def tell(what, f):
    try:
        print(what, f())
    except BaseException as e:
        print(what, type(e).__name__, e)


class B:
    pass


class I(int):
    pass


tell("weakref twice", lambda: type("x", (B,), {"__slots__": "__weakref__"}))
tell("dict twice", lambda: type("x", (B,), {"__slots__": "__dict__"}))
tell("no name", lambda: type("x", (), {"__slots__": ""}))
tell("bytes", lambda: type("x", (), {"__slots__": b"x"}))
tell("variable part", lambda: type("x", (I,), {"__slots__": "x"}))
tell("surrogate", lambda: type("A\udcdcB", (), {}))
tell("surrogate in doc", lambda: type("A", (), {"__doc__": "x\udcdcy"}))

od = OrderedDict([("a", 1), ("b", 2)])
od.move_to_end("a")
print(list(type("C", (), od).__dict__)[:2])

A = type("A", (), {"__firstlineno__": 42})
A.__module__ = "elsewhere"
print("__firstlineno__" in A.__dict__)

for name in ("__name__", "__module__", "__bases__", "__doc__", "__qualname__", "__type_params__"):
    tell("del " + name, lambda: delattr(A, name))


class S:
    __slots__ = "a"


tell("unset", lambda: S().a)
tell("del unset", lambda: delattr(S(), "a"))
tell("other object", lambda: S.a.__get__(1))
tell("read only", lambda: setattr(1j, "real", 1))
tell("not writable", lambda: setattr(1, "real", 1))
print(type(complex.real), type(float.real), type(S.a), complex.real, float.real)


class M(type):
    def mro(cls):
        print("mro", cls.__mro__)
        return type.mro(cls)


class C(metaclass=M):
    pass


class D(C):
    pass


def cycle():
    C.__bases__ = (D,)


tell("cycle", cycle)


class Q:
    def __init__(self):
        self.a = 1

    __dict__ = property(lambda self: {"own": 2})


print(vars(Q()))


class X(dict):
    __setattr__ = dict.__setitem__
    __neg__ = dict.copy


x = X()
x.y = 42
print(x, -x)


class Three(int):
    def __rpow__(self, other, mod=None):
        return ("rpow", int(other), int(self), mod)


print(pow(2, Three(3), 5), pow(Three(2), 3, 5))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    type("Odd", (), {1: 2})
    print([str(w.message) for w in caught])

print(eval("superglobal", {"__builtins__": types.MappingProxyType({"superglobal": 1})}))
tell("no import", lambda: exec("import foo", {"__builtins__": types.MappingProxyType({})}))
tell("no class", lambda: exec("class A: pass", {"__builtins__": {}}))
tell("no mapping", lambda: exec("print", {"__builtins__": 123}))
tell("no iter", lambda: eval("x.__reduce__()", {"__builtins__": {}, "x": iter([])}))
print(hash("spam") == hash(b"spam"), sum([0.1] * 10 + [2j]), sum([2j, 1.0, 10**16, 1, -(10**16)]))
print(all(i for i in (1, 2)), any(i for i in (0, 0)))

array = bytearray(b",")


def clearing():
    array.clear()
    yield b"A"


tell("join", lambda: array.join(clearing()))
tell("type of bytes", lambda: bytes(type("T", (str,), {"__bytes__": lambda s: b"!"})("x")))
tell("no bytes", lambda: bytes(type("T", (bytes,), {"__bytes__": None})(b"x")))
it = iter(b"abc")
next(it)
print(it.__reduce__())
b = bytearray(b"abcdef")
b.resize(2)
b.resize(4)
print(b)
