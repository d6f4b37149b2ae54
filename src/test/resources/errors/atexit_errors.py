import atexit,sys
def bad(): raise ValueError('in atexit')
def ex(): sys.exit(7)
atexit.register(print,'last')
atexit.register(bad)
atexit.register(ex)
print('main')
