import cyclic_two
cyclic_two.f()
a=1
