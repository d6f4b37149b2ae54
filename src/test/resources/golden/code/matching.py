def f(a):
    match a:
        case 1 | 2:
            return 1
        case "x" if a:
            return 2
        case [x, *rest, y]:
            return x, rest, y
        case {"k": v, **others}:
            return v, others
        case Point(x=0, y=y) as p:
            return y, p
        case Point(1, z):
            return z
        case None | True:
            pass
        case [[a, b], ([c] | [_, c])]:
            return a, b, c
        case m.n:
            return 3
        case _:
            return 4
