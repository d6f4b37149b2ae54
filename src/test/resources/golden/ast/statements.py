"""Doc string."""
pass
pass;
pass; pass
pass; pass;
a = b
a = b = c
a, b = c, = d
(a) = (b)
[a, (b, c), *d] = e
*a, = b
a.b = a[b] = a().b = a()[b]
(a.b), (a[b]) = c
() = []
[] = ()
a += b; a -= b; a *= b; a @= b; a /= b; a %= b; a &= b; a |= b; a ^= b; a <<= b; a >>= b; a **= b; a //= b
a.b += c
a[b] += yield
(a) += b, c
a: b
a: b = c
(a): b
(a): b = c
a.b: c
a[b]: c = *d, e
(a.b): c = yield
del a
del a, b.c, d[e],
del (a), (b, c), [d, (e.f)]
del (), []
assert a
assert a, b
raise
raise a
raise a from b
global a
global a, b
import a
import a.b.c as d, e, f as g
from a import b
from .a.b import c as d, e
from . import a
from ... import a
from ....a import (b, c as d,)
from a import *

type A = b
type A[B, *C, **D] = e
type type = type
type match[case] = _
type = type
def f():
    return
    return a
    return a, *b
    yield
    yield a
    yield from a
    nonlocal g, h
    global i
while a:
    break
    continue
