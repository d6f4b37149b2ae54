a + b - c * d / e // f % g @ h ** i
a & b | c ^ ~d << e >> f
a < b > c <= d >= e == f != g
a = b += c -= d *= e /= f //= g %= h @= i **= j
k &= l |= m ^= n <<= o >>= p
(q)[r]{s}, t: u; v.w ... := -> ! $ ? `
x..y ...z
if not None or True and False is in
async await match case type _ print
a<b>c<=-d>=+e
