import typing

x: int = 1
y: "str"
if x:
    z: list[int]


class C[T: int, *Ts, **P]:
    a: T
    b: typing.ClassVar[int] = 1

    def m(self, q: T, *args: *Ts) -> "C[T]":
        local: int = 1
        return local


type Alias[U = int] = list[U]


def generic[V: (int, str)](v: V, *, w: int = 0) -> V:
    return v


def plain(a: int, b: str = "x") -> None: ...
