import cyclic_one
