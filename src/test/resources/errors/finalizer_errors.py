import gc
class A:
    def __del__(self): raise ValueError('in del')
A(); gc.collect()
class B:
    def __del__(self): print('del at exit')
b=B()
print('end')
