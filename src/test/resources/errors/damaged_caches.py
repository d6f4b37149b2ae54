"""Caches that something has damaged: what import says of each."""
import importlib
import importlib.util
import marshal
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
code = marshal.dumps(compile("x = [1, 'two', (3,)]\ndef f(): return x\n", "m.py", "exec"))
head = importlib.util.MAGIC_NUMBER + bytes(12)
good = head + code
cases = {
    "good": good,
    "empty": b"",
    "magic": b"\x00\x01\x02\x03" + good[4:],
    "flags": good[:4] + b"\xff\xff\xff\xff" + good[8:],
    "short_head": good[:10],
    "no_code": head,
    "cut": good[:-20],
    "cut_early": good[:30],
    "not_code": head + marshal.dumps([1, 2]),
    "none": head + marshal.dumps(None),
    "bad_type": head + b"?" + code[1:],
    "null": head + b"0",
    "huge": head + b"s\xff\xff\xff\x7f",
}
for name, data in cases.items():
    module = "m_" + name
    with open(os.path.join(folder, module + ".pyc"), "wb") as f:
        f.write(data)
    importlib.invalidate_caches()
    try:
        print(name, importlib.import_module(module).f())
    except Exception as e:
        print(name, type(e).__name__, str(e).replace(folder, "folder"))

# A cache beside its source is passed over and the source compiled, unless the magic number fits.
for name, data in cases.items():
    module = "s_" + name
    path = os.path.join(folder, module + ".py")
    with open(path, "w") as f:
        f.write("y = 5\n")
    cache = importlib.util.cache_from_source(path)
    os.makedirs(os.path.dirname(cache), exist_ok=True)
    stamp = os.stat(path)
    if len(data) >= 16:
        data = data[:8] + int(stamp.st_mtime).to_bytes(4, "little") + stamp.st_size.to_bytes(4, "little") + data[16:]
    with open(cache, "wb") as f:
        f.write(data)
    importlib.invalidate_caches()
    try:
        m = importlib.import_module(module)
        print(name, sorted(n for n in vars(m) if not n.startswith("_")))
    except Exception as e:
        print(name, type(e).__name__, str(e).replace(folder, "folder"))
