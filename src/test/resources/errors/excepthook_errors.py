import sys
def h(*a): raise KeyError('hook')
sys.excepthook=h
1/0
