from cyclic.a import x
y=1
