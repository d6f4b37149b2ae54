match a:
    case 1: pass
    case -1: pass
    case 1.5 | -2j | 1 + 2j | -1 - 2j: pass
    case "a" "b": pass
    case b"a": pass
    case f"a": pass
    case None | True | False: pass
    case a: pass
    case _: pass
    case a.b.c: pass
    case (a): pass
    case (a, b): pass
    case (a,): pass
    case (): pass
    case []: pass
    case [a, *b, c]: pass
    case [*_]: pass
    case [a,]: pass
    case (a, *_): pass
    case a, b: pass
    case a,: pass
    case *a, b: pass
    case {}: pass
    case {"a": b}: pass
    case {1: a, -1: b, 1 + 2j: c, None: d, e.f: g, "h" "i": j, **k}: pass
    case {**a}: pass
    case {**a,}: pass
    case {"a": b,}: pass
    case A(): pass
    case A(a, b): pass
    case A(a,): pass
    case A(a=b, c=d): pass
    case A(a, b=c,): pass
    case a.B(c, d=[e, {"f": g}]): pass
    case a as b: pass
    case (a | b) as c: pass
    case [a as b, c] as d: pass
    case 1 | 2 as a if b: pass
    case a if (b := c): pass
    case match: pass
    case case: pass
    case type(type=_): pass
match a, b: 
    case c: pass
match *a, b:
    case c: pass
match a,:
    case c: pass
match (a):
    case b:
        match c:
            case d: pass
match (a, b):
    case c: pass
match [a]:
    case b: pass
match {a: b}:
    case c: pass
match -a:
    case b: pass
match not a:
    case b: pass
match a := b:
    case c: pass
match match:
    case case: pass
match = 1
match: int = 2
match[a]: int
match.a = 1
match(a)
match(a, b)
match -a
match * a
match, a
match or a
case = 1
