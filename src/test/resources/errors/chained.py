class E(Exception):
    def __str__(self): raise ValueError
try:
    try: 1/0
    except ZeroDivisionError: raise E
except E as e:
    try: raise RuntimeError('multi\nline') from None
    except RuntimeError as r:
        r.__notes__=['n1','n2\nn3',3]
        raise E(1) from r
