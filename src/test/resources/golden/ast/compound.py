if a: pass
if a: b; c
if a:
    b
elif c:
    d
elif e: f
else:
    g
if (a := b):
    if c:
        d
    else:
        e
while a:
    b
else:
    c
for a in b: c
for a, *b in c, *d:
    e
else:
    f
for (a, b), [c, d] in e: pass
for a.b in c: pass
for a[b] in c: pass
for (a) in b: pass
for *a, b in c: pass
try:
    a
except:
    b
try:
    a
except b:
    c
except (d, e) as f:
    g
except h, i:
    j
except k, :
    l
else:
    m
finally:
    n
try: a
finally: b
try:
    a
except* b:
    c
except* d as e:
    f
except* g, h:
    i
with a: b
with a as b: c
with a, b as c: d
with (a): b
with (a, b): c
with (a as b): c
with (a as b, c, d as (e, f),): g
with (a, b) as c: d
with (a, b) as c, d: e
with (yield): a
with (a := b): c
with (a, *b): c
with (a for a in b): c
with (a).b: c
with (a), (b): c
with a as b.c, d as e[f], g as [h, *i]: j
with (lambda a, *b: c, d): e
with (): a
async def f():
    async with a as b, c: d
    async with (a as b, c): d
    async for a in b: c
    else: d

if a:
    # comment only
    pass

    # another

if b:
	tab
if c:
        eight
        if d:
         nine
