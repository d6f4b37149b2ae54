import warnings
warnings.warn('careful')
def f(): warnings.warn('dep', DeprecationWarning, stacklevel=2)
f()
x = 1 is 1
'\d'
