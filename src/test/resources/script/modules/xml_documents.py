"""XML by pyexpat and what stands on it: trees, documents, events; what is wrong with a document, and where."""
import pyexpat
for t in ('<a>','','<a></b>','<a b="1" b="2"/>','<a>&x;</a>','<a/>x','<a><?xml version="1.0"?></a>','<a>]]></a>','<a b=1/>','<1/>','<a>&#0;</a>','<a><![CDATA[x</a>','x<a/>','<a b="<"/>','<a>\x01</a>','<a>&amp</a>','<a><!-- -- --></a>','<p:a/>','<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>', '<a b="&x;"/>', '<a', '<a>&', '<?xml version="1.0"', '<a b="1"c="2"/>', '<?xml foo?><a/>'):
    for ns in (None,' '):
        p=pyexpat.ParserCreate(None,ns)
        try: p.Parse(t,1); r='ok'
        except pyexpat.ExpatError as e: r=(str(e),e.code,e.lineno,e.offset)
        if ns is None or 'p:' in t: print(repr(t), r, p.ErrorByteIndex)
import xml.etree.ElementTree as ET
d='''<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE r [<!ENTITY e "ent<b>x</b>"><!ATTLIST r d CDATA "def" t NMTOKEN #IMPLIED>]>
<r xmlns:p="urn:p" a="1 &lt; 2&#10;" t="  x  y "><!-- c --><?pi data?>
 <p:k p:q="z">täxt &amp; &e; <![CDATA[<raw>]]></p:k><empty/></r>'''
r=ET.fromstring(d); print(ET.tostring(r)); print([ (e.tag,e.attrib,e.text,e.tail) for e in r.iter()])
import xml.dom.minidom as M
print(M.parseString(d).toprettyxml()[:600])
import xml.sax, io
class H(xml.sax.ContentHandler):
    def startElement(self,n,a): print('S',n,dict(a))
    def endElement(self,n): print('E',n)
    def characters(self,c): print('C',repr(c))
xml.sax.parseString(d,H())
for ev,e in ET.iterparse(io.BytesIO(d.encode()),('start','end','start-ns')): print(ev, getattr(e,'tag',e))
p=ET.XMLPullParser(('end',)); 
for i in range(0,len(d),7): p.feed(d[i:i+7])
print([e.tag for _,e in p.read_events()])
import plistlib; print(plistlib.loads(plistlib.dumps({'a':[1,2.5,True,b'x',{'k':'v'}]})))
try: ET.fromstring('<a><b></a>')
except ET.ParseError as e: print(e, e.position, e.code)
u='<?xml version="1.0" encoding="iso-8859-15"?><a>\u20ac</a>'.encode('iso-8859-15'); print(ET.fromstring(u).text)
print(ET.fromstring('<a>\u00e9</a>'.encode('utf-16')).text)
