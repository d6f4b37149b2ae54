#!/usr/bin/env python3
"""Writes the texts that a fresh CPython has interned when it is about to compile its first file.

    pythonX.Y dump_interned.py > cpython-X.Y.interned

Candidates are all words and names of the running CPython's library and of its binaries; a fresh process
that has imported `py_compile` and nothing else is asked about each. One-character texts are those whose interned object is not the one that all others of them are.
"""
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import types

CHILD = """
import py_compile, sys
open(sys.argv[2], "w", encoding="utf-8", errors="surrogatepass").write("\\n".join(x for x in
    open(sys.argv[1], encoding="utf-8", errors="surrogatepass").read().split("\\n") if sys.intern(x) is not x))
"""


def codes(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from codes(constant)


def of_source(path, words):
    data = open(path, "rb").read()
    words.update(re.findall(r"\w+", data.decode("utf-8", "replace")))
    try:
        top = compile(data, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return
    for code in codes(top):
        words.add(code.co_qualname)
        words.update(code.co_names, code.co_varnames)
        words.update(c for c in code.co_consts if isinstance(c, str) and len(c) < 80)


def of_binary(path, words):
    words.update(w.decode() for w in re.findall(rb"[A-Za-z0-9_<>.]{2,80}", open(path, "rb").read()))


def main():
    words = set()
    for folder, _, files in os.walk(sysconfig.get_path("stdlib")):
        for name in files:
            path = os.path.join(folder, name)
            if os.path.exists(path) and name.endswith(".py"):
                of_source(path, words)
            elif os.path.exists(path) and name.endswith(".so"):
                of_binary(path, words)
    for path in [sys.executable, os.path.realpath(sys.executable) + ".real", *sys.argv[1:]]:
        if os.path.exists(path):
            of_binary(path, words)
    with tempfile.TemporaryDirectory() as folder:
        asked, answer = os.path.join(folder, "asked"), os.path.join(folder, "answer")
        with open(asked, "w", encoding="utf-8", errors="surrogatepass") as out:
            out.write("\n".join(sorted(w for w in words if w and not re.search(r"[\r\n]", w))))
        subprocess.check_call([sys.executable, "-W", "ignore", "-c", CHILD, asked, answer],
                              env={**os.environ, "PYTHONHASHSEED": "0"})
        lines = open(answer, encoding="utf-8", errors="surrogatepass").read().split("\n")
    # Nothing else is ever asked about: words, and qualified names.
    keep = [w for w in lines if re.fullmatch(r"[A-Za-z0-9_]+", w) or re.fullmatch(r"[\w.<>]+", w) and "." in w]
    print("\n".join(keep))


main()
