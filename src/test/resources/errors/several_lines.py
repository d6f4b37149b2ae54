def f(x):
    assert (x.real
            == 3), 'bad'
f(1)
