# Statements whose artificial instructions have no place of their own.
import os.path as p, sys
from . import a as b


class C(p.join, metaclass=sys):
    """doc"""
    x: int = 1
    y: 'z'

    def method(self, k=1, *, m=2) -> None:
        super().method(k, m=m)
        self.x.y[k:m] += k
        self.x \
            .z += m
        self.x[k] -= m
        return [i for i in k
                if i < m if not i
                if (i if m > k else k)]


async def tasks(a, b):
    async with a as x, b:
        if x:
            y = 1
    async with a(
        b
    ) as x:
        for x in b: pass
    async with a:
        while x < b: x += 1
    async with a:
        return
    async for x in b:
        if x: continue
        break
    else:
        x()
    yield [c async for c in a if c < b], {c: d async for c in a for d in c}
    await a


def ways_out(a, b):
    for x in a:
        try:
            with a as b, b:
                if b: continue
                if a: break
                return x
        finally:
            a()
    while a and b or x and a < b < x:
        try:
            a()
        except (A, B) as e:
            if e: continue
        except C:
            break
        else:
            b()
        finally:
            if a:
                return
    assert a < b, x
    assert a, b if a > b else x
    try:
        a()
    except* A as e:
        a()
    except* B:
        b()


def matched(a):
    match a:
        case [b, [c, *_, d], {'k': e, **f}] if b < c:
            a = 1
        case C(x=(1 | 2) as g, y=_) | C(g, 2):
            a = 2
        case [*_, 0, None] | {}:
            pass
        case _:
            a = 3
