class A:
    def __format__(self, s): return format(self, s)
    def __str__(self): return str(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __contains__(self, x): return x in self
    def __add__(self, o): return self + o
    def __call__(self): return self()
    def __int__(self): return int(self)
    def __index__(self): return [1][self]
    def __enter__(self):
        with self: pass
    def __exit__(self,*a): pass
    def __getitem__(self, i): return self[i]
    def __del__(self): pass
a=A()
for f in (lambda: f'{a}', lambda: str(a), lambda: len(a), lambda: bool(a), lambda: list(a), lambda: 1 in a, lambda: a+1, lambda: a(), lambda: int(a), lambda: [1][a], lambda: a.__enter__(), lambda: a[0]):
    try: f(); print('none')
    except RecursionError as e: print('RecursionError')
