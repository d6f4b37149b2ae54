"""Values in C layout: numbers, structures, unions, arrays, pointers, strings."""
from ctypes import *
import ctypes
print(sizeof(c_long), sizeof(c_char_p), c_int(5), c_long(2 ** 70 + 3).value, c_ubyte(-1).value, c_double(3), c_bool(7), c_char(b'x'), c_wchar('ä'))

class P(Structure):
    _fields_ = [('x', c_int), ('y', c_double), ('n', c_char * 8)]
p = P(1, 2.5, b'abc')
print(p.x, p.y, p.n, sizeof(P), P.x, P.y.offset, P.n.size, alignment(P))

class B(Structure):
    _fields_ = [('a', c_uint, 3), ('b', c_int, 5), ('c', c_ushort)]
b = B(7, -3, 9)
print(b.a, b.b, b.c, sizeof(B), B.b, bytes(b))

class U(Union):
    _fields_ = [('i', c_uint32), ('f', c_float), ('b', c_ubyte * 4)]
u = U(f=1.0)
print(hex(u.i), list(u.b), sizeof(U))
q = pointer(p)
q.contents.x = 42
print(p.x, q[0].x, bool(q), bool(POINTER(P)()))
a = (c_int * 4)(1, 2, 3)
print(list(a), a[1:3], len(a), sizeof(a), a[-1])
s = create_string_buffer(b'hello', 10)
print(s.value, s.raw, sizeof(s))
memmove(s, b'HE', 2)
print(s.value, string_at(s, 3))
w = create_unicode_buffer('wide')
print(w.value, len(w))
cp = c_char_p(b'text')
print(cp.value, c_char_p(None).value)
f = CFUNCTYPE(c_int, c_int, c_int)(lambda x, y: x + y)
print(f(2, 3))
print(cast(pointer(c_int(16909060)), POINTER(c_ubyte))[0])

class E(BigEndianStructure):
    _fields_ = [('h', c_uint16), ('i', c_uint32)]
print(bytes(E(1, 2)), sizeof(E))

class L(Structure):
    pass
L._fields_ = [('v', c_int), ('next', POINTER(L))]
l = L(1, pointer(L(2, None)))
print(l.next.contents.v, bool(l.next.contents.next))
print(P.from_buffer_copy(bytes(p)).n, (c_short * 3).from_buffer(bytearray(b'\x01\x00\x02\x00\x03\x00'))[2])
for bad in (lambda: c_int('x'), lambda: a[9], lambda: P(1, 2, b'', 4), lambda: POINTER(c_int)().contents, lambda: c_char(b'ab'), lambda: (c_int * 2)(1, 2, 3), lambda: sizeof(3)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e)[:60])

class AN(Structure):
    _anonymous_ = ['u']
    _fields_ = [('k', c_int), ('u', U)]
n = AN(k=1)
n.f = 1.0
print(hex(n.i), n.u.b[3])
print(py_object([1]).value, c_void_p(5), c_int.__mul__(3).__name__, POINTER(c_int).__name__)

class PK(Structure):
    _pack_ = 1
    _layout_ = 'ms'
    _fields_ = [('a', c_char), ('b', c_int)]
print(sizeof(PK), P.__name__)
