#!/usr/bin/env python3
"""Writes headers, hashes and names of caches as the running CPython makes them, to be appended to a table.

    for each version: pythonX.Y make_pyc_vectors.py >> src/test/resources/pyc/vectors.tsv

Lines: version, kind, question, answer.
"""
import importlib.util
import os
import py_compile
import sys
import tempfile

V = "%d.%d" % sys.version_info[:2]
SOURCES = [b"", b"a", b"x = 1\n", b"\xef\xbb\xbfx = 1\r\n", bytes(range(64)), b"y" * 1000]
NAMES = ["foo/m.py", "foo/a.b.py", "foo/bar", "foo/.hid", "foo/m.pyw", "foo/é.py"]


def line(*fields):
    sys.stdout.buffer.write(("\t".join((V, *fields)) + "\n").encode("utf-8"))


def main():
    for source in SOURCES:
        line("hash", source.hex(), importlib.util.source_hash(source).hex())
    for name in NAMES:
        for level in ("", "1", "2", "x9"):
            line("name", name + " " + level, importlib.util.cache_from_source(name, optimization=level))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "m.py")
        for mtime in (0, 5, 1700000000, 1700000000.999, 2**31, 2**32 + 5, -1, -1.5):
            open(path, "wb").write(b"x = 1\n")
            os.utime(path, (mtime, mtime))
            py_compile.compile(path, cfile=path + "c", doraise=True, invalidation_mode=py_compile.PycInvalidationMode.TIMESTAMP)
            line("time", "%d %d" % (int(mtime // 1), round(mtime % 1 * 1e9)), open(path + "c", "rb").read()[:16].hex())
        for mode in ("CHECKED_HASH", "UNCHECKED_HASH"):
            py_compile.compile(path, cfile=path + "c", doraise=True, invalidation_mode=py_compile.PycInvalidationMode[mode])
            line("mode", mode, open(path + "c", "rb").read()[:16].hex())


main()
