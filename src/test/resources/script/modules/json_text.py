import json
d={'a':[1,2.5,None,True,"é\n\"😀",{}],'b':{'c':[],'x':-1e300},'1':1}
for kw in ({},{'indent':2},{'ensure_ascii':False},{'sort_keys':True,'separators':(',',':')},{'indent':'\t','sort_keys':True}):
    s=json.dumps(d,**kw); print(s, json.loads(s)==d)
print(json.dumps({1:2,None:3,True:4,1.5:6}))
for bad in ('{"a":1,}','[1,]','{"a" 1}','"abc','[1 2]','nul','{"a":','"\\x"','"\\u12"','\n\n[1,\n2,,]','"\t"','1.','-','{1:2}'):
    try: print(json.loads(bad))
    except Exception as e: print(repr(e))
for bad in (object(),[1,{2:{1,2}}],float('nan'),{(1,2):3}):
    try: print(json.dumps(bad,allow_nan=False))
    except Exception as e: print(type(e),str(e)[:60].split(' at 0x')[0],getattr(e,'__notes__',None))
x=[];x.append(x)
try: json.dumps(x)
except ValueError as e: print(e,e.__notes__)
print(json.loads('"\\ud83d\\ude00\\ud800x"').encode('utf-16','surrogatepass'), json.loads('[1e5,-0,0.1E-2,12345678901234567890]'))
print(json.loads('{"a":[1,2]}',object_pairs_hook=list,parse_int=str))
