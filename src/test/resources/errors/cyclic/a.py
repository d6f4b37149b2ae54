from cyclic.b import y
x=1
