import sys
def t(f):
    try: f()
    except Exception: sys.excepthook(*sys.exc_info())
class A:
    attribute=1
    def meth(self): return foo
    foo=1
def f1(): colection=1; return colecton
def f2(): A().atribute
def f3(): import collectons
def f4(): from suggestions import lats
def f5(): A().meth()
def f6(): pritn(1)
def f7(): return sys.pth
def f8(): time.sleep(1)
def f9(): import tmie
def f10(): [].apend(1)
def f11(): f(nane=1)
def f(name): pass
def f12():
    from os.pth import x
if __name__ == '__main__':
  for g in (f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12): t(g)
def late():
    raise AttributeError('x', name='foo', obj=1)
if __name__ == '__main__':
  late()
