"""Streams of bz2 and lzma, in one piece and in parts, and what is wrong with settings of filters."""
import _lzma
import bz2
import io
import lzma
for n in dir(_lzma):
    v=getattr(_lzma,n)
    if isinstance(v,int): print(n, hex(v))
print(_lzma._encode_filter_properties({'id':_lzma.FILTER_LZMA1,'preset':6}), _lzma._decode_filter_properties(_lzma.FILTER_LZMA1, b'\x5d\0\0\x80\0'), _lzma._encode_filter_properties({'id':_lzma.FILTER_LZMA2,'dict_size':1<<20}),_lzma._decode_filter_properties(_lzma.FILTER_LZMA2, b'\x14'))
for f in ({}, {'id':99}, {'id':33,'foo':1}, {'id':33,'preset':99}, 5, [{'id':33}]*6, [], [{'id':_lzma.FILTER_LZMA1}]):
    for fmt in (1,2,3):
        try: _lzma.LZMACompressor(fmt, filters=f); print(f, fmt, 'ok')
        except Exception as e: print(f, fmt, type(e).__name__, e)
for a in (dict(format=7), dict(format=3), dict(format=2, check=4), dict(preset=10), dict(preset=3, filters=[]), dict(check=99), dict(check=15)):
    try: _lzma.LZMACompressor(**a); print(a,'ok')
    except Exception as e: print(a, type(e).__name__, e)
for a in (dict(format=7), dict(format=3), dict(format=1, filters=[{'id':33}]), dict(format=3,memlimit=5, filters=[{'id':33}]), dict(memlimit=5)):
    try: d=_lzma.LZMADecompressor(**a); print(a,'ok', d.check); print(d.decompress(b'\xfd7zXZ\x00\x00\x04\xe6\xd6\xb4F'))
    except Exception as e: print(a, type(e).__name__, e)
for b in (b'abcdefghijklmnopq'*3, b'\xfd7zXZ\x00\x00\x04\xe6\xd6\xb4G', b'\xfd7zXZ\x00\x00\x05\xe6\xd6\xb4G'):
    try: d=_lzma.LZMADecompressor(); print(d.decompress(b), d.check)
    except Exception as e: print(type(e).__name__, e)
print([_lzma.is_check_supported(i) for i in range(16)])
try: _lzma.is_check_supported(16)
except Exception as e: print(e)

text = b"some text, again and again " * 500
for pack in (bz2, lzma):
    packed = pack.compress(text)
    one, two = pack.decompress(packed), pack.decompress(packed + pack.compress(b"more"))
    print(one == text, two == text + b"more")
    steps = pack.BZ2Decompressor() if pack is bz2 else pack.LZMADecompressor()
    out = b"".join(steps.decompress(packed[i:i + 1]) for i in range(len(packed)))
    print(out == text, steps.eof, steps.unused_data, steps.needs_input)
    part = (pack.BZ2Decompressor() if pack is bz2 else pack.LZMADecompressor())
    print(len(part.decompress(packed + b"rest", max_length=100)), part.needs_input, part.eof)
    print(len(part.decompress(b"")), part.eof, part.unused_data)
    try:
        pack.decompress(packed[:-3])
    except (EOFError, ValueError, pack.LZMAError if pack is lzma else OSError) as e:
        print(type(e).__name__, e)
    with pack.open(io.BytesIO(packed), "rt") as lines:
        print(lines.read(9))
