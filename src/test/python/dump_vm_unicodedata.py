"""Writes what the VM's module unicodedata needs, as the running CPython knows it.

usage: python3.14 dump_vm_unicodedata.py OUTPUT_FOLDER

Two files of the same form, unicodedata.bin and unicodedata-3.2.bin (for ucd_3_2_0), deflated. All
numbers are varints (7 bits a byte, least significant first), texts are a length and ASCII bytes.
"""
import os
import sys
import unicodedata
import zlib

LAST = 0x110000


def varint(out, n):
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)


def text(out, s):
    varint(out, len(s))
    out += s.encode("ascii")


def ratio(value):
    """A numeric value as numerator and denominator."""
    for denominator in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 64, 80, 160, 320):
        numerator = round(value * denominator)
        if numerator / denominator == value:
            return numerator, denominator
    raise ValueError(value)


def dump(ucd, path):
    records, runs, decompositions, numbers, compositions = {}, [], [], [], []
    for cp in range(LAST):
        c = chr(cp)
        r = (ucd.category(c), ucd.bidirectional(c), ucd.east_asian_width(c), ucd.combining(c),
             ucd.mirrored(c), ucd.decimal(c, -1) + 1, ucd.digit(c, -1) + 1, ucd.name(c, None) is not None)
        index = records.setdefault(r, len(records))
        if runs and runs[-1][1] == index:
            runs[-1][0] += 1
        else:
            runs.append([1, index])
        d = ucd.decomposition(c)
        if d:
            decompositions.append((cp, d))
            if not d.startswith("<"):
                parts = [int(x, 16) for x in d.split()]
                if len(parts) == 2 and ucd.normalize("NFC", "".join(map(chr, parts))) == c:
                    compositions.append((*parts, cp))
        n = ucd.numeric(c, None)
        if n is not None:
            numbers.append((cp, *ratio(n)))
    out = bytearray()
    text(out, ucd.unidata_version)
    varint(out, len(records))
    for category, bidi, width, *rest in records:
        for s in (category, bidi, width):
            text(out, s)
        for n in rest:
            varint(out, int(n))
    varint(out, len(runs))
    for count, index in runs:
        varint(out, count)
        varint(out, index)
    varint(out, len(decompositions))
    for cp, d in decompositions:
        varint(out, cp)
        text(out, d)
    varint(out, len(numbers))
    for cp, numerator, denominator in numbers:
        varint(out, cp)
        varint(out, numerator + 1)
        varint(out, denominator)
    varint(out, len(compositions))
    for first, second, composed in compositions:
        varint(out, first)
        varint(out, second)
        varint(out, composed)
    with open(path, "wb") as f:
        f.write(zlib.compress(bytes(out), 9))


def main():
    folder = sys.argv[1]
    dump(unicodedata, os.path.join(folder, "unicodedata.bin"))
    dump(unicodedata.ucd_3_2_0, os.path.join(folder, "unicodedata-3.2.bin"))


main()
