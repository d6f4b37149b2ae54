def f(a, i):
    return a[1:2], a[1000:2000], a[1000:2000], a["abc":"abc"], a[:], a[i:], a[:i], a[1:i], a[::2], a[1:2, 3:4], a[1:2][3:4]


def g(a):
    a[1000:] = a[:-1000]
    del a[1:2]
    a[1:2] += 1000
    try:
        pass
    finally:
        a[5000:6000]
    return a[None:None], a[True:False], a[1.5:"é"]
