'' "" '''''' """"""
'a' "b" '''c''' """d"""
u'a' U"b" u'a' 'b'
'a' u'b'
b'a' B"b" br'\n' Rb"\n" b'''c
d'''
r'\d' R"\d"
'a' \
    'b'
('a'
 'b')
'\a\b\f\n\r\t\v\\\'\"\
'
'\0\12\377\x41\u00e9\U0001f600\N{GREEK SMALL LETTER ALPHA}\N{latin small letter a}\N{LF}'
'\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAG}\N{DIGIT ONE}'
b'\a\0\12\377\x41\
'
'é' 'ü€😀' '\é'
'\ud83d\ude00'
'\ud83d' '\ude00'
'\ude00\ud83d'
"it's" 'say "x"' 'it\'s "x"'
'''
multi
  line
'''
'\x7f\x80\xa0\xad\u200b\u2028\ue000\U000e0001'
