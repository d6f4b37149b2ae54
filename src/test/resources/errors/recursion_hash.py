class A:
    def __hash__(self): return hash(self)
try: hash(A())
except RecursionError as e: print('RecursionError')
t=()
for i in range(100000): t=(t,)
try: print(hash(t) and 1)
except RecursionError as e: print('RecursionError in hash')
