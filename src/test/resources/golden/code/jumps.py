def conditions(a, b, c):
    if a and b or c:
        return 1
    elif not a and (b or not c):
        x = 1
    else:
        x = a < b < c
    while a or b:
        if c:
            continue
        if a is None:
            break
        a = b if c is not None else a
    else:
        x = 2
    return x if a and b else (a and b) or c


def nested(a):
    for i in a:
        for j in i:
            if i and j:
                continue
            if j is None:
                break
            for k in j:
                if not k:
                    return k
        else:
            continue
        while True:
            if a(i):
                break
    assert a, "no"
    assert a is not None


def boolean(a, b):
    x = a and b and a
    y = (a or b) and not a
    z = not (not a)
    return bool(x == y), not x == y, not x in z, not x is y, (x if not y else z)


def long_jump(a):
    while a:
        a.b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h).b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h)
        if a.x:
            a.b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h).b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h)
            a.b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h).b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h)
            continue
        a.b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h).b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h)
        a.b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h).b(1, 2, 3).c(4, 5, 6).d(a, b=1).e[a:a](a.f, a.g, a.h)
