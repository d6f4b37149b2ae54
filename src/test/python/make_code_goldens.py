#!/usr/bin/env python3
"""Writes what CPython's `py_compile` makes of each `*.py` of a folder, as `NAME.X.Y.hex`.

    PYTHONHASHSEED=0 pythonX.Y make_code_goldens.py src/test/resources/golden/code

The body of the cache in hexadecimal, each from a process of its own, at levels 0 and 2; the recorded name is NAME.py.
A source that the version rejects is left out.
"""
import os
import py_compile
import subprocess
import sys
import tempfile
import textwrap
import warnings

CHILD = "import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2], sys.argv[3], doraise=True, optimize=int(sys.argv[4]))"


def rejects(path):
    with open(path, "rb") as source, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source.read(), path, "exec")
        except SyntaxError:
            return True
    return False


def main():
    folder = sys.argv[1]
    version = "%d.%d" % sys.version_info[:2]
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".py"):
            continue
        if rejects(os.path.join(folder, name)):
            continue
        lines = []
        for level in (0, 2):
            with tempfile.TemporaryDirectory() as scratch:
                target = os.path.join(scratch, "out")
                subprocess.check_call([sys.executable, "-W", "ignore", "-c", CHILD, os.path.join(folder, name), target, name, str(level)])
                lines.append("# level %d, written by CPython %s" % (level, sys.version.split()[0]))
                lines.append(textwrap.fill(open(target, "rb").read()[16:].hex(), 120))
        with open(os.path.join(folder, name[:-3] + f".{version}.hex"), "w") as out:
            out.write("\n".join(lines) + "\n")


main()
