import unicodedata as u, hashlib
h=hashlib.md5()
for c in list(range(0,0x3500))+list(range(0xa000,0x11000))+list(range(0x1d000,0x1f900))+[0xe0001,0x10ffff]:
    ch=chr(c)
    h.update(repr((u.category(ch),u.bidirectional(ch),u.combining(ch),u.east_asian_width(ch),u.mirrored(ch),u.decomposition(ch),u.decimal(ch,None),u.digit(ch,None),u.numeric(ch,None),u.name(ch,None))).encode())
    for f in ('NFC','NFD','NFKC','NFKD'):
        h.update(u.normalize(f,ch+'\u0301').encode('utf8','surrogatepass'))
print(h.hexdigest(), u.lookup('LATIN SMALL LETTER E WITH ACUTE'), u.ucd_3_2_0.unidata_version, u.ucd_3_2_0.category('\u0221'), u.ucd_3_2_0.name('\u0221',None))
print('münchen.de'.encode('idna'), '\N{NBSP}'.encode('ascii','namereplace'), 'ß€'.encode('ascii','namereplace'))
