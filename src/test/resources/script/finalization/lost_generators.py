"""Generators and coroutines that nobody holds any more, after a collection."""
import gc as collector
import sys
import warnings


left = []


def collect():
    """More than once, as a collector may need a second look."""
    for i in range(3):
        collector.collect()


def lost():
    try:
        yield 1
    finally:
        left.append("generator")


def inner():
    try:
        yield 1
    finally:
        left.append("inner")


def outer():
    try:
        yield from inner()
    finally:
        left.append("outer")


class Context:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        left.append("exit " + args[0].__name__)


def managed():
    with Context():
        yield 1


for f in (lost, outer, managed):
    g = f()
    next(g)
    del g
collect()
print(sorted(left))

finished = lost()
print(list(finished))
del finished
collect()


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("no")


caught = []
sys.unraisablehook = lambda u: caught.append((u.exc_type.__name__, str(u.exc_value), u.err_msg.split(" <")[0]))
g = stubborn()
next(g)
del g
collect()
print(caught)


async def coroutine():
    pass


with warnings.catch_warnings(record=True) as all_warnings:
    warnings.simplefilter("always")
    coroutine()
    collect()
    c = coroutine()
    try:
        c.send(None)
    except StopIteration:
        pass
    del c
    collect()
    print([str(w.message) for w in all_warnings])


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        left.append("asynchronous generator")


seen = []
sys.set_asyncgen_hooks(finalizer=lambda a: seen.append(a.__name__))
a = numbers()
try:
    a.asend(None).send(None)
except StopIteration as e:
    print(e.value)
del a
collect()
print(seen)

sys.set_coroutine_origin_tracking_depth(1)


def make():
    return coroutine()


c = make()
print(c.cr_origin[0][2], len(c.cr_origin))
c.close()
