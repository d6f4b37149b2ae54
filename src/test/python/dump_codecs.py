#!/usr/bin/env python3.14
"""Write the encodings in which CPython reads sources, as tables.

    python3.14 dump_codecs.py RESOURCE_FOLDER

Writes codecs.bin, deflated; all numbers are varints, texts have their length before them:
  names      count, then (normalized alias, canonical name, kind)
             kind: 0 built in, 1 table, 2 no text encoding, 3 known but not supported here,
             and 4 more if dots may stand for underscores in the name
  tables     count, then (canonical name, name in error messages, four-byte ranges, tree)
A tree has 256 entries: 0 nothing, 1 a lead byte, whose tree follows all 256 entries, else text
(2: one character, as the difference to the entry before it; 3: two characters).
"""
import codecs
import encodings
import encodings.aliases
import os
import pkgutil
import sys
import zlib

BUILT_IN = {'ascii', 'latin_1', 'utf_8', 'utf_8_sig', 'utf_7', 'utf_16', 'utf_16_le', 'utf_16_be',
            'utf_32', 'utf_32_le', 'utf_32_be'}
MULTIBYTE = {'big5', 'big5hkscs', 'cp932', 'cp949', 'cp950', 'euc_jis_2004', 'euc_jisx0213',
             'euc_jp', 'euc_kr', 'gb18030', 'gb2312', 'gbk', 'johab', 'shift_jis', 'shift_jis_2004',
             'shift_jisx0213'}


def varint(out, n):
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)


def text(out, s):
    varint(out, len(s))
    out += s.encode('ascii')


def decoded(codec, data):
    try:
        return codecs.lookup(codec).decode(data, 'strict')[0]
    except UnicodeError:
        return None


def tree(out, codec, prefix, depth):
    last, leads = 0, []
    for b in range(256):
        data = prefix + bytes([b])
        s = decoded(codec, data)
        if s is not None and len(s) == 1:
            out.append(2)
            difference = ord(s) - last
            varint(out, difference * 2 if difference >= 0 else -difference * 2 - 1)
            last = ord(s)
        elif s is not None and len(s) == 2:
            out.append(3)
            varint(out, ord(s[0]))
            varint(out, ord(s[1]))
        elif s is None and depth < 3 and is_lead(codec, data):
            out.append(1)
            leads.append(data)
        else:
            out.append(0)
    for data in leads:
        tree(out, codec, data, depth + 1)


def is_lead(codec, data):
    """Whether some sequence of at most three bytes goes on from here."""
    if codec not in MULTIBYTE:
        return False
    tails = [bytes([b]) for b in range(256)]
    if codec.startswith('euc_j') and data == b'\x8f':
        return True
    if len(data) == 2 and not (codec.startswith('euc_j') and data[0] == 0x8f):
        return False
    return any(decoded(codec, data + t) is not None for t in tails)


def four_bytes(out, codec):
    """gb18030's sequences of four bytes: runs of (first index, first character, length)."""
    runs = []
    if codec == 'gb18030':
        for index in range(126 * 10 * 126 * 10):
            data = bytes([0x81 + index // 12600, 0x30 + index // 1260 % 10,
                          0x81 + index // 10 % 126, 0x30 + index % 10])
            s = decoded(codec, data)
            if s is None:
                continue
            if runs and runs[-1][0] + runs[-1][2] == index and runs[-1][1] + runs[-1][2] == ord(s):
                runs[-1][2] += 1
            else:
                runs.append([index, ord(s), 1])
    varint(out, len(runs))
    for run in runs:
        for n in run:
            varint(out, n)


def error_name(codec):
    for b in list(range(0x80, 256)) + list(range(128)):
        try:
            codecs.lookup(codec).decode(bytes([b, 0x20]), 'strict')
        except UnicodeDecodeError as e:
            return e.encoding
        except UnicodeError:
            pass
    return codec


def main():
    modules = {}
    for module in pkgutil.iter_modules(encodings.__path__):
        try:
            codecs.lookup(module.name)
        except LookupError:
            continue
        modules[module.name] = module.name
    names = dict(modules)
    for alias, module in encodings.aliases.aliases.items():
        if module in modules:
            names[alias] = module
    tables, rows = [], []
    for name in sorted(modules):
        if not codecs.lookup(name)._is_text_encoding:
            rows.append((name, 2))
        elif name in BUILT_IN:
            rows.append((name, 0))
        elif name in MULTIBYTE or is_charmap(name):
            rows.append((name, 1))
            tables.append(name)
        else:
            rows.append((name, 3))
    kinds = dict(rows)
    out = bytearray()
    varint(out, len(names))
    for alias in sorted(names):
        text(out, alias)
        text(out, names[alias])
        varint(out, kinds[names[alias]] + (4 if alias in encodings.aliases.aliases else 0))
    varint(out, len(tables))
    for name in tables:
        text(out, name)
        text(out, error_name(name))
        four_bytes(out, name)
        tree(out, name, b'', 1)
    compressor = zlib.compressobj(9)
    data = compressor.compress(bytes(out)) + compressor.flush()
    with open(os.path.join(sys.argv[1], 'codecs.bin'), 'wb') as f:
        f.write(data)
    print('codecs.bin', len(data), 'names', len(names), 'tables', len(tables), 'not supported',
          *[n for n, k in rows if k == 3])


def is_charmap(name):
    """Whether every byte is decoded by itself."""
    if name in ('idna', 'punycode', 'undefined', 'unicode_escape', 'raw_unicode_escape', 'hz') \
            or name.startswith('iso2022'):
        return False
    data = b'A1 ~'
    return decoded(name, data) == ''.join(decoded(name, bytes([b])) or '?' for b in data)


main()
