"""Writes what the VM's str methods need to know of each character, as the running CPython knows it.

usage: python3.14 dump_vm_unicode.py OUTPUT
"""
import struct
import sys
import unicodedata

FLAGS = ("isalpha", "isdecimal", "isdigit", "isnumeric", "isupper", "islower", "istitle",
         "isspace", "isprintable")
# bits 0..8 as above; then xid start, xid continue, cased, case ignorable


def is_title(c):
    return unicodedata.category(c) == "Lt"


def record(cp):
    c = chr(cp)
    bits = 0
    for i, name in enumerate(FLAGS):
        if name == "istitle":
            good = is_title(c)
        else:
            good = getattr(c, name)()
        bits |= good << i
    if c.isidentifier():
        bits |= 1 << 9
    if ("a" + c).isidentifier():
        bits |= 1 << 10
    surrogate = 0xD800 <= cp < 0xE000
    # "\u03a3" after a cased and ignorable letters becomes a final sigma: reveals both properties.
    if not surrogate:
        if ("" + c + "\u03a3").lower().endswith("\u03c2") and cp != 0x3A3:
            bits |= 1 << 11
        if ("a" + c + "\u03a3").lower().endswith("\u03c2") and not bits >> 11 & 1:
            bits |= 1 << 12
        if cp == 0x3A3:
            bits |= 1 << 11
        elif bits >> 11 & 1 and ("a" + c + "\u03a3").lower().endswith("\u03c2"):
            # Cased; is it ignorable too?  Then a letter before decides nothing: ask after a non-letter.
            if ("\u03a3" + c + ".").lower()[0] == "\u03c2":
                bits |= 1 << 12
    deltas = []
    special = []
    for name in ("upper", "lower", "title", "casefold"):
        to = getattr(c, name)() if not surrogate else c
        if len(to) == 1:
            deltas.append(ord(to) - cp)
            special.append(None)
        else:
            deltas.append(0)
            special.append(to)
    if cp == 0x3A3:
        deltas[1] = 0x3C3 - cp
    decimal = unicodedata.decimal(c, -1)
    digit = unicodedata.digit(c, -1)
    return (bits, *deltas, decimal, digit), special


def main():
    records = {}
    runs = []
    specials = []
    for cp in range(sys.maxunicode + 1):
        r, special = record(cp)
        index = records.setdefault(r, len(records))
        if runs and runs[-1][1] == index:
            runs[-1][0] += 1
        else:
            runs.append([1, index])
        for kind, text in enumerate(special):
            if text is not None:
                specials.append((cp, kind, text))
    with open(sys.argv[1], "wb") as out:
        out.write(struct.pack(">iii", len(records), len(runs), len(specials)))
        for r in records:
            out.write(struct.pack(">iiiiibb", *r))
        for count, index in runs:
            out.write(struct.pack(">iH", count, index))
        for cp, kind, text in specials:
            out.write(struct.pack(">ibb", cp, kind, len(text)))
            for c in text:
                out.write(struct.pack(">i", ord(c)))


main()
