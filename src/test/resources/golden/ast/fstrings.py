f''
f'a'
f'{a}'
f'a{b}c'
f'{a}{b}'
f'{{a}}{{{b}}}'
f'{a!r}{b!s}{c!a}'
f'{a:b}{a:}{a!r:b}'
f'{a:{b}}{a:{b}{c}}{a:x{b}y{c}z}'
f'{a:{b:{c}}}'
f'{a=}{a = }{a=!s}{a=:b}{a = !r:^{b}}'
f'{a + b}{a, b}{*a, b}{yield_}{(lambda: 1)}{a if b else c}'
f'{ {1: 2}[1] }{[a for a in b]}'
f'{a["b"]}{a['b']}{f'{f'{a}'}'}'
f'{a:%Y-%m-%d}{a:\n}{a:\x41}{a:\N{DIGIT ONE}x}'
rf'{a:\n}\n{b}' fr'\{a}'
f'\n{a}\t\N{DIGIT ONE}\x41'
f'''
{a
}
{
b  # comment
}'''
f'''{a
=}{b:
c}'''
f"""{'''a'''}{"b"}"""
'a' f'{b}' 'c' f'd' "e"
f'a' 'b'
'a' f'b'
f'{a!r}' 'b' f'{c}'
f'{a:=5}{a!=b}{a==b}{(a:=b)}{a<=b}'
f'{a}' \
    f'{b}'
F'{a}' Rf'{b}' fR'{c}' FR'{d}'
f'{x:{y!r:{z}}}'
f'{a:{{}}}'
f'{'#'}{"#" = }'
f'''{a = # comment
}'''
f'é{a}ü{b!r:€}'
