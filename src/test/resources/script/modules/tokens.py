import tokenize,io,sys
src='''# c1
import os  # c2

def f(a, b=1):
    """doc
    more"""
    if a:

        # in
        return f"x{a!r:>{b}} {{}}" + \\
            'é' + (1,
              # q
              2)
  # odd comment
x = [1,
2] ; y<=3
async def g(): pass'''
for t in tokenize.generate_tokens(io.StringIO(src).readline): print(tuple(t))
for t in tokenize.tokenize(io.BytesIO((src+'\n').encode()).readline): print(tuple(t))
for bad in ('(1,\n','"""abc','  x\n y\n','x = "abc\n','a\\b\n'):
    try: list(tokenize.generate_tokens(io.StringIO(bad).readline)); print('ok')
    except Exception as e: print(type(e).__name__,e)
import inspect
print(inspect.signature(int.from_bytes), inspect.signature(len))
