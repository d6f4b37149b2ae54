import zlib,gzip
d=b'hello world '*1000+bytes(range(256))
for w in (15,-15,31,9,-9,25):
    c=zlib.compress(d,6,w); print(len(c)<2000, zlib.decompress(c,w)==d)
    o=zlib.decompressobj(w); r=b''
    for i in range(0,len(c),7): r+=o.decompress(c[i:i+7])
    r+=o.flush(); print(r==d,o.eof,o.unused_data)
o=zlib.decompressobj(47); print(o.decompress(zlib.compress(d)+b'xx',5), len(o.unconsumed_tail)>0, o.decompress(o.unconsumed_tail)[:3], o.unused_data)
co=zlib.compressobj(); x=co.compress(d)+co.flush(zlib.Z_SYNC_FLUSH)+co.compress(d)+co.flush(); print(zlib.decompress(x)==d+d)
print(gzip.decompress(gzip.compress(d))==d, zlib.crc32(b'abc',5), zlib.adler32(b'abc',5))
for bad in (b'abc',zlib.compress(d)[:-1]):
    for w in (15,31,-15):
        try: zlib.decompress(bad,w)
        except zlib.error as e: print(e)
