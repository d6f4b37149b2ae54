#!/usr/bin/env python3.14
"""Write the Unicode facts that Python's source language depends on, as CPython knows them.

    python3.14 dump_unicode.py RESOURCE_FOLDER

Writes into the folder
  characters.bin   ranges: identifier start, identifier part, printable
  nfkc.bin         compatibility decompositions, combining classes, compositions
  names.bin        character names and aliases for \\N escapes, deflated
  aliases.bin      those of the names that are aliases

All numbers are varints (7 bits a byte, least significant first). Aliases cannot be enumerated from
Python, so their names come from character_aliases.txt beside this script; what they stand for is
asked of unicodedata.
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


def ranges(out, test):
    """The code points that pass, as alternating lengths: of those that do not, of those that do."""
    edges, inside = [], False
    for c in range(LAST):
        if test(chr(c)) != inside:
            edges.append(c)
            inside = not inside
    if inside:
        edges.append(LAST)
    varint(out, len(edges))
    last = 0
    for edge in edges:
        varint(out, edge - last)
        last = edge


def characters():
    out = bytearray()
    ranges(out, str.isidentifier)
    ranges(out, lambda c: ('a' + c).isidentifier())
    ranges(out, str.isprintable)
    return bytes(out)


def nfkc():
    out = bytearray()
    entries = []
    for c in range(LAST):
        if 0xac00 <= c < 0xd7a4 or 0xd800 <= c < 0xe000:
            continue
        full = unicodedata.normalize('NFKD', chr(c))
        if full != chr(c):
            entries.append((c, full))
    varint(out, len(entries))
    last = 0
    for c, full in entries:
        varint(out, c - last)
        last = c
        varint(out, len(full))
        for x in full:
            varint(out, ord(x))
    classes = [(c, unicodedata.combining(chr(c))) for c in range(LAST)
               if unicodedata.combining(chr(c))]
    varint(out, len(classes))
    last = 0
    for c, k in classes:
        varint(out, c - last)
        last = c
        out.append(k)
    pairs = []
    for c in range(LAST):
        if 0xac00 <= c < 0xd7a4:
            continue
        decomposition = unicodedata.decomposition(chr(c))
        if not decomposition or decomposition[0] == '<' or ' ' not in decomposition:
            continue
        a, b = (int(x, 16) for x in decomposition.split())
        if unicodedata.normalize('NFC', chr(a) + chr(b)) == chr(c):
            pairs.append((a, b, c))
    varint(out, len(pairs))
    for pair in pairs:
        for x in pair:
            varint(out, x)
    return bytes(out)


def names(aliases):
    plain, derived = {}, []
    for c in range(LAST):
        name = unicodedata.name(chr(c), None)
        if name is None or name.startswith('HANGUL SYLLABLE '):
            continue
        suffix = '%04X' % c
        if name.endswith('-' + suffix):
            prefix = name[:-len(suffix)]
            if derived and derived[-1][0] == prefix and derived[-1][2] == c - 1:
                derived[-1][2] = c
            else:
                derived.append([prefix, c, c])
        else:
            plain[name] = c
    for alias in aliases:
        plain[alias] = ord(unicodedata.lookup(alias))
    out = bytearray()
    varint(out, len(derived))
    for prefix, first, last in derived:
        varint(out, len(prefix))
        out += prefix.encode('ascii')
        varint(out, first)
        varint(out, last)
    varint(out, len(plain))
    previous = ''
    for name in sorted(plain):
        common = len(os.path.commonprefix([previous, name]))
        varint(out, common)
        varint(out, len(name) - common)
        out += name[common:].encode('ascii')
        varint(out, plain[name])
        previous = name
    compressor = zlib.compressobj(9)
    return compressor.compress(bytes(out)) + compressor.flush()


def alias_list(aliases):
    out = bytearray()
    varint(out, len(aliases))
    for alias in aliases:
        varint(out, len(alias))
        out += alias.encode('ascii')
    return bytes(out)


def main():
    folder = sys.argv[1]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'character_aliases.txt'),
              encoding='ascii') as f:
        aliases = f.read().split('\n')[:-1]
    for name, data in (('characters.bin', characters()), ('nfkc.bin', nfkc()),
                       ('names.bin', names(aliases)), ('aliases.bin', alias_list(aliases))):
        with open(os.path.join(folder, name), 'wb') as f:
            f.write(data)
        print(name, len(data), 'Unicode', unicodedata.unidata_version)


main()
