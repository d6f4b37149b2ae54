def f(): pass
def f(a): pass
def f(a, b=c, *d, e, f=g, **h) -> i: pass
def f(a, /): pass
def f(a, /, b): pass
def f(a=1, /, b=2): pass
def f(a, b=1, /, *, c, d=2): pass
def f(*, a): pass
def f(*, a=b, c,): pass
def f(*a): pass
def f(*a,): pass
def f(**a): pass
def f(**a,): pass
def f(a: b, c: d = e, *f: g, h: i = j, **k: l) -> m: pass
def f(*a: *b): pass
def f(a,
      b,  # comment
      ): pass
@a
def f(): pass
@a.b
@c(d)
@e[f]
@(g, h)
@i := j
async def f(a, b): await c
@a
class A: pass
class A(): pass
class A(B, *C, d=e, **f): pass
class A(B,):
    """Doc."""
    a = b

    def f(self):
        return self

    class C: ...
def f[T](): pass
def f[T: a, *U, **V](a: T) -> U: pass
def f[T = a, *U = b, **V = c](): pass
def f[T: (a, b) = c, *U = *d,](): pass
class A[T]: pass
class A[T: a = b](B[T]): pass
async def f[T](): pass
type A[T = a, *U = *b, **V = c] = d
