import os


def f(a, b=1, *args, c=2, **kw):
    """Closures, loops, handlers, comprehensions."""
    x = a + b if a is not None else -b
    def inner(y):
        nonlocal x
        x += y
        return [z * x for z in y if z in (1, 2)]
    for i in range(10):
        try:
            with open(a) as g:
                g.write(f"{i!r:>{b}}")
        except (OSError, ValueError) as e:
            print(e, kw["k"], *args, sep="")
            continue
        finally:
            a.b.c(i)[1:2] = inner
        while i < 5 and not x == 3:
            del i
    return {k: v for k, v in kw.items()}, {1, x}, os.path


class C(object):
    async def m(self):
        async for x in self:
            await x
            yield super().m, x
