"""A session of the debugger, which a program enters by breakpoint()."""
import io
import sys


def f(x):
    y = x + 1
    breakpoint()
    z = y * 2
    return z


sys.stdin = io.StringIO("p y\nn\np z\ns\nc\np x\nc\n")
for i in range(2):
    print(f(i))
print("done")
