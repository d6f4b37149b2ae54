import cyclic.a
