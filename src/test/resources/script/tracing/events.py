"""The events of sys.settrace and sys.setprofile."""
import sys
def show(tag):
    def t(frame, event, arg):
        if event=='exception': arg=(arg[0].__name__,str(arg[1]))
        if event=='return' and hasattr(arg,'gi_frame'): arg='gen'
        print(tag, frame.f_code.co_name, frame.f_lineno-frame.f_code.co_firstlineno, event, arg)
        return t
    return t
def run(f,*a):
    print('---',f.__name__)
    sys.settrace(show('T'))
    try:
        f(*a)
    except Exception as e:
        sys.settrace(None); print('EXC',type(e).__name__,e)
    finally:
        sys.settrace(None)
def f1(x):
    y=x+1
    for i in range(3):
        if i==1:
            pass
        else:
            continue
    while y<5: y+=1
    try:
        1/0
    except ZeroDivisionError:
        y=2
    finally:
        y=3
    return y
def g(n):
    for i in range(n):
        yield i
    return 7
def f2():
    for v in g(2):
        pass
    x=yield_from()
    a=list(x)
    b=[c for c in a if c]
    return b
def yield_from():
    r=yield from g(2)
    yield r
def f3(): raise KeyError('x')
def f4():
    try:
        f3()
    except KeyError as e:
        pass
    def inner(z=1):
        nonlocal_ = e2
        return nonlocal_
    e2=4
    return inner()
def f5(c):
    match c:
        case 1:
            return 'one'
        case [a,b]:
            return a
        case _:
            pass
    if c and (c or
              c):
        c=(1,
           2)
    class K:
        x=1
        def m(self): return 2
    return K().m()
def f6():
    g1=g(3)
    next(g1)
    try: g1.throw(ValueError('in'))
    except ValueError: pass
    g2=g(1)
    g2.close()
    next(g2,None)
    i=0
    while True:
        i+=1
        if i>2: break
    assert i
    del i
run(f1,1); run(f2); run(f3); run(f4); run(f5,1); run(f5,[1,2]); run(f5,5); run(f6)
def bad(frame, event, arg):
    if event == 'line' and frame.f_lineno == f7.__code__.co_firstlineno + 3:
        raise RuntimeError('in trace')
    return bad
def f7():
    try:
        x = 1
        y = 2
    except RuntimeError as e:
        return 'caught'
sys.settrace(bad); print(f7(), sys.gettrace())
def f8():
    a=1
    sys._getframe().f_trace=show('F')
    sys.settrace(show('G'))
    b=2
    f3.__name__
    sys.settrace(None)
f8()
def f9(a):
    return a+1
def prof(frame,event,arg):
    print('P',frame.f_code.co_name,event,getattr(arg,'__name__',arg))
def f10():
    x=len([1]); 'a'.upper(); [].append(1); int('3'); f9(2)
    try: len(1)
    except TypeError: pass
    for q in g(1): pass
    sorted([3,1],key=lambda v:-v)
sys.setprofile(prof); f10(); sys.setprofile(None)
