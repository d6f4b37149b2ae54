from itertools import *
for r in range(4):
  for s in ('','a','ab'):
    for f in (combinations,permutations,combinations_with_replacement):
        try: print(f.__name__,s,r,list(f(s,r)))
        except SystemError as e: print(f,s,r,e)
