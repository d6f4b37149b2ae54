def unset(a):
    if a:
        b = 1
    print(b)
    del b
    print(b, a)
    for c in a:
        d = c
    return c, d, a


def cells(a, b, *args, c=1, **kw):
    x = a
    def inner():
        nonlocal x
        x = b
        return a, x, args, kw
    del b
    return inner, c


def borrowed(a, b, c):
    a, b = b, a
    a, b, c = c, b, a
    d = [a, b, *c]
    a = a
    e = f = a
    with a as g:
        pass
    d.append(a); d.append(b)
    x = f"{a}"
    from os import path
    yield from a
    return (a, b, c, d, e, f, g, x, path)


def comprehensions(a, x):
    b = [x for x in a if x]
    c = {x: y for x, y in a}
    d = {x for y in a for x in y}
    e = (x + z for z in a)
    f = [[y for y in x] for x in a]
    g = [lambda: x for x in a]
    return b, c, d, e, f, g, x


def many():
    v0=v1=v2=v3=v4=v5=v6=v7=v8=v9=v10=v11=v12=v13=v14=v15=v16=v17=v18=v19=v20=v21=v22=v23=v24=v25=v26=v27=v28=v29=v30=v31=v32=v33=0
    v34=v35=v36=v37=v38=v39=v40=v41=v42=v43=v44=v45=v46=v47=v48=v49=v50=v51=v52=v53=v54=v55=v56=v57=v58=v59=v60=v61=v62=v63=v64=v65=0
    if v64:
        v66 = v65
    del v65
    return v0, v15, v16, v63, v64, v65, v66
