# Replacement fields of f-strings, whose places differ between versions.
def plain(a, b, width):
    x = f'{a}{b!r:>{width}}' f"{a + b:.2f}" 'text' f'''{ a =}'''
    y = f"{a=!s:^{width}} {{b}} \N{DIGIT ONE}\x41{b}" + rf'\d{a}\n'
    return x, y, f'', f'only text', u'u' f'{a}'


def lines(a, b):
    x = f'''first
{a}
  {b} {
a
} {a +
  b} {f"{b}" f'{a}'}
'''
    return (
        'begins '
        f'{a} then '
        f'{b:{a}{b}}' f'''
        {a if b else (a,
           b)}'''
    )


def inner(a, b):
    return f'{f"{a}:{b}"}' + f"{[c for c in a if c < b]}{(lambda: b)()}{ {a: b}[a] }", (
        f'''{a + """x
y""" + b}''')


def many(a):
    return f'{a}1{a}2{a}3{a}4{a}5{a}6{a}7{a}8{a}9{a}10{a}11{a}12{a}13{a}14{a}15{a}16{a}17'
