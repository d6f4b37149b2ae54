#!/usr/bin/env python3
"""Writes what CPython's `marshal.loads` answers to many short byte strings, good and bad.

    python3.14 make_marshal_vectors.py > src/test/resources/marshal/loads-3.14.tsv

Each line: the bytes in hexadecimal, then `value` and ascii(repr) or `error`, type and message. What
crashes the interpreter, or depends on the platform, is not asked. Values are in Python's words.
"""
import marshal
import sys

ODD = """
30 4e 46 54 2e 53 69 e9 e90100 e905000000 e905000000aa 4900000000 49ffffffffffffffff 49000000000000008000
6c00000000 6c0100000001 6c01000000 6c010000000000 6c0100000000ff 6cffffffff0100 6c020000000100 6c0200000001000000
6c0200000000000100 6cfeffffff00000100 6c0500000000000000000000000800 6c0000008000 ec0100000000ff
66033130 6604312e3530 66046e616e31 66036e616e 6604 6603696e66 66042d696e66 660831653430303030 66053165343030 6600 6603307831 66023164
6605312e3564 67 67000000000000f03f 67000000000000f8ff 6700000000000000 78013101322e 7801310132 79000000000000f03f0000000000000040
73 7300000000 7301000000ff 73020000006161 73020000006 7302000000 73ffffffff
7a00 7a0161 7a03c3a9ff 5a02e9e8 5a 7a0261 6103000000616263 41030000006162 61ffffffff 7503000000e282ac 7502000000c3a9 7502000000c3
7502000000ffff 7503000000eda080 7506000000eda080edb080 7503000000e08080 7504000000f09f9880 7504000000f4908080 7503000000c0af61
7500000000 7400000000 74020000006162 75ffffffff
2900 2901 29014e 29024e54 28000000004e 28010000004e 28ffffffff 28020000004e 2901304e 29013 a9017200000000 a9014e a9024e7200000000
5b00000000 5b010000004e 5b0100000030 5bffffffff db010000007200000000 7b30 7b4e30 7b4e4e30 7b4e4e4e4e30 7b 7b4e fb4e720000000030
3c00000000 3c010000004e 3c020000004e4e 3c0100000030 3cffffffff 3e00000000 be00000000 3e010000004e be010000007200000000 3e020000006901000000690200000 bc00000000
7200000000 2902e9010000007200000000 2902e9010000007201000000 290269010000007200000000 2903da016172000000007200000000 72ffffffff
3a4e4e4e 3a4e4e ba4e4e4e 3a69010000004e69ff000000 ba4e72000000004e 3a304e4e
ffff 7f 00 01 3f 63 e3 e300 6300000000 630000000000000000000000000000000000000000
e3000000000000000000000000000000000000000029 db0000 db 4effff
""".split()


def ask(data):
    try:
        value = marshal.loads(data)
    except (EOFError, ValueError, TypeError) as error:
        return f"error\t{type(error).__name__}\t{error}"
    return "value\t" + ascii(value)


def main():
    cases = [w for w in ODD if len(w) % 2 == 0]
    values = [0, 1, -1, 2**31 - 1, -2**31, 2**31, -2**31 - 1, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 10**40, -10**40, 2**15, 2**30,
              0.0, -0.0, 1e300, float("inf"), 1j, complex(-0.0, 2.5), "", "a", "abc", "é", "\u20ac", "\U0001f600", "\udc00", "x" * 300,
              "é" * 200, b"", b"a", bytes(range(256)), (), (1,), (1, (2, (3,))), tuple(range(300)), frozenset(), frozenset(("a",)),
              [], [1, [2]], {}, {"a": 1, "b": [2]}, None, True, False, ..., StopIteration, slice(1, None, 3), (slice(None),)]
    for value in values:
        for version in range(6):
            try:
                cases.append(marshal.dumps(value, version).hex())
            except ValueError:
                pass
    shared = ("long text of no name",)
    for value in [(shared, shared), [shared, [shared]], (1000, 1000), ("a b", "a b")]:
        cases.append(marshal.dumps(value).hex())
        for cut in range(1, len(marshal.dumps(value)), 3):
            cases.append(marshal.dumps(value)[:cut].hex())
    print("# written by make_marshal_vectors.py under CPython " + sys.version.split()[0])
    for case in dict.fromkeys(cases):
        print(case + "\t" + ask(bytes.fromhex(case)))


main()
