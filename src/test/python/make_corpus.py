"""Writes the digests that our caches of a large tree must have, as CPython makes them.

    python3.14 make_corpus.py LIBRARY > src/test/resources/corpus/3.14.tsv

LIBRARY is lib/python3.14 of the Maven artifact that the build unpacks, for every version; its tests and
site-packages are left out. A line for each source: path, SHA-256 of the source, SHA-256 of the marshalled code that a fresh process
writes at levels 0, 1 and 2 with the path as the recorded name; or "rejected". Run it under the target's
CPython, with PYTHONHASHSEED=0. A CPython that cannot start processes (WebAssembly) compiles all in its own.
"""
import hashlib
import os
import py_compile
import subprocess
import sys
import tempfile
import warnings

# Imports nothing that py_compile does not: what is interned shows in the bytes.
ONE = """
import py_compile, sys
path, name, level, place = sys.argv[1:]
try:
    py_compile.compile(path, place, name, doraise=True, optimize=int(level))
except py_compile.PyCompileError:
    pass
"""


def digest(place):
    if not os.path.exists(place):
        return "rejected"
    with open(place, "rb") as f:
        body = f.read()[16:]
    os.unlink(place)
    return hashlib.sha256(body).hexdigest()


def in_this_process(path, name, places):
    for level, place in enumerate(places):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                py_compile.compile(path, place, name, doraise=True, optimize=level)
        except py_compile.PyCompileError:
            pass


def in_fresh_process(path, name, places):
    for level, place in enumerate(places):
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", ONE, path, name, str(level), place],
            env={**os.environ, "PYTHONHASHSEED": "0"},
            check=True,
        )


def main():
    made_by = in_this_process if sys.platform == "emscripten" else in_fresh_process
    root = sys.argv[1]
    places = [os.path.join(tempfile.mkdtemp(), f"{level}.pyc") for level in (0, 1, 2)]
    print(f"# written by make_corpus.py under CPython {sys.version.split()[0]}")
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in ("__pycache__", "test", "site-packages"))
        for file in sorted(files):
            if file.endswith(".py"):
                path = os.path.join(folder, file)
                name = os.path.relpath(path, root)
                with open(path, "rb") as f:
                    source = hashlib.sha256(f.read()).hexdigest()
                made_by(path, name, places)
                print(name, source, *map(digest, places), sep="\t")


main()
