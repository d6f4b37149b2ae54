a or b and not c or d
not not a
a if b else c if d else e
lambda: 0
lambda a, b=1, /, c=2, *d, e, f=3, **g: a
lambda *, a: a
lambda *a, **b: (yield)
a < b <= c == d != e > f >= g is h is not i in j not in k
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** ~c
+-~a
(a + b) * (c)
await_ = a ** b
a.b.c(d)(e)[f].g
a[b], a[b:c], a[b:c:d], a[:], a[::], a[::b], a[b:], a[:b]
a[b, c], a[b,], a[*b], a[b, *c], a[b:c, d:e], a[b := c]
f(), f(a), f(a,), f(*a), f(**a), f(a, *b, c, d=e, *f, g=h, **i, j=k, **l)
f(a for a in b), f(a := b), f(a, b := c), f((a for a in b), c)
(), (a), (a,), (a, b), (a, *b), (*a,), (*a, *b)
[], [a], [a,], [a, *b], [*a]
{}, {a: b}, {a: b,}, {**a}, {a: b, **c, d: e}, {a}, {a,}, {a, *b}, {*a}
[a for b in c], [a for b in c if d if e], [a for b, in c for d, *e in f], [(a, b) for a.b in c for a[b] in d]
{a for b in c}, {a: b for c in d}, (a for b in c), {**{a: b for c in d}}
[a if b else c for d in e if f or g]
[(yield), (yield a), (yield a, b), (yield from a), (yield *a, b)]
None, True, False, ..., Ellipsis
(a := b), [a := b], {a := b}, [a := b for c in d], (a := b for c in d)
a, b
*a, b
(a)(b)
((a))
(yield)
x = yield
x = yield y, z
x = *a, b
print(
    a,  # comment
    b
)
a.\
    b.\
    c
match.case.type._
match, case, type, _ = match(case), match[case], match * case, -match
print(match)
type(x)
not(a)
async def f():
    await a
    await a.b ** c
    [a async for b in c]
    {a: b async for c in d if await e}
    (a async for b in c for d in e)
    return await a, await b
