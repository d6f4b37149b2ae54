"""Writes the ranges of code points that str.isprintable() denies, for repr().

    python3.14 dump_printable.py > src/main/resources/io/github/pycmaven/util/unprintable.txt

One line a range: first code point and how many, in hexadecimal; run it under the target's CPython.
"""
import sys
import unicodedata

print(f"# written by dump_printable.py under CPython {sys.version.split()[0]}, Unicode {unicodedata.unidata_version}")
start = None
for point in range(0x110001):
    unprintable = point < 0x110000 and not chr(point).isprintable()
    if unprintable and start is None:
        start = point
    elif not unprintable and start is not None:
        print(f"{start:x} {point - start:x}")
        start = None
