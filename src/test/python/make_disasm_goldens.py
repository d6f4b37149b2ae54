#!/usr/bin/env python3
"""Writes what `dis` says of a source compiled by the running CPython, beside the marshalled code.

    pythonX.Y make_disasm_goldens.py src/test/resources/golden/disasm/sample.py

Makes `sample.X.Y.hex` and `sample.X.Y.tsv`, with a line for each instruction: offset, name, argument, target of a
jump and line, each `-` where there is none. Nested code objects follow the one that holds them.
"""
import dis
import marshal
import sys
import textwrap
import types


def main():
    path = sys.argv[1]
    stem = path[:-3] + ".%d.%d" % sys.version_info[:2]
    top = compile(open(path, "rb").read(), "sample.py", "exec", dont_inherit=True)
    header = "# written by CPython " + sys.version.split()[0]
    with open(stem + ".hex", "w") as out:
        print(header, file=out)
        print(textwrap.fill(marshal.dumps(top).hex(), 120), file=out)
    with open(stem + ".tsv", "w") as out:
        print(header, file=out)
        write(top, out)


def write(code, out):
    line = None
    # 3.10 knows instructions without a line, but its dis does not show them.
    lines = {}
    for start, end, number in code.co_lines() if hasattr(code, "co_lines") else ():
        lines.update((offset, number) for offset in range(start, end, 2))
    for i in dis.get_instructions(code):
        start = i.starts_line
        if start is not None and start is not False:
            line = i.line_number if start is True else start
        if i.opname in ("EXTENDED_ARG", "CACHE"):
            continue
        jumps = i.opcode in dis.hasjrel or i.opcode in dis.hasjabs
        if lines:
            line = lines.get(i.offset)
        fields = [i.offset, i.opname, i.arg, i.argval if jumps else None, line]
        print("\t".join("-" if f is None else str(f) for f in fields), file=out)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            write(constant, out)


main()
