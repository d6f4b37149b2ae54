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

ONE = """
import hashlib, py_compile, sys, os, tempfile, warnings
warnings.simplefilter('ignore')
path, name = sys.argv[1:]
digests = []
for level in (0, 1, 2):
    target = os.path.join(tempfile.gettempdir(), f'corpus-{os.getpid()}.pyc')
    try:
        py_compile.compile(path, target, name, doraise=True, optimize=level)
        with open(target, 'rb') as f:
            digests.append(hashlib.sha256(f.read()[16:]).hexdigest())
        os.unlink(target)
    except py_compile.PyCompileError:
        digests.append('rejected')
print('\\t'.join(digests))
"""


def in_this_process(path, name):
    digests = []
    for level in (0, 1, 2):
        made = os.path.join(tempfile.gettempdir(), "corpus.pyc")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                py_compile.compile(path, made, name, doraise=True, optimize=level)
            with open(made, "rb") as f:
                digests.append(hashlib.sha256(f.read()[16:]).hexdigest())
        except py_compile.PyCompileError:
            digests.append("rejected")
    return "\t".join(digests)


def in_fresh_process(path, name):
    return subprocess.run(
        [sys.executable, "-c", ONE, path, name],
        env={**os.environ, "PYTHONHASHSEED": "0"},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout.strip()


def main():
    made_by = in_this_process if sys.platform == "emscripten" else in_fresh_process
    root = sys.argv[1]
    print(f"# written by make_corpus.py under CPython {sys.version.split()[0]}")
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in ("__pycache__", "test", "site-packages"))
        for file in sorted(files):
            if file.endswith(".py"):
                path = os.path.join(folder, file)
                name = os.path.relpath(path, root)
                with open(path, "rb") as f:
                    source = hashlib.sha256(f.read()).hexdigest()
                print(name, source, made_by(path, name), sep="\t")


main()
