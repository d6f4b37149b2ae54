import cyclic_one
def f(): return cyclic_one.a
