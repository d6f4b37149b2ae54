x = (1 +
     a)

y = f(a,
      b
      )(c)


def long_line(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, ccc): return aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa(bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, ccc)


@decorator
@other(1,
       2)
class C(Base,
        metaclass=M):

    pass




def gap(é, ü): return é.ü[é
    ], "€€€€".ü(é
    )


pass; pass
if x: pass
