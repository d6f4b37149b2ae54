import codecs,pickle
s='aé€😀\n\\+-~'
for e in ('utf-7','utf-16','utf-16-le','utf-16-be','utf-32','utf-32-le','utf-32-be','unicode_escape','raw_unicode_escape','utf-8-sig','punycode','idna'):
    try:
        b=s.encode(e); print(e,b,b.decode(e)==s)
    except Exception as x: print(e,repr(x))
for e in ('cp1252','iso8859-15','koi8-r','mac-roman','cp437'):
    for h in ('replace','ignore','backslashreplace','xmlcharrefreplace','strict'):
        try: print(e,h,s.encode(e,h))
        except Exception as x: print(repr(x))
for b,e in ((b'\x00\xd8','utf-16-le'),(b'\x00\xd8\x41\x00','utf-16-le'),(b'\x00\xdc','utf-16-le'),(b'a','utf-16'),(b'\x00\x00\x11\x00','utf-32-le'),(b'\\x4','unicode_escape'),(b'\\u12','unicode_escape'),(b'\\U00110000','unicode_escape'),(b'+AB','utf-7'),(b'\xff','utf-7'),(b'\x81','cp1252')):
    for h in ('strict','replace','ignore'):
        try: print(e,b.decode(e,h))
        except Exception as x: print(repr(x))
print(pickle.loads(pickle.dumps([s,b'x',1.5,{'a':(1,2)}],0)))
print(codecs.escape_decode(rb'\x41\101\n\q'))
print(ascii(b'\x00\xd8'.decode('utf-16-le','surrogatepass')), '\ud800'.encode('utf-16-le','surrogatepass'))
