#!/usr/bin/env python3
"""Writes `target/Op.java`: the union of the operation names of several CPythons.

    make_op_enum.py OUTPUT.java SOURCE...

Each SOURCE is a CPython's executable, asked for its own opcode tables, or an `opcode_ids.h` of a
version that cannot be run here. Names that only the running interpreter makes (specialised and
instrumented ones) never stand in a code object on disk and are left out.
"""
import json
import re
import subprocess
import sys

ASK = r"""
import json, opcode
names = {n for n in opcode.opname if not n.startswith('<')}
specialized = set()
try:
    import _opcode_metadata as m
    names |= set(m.opmap)
    specialized |= set(m._specialized_opmap)
except ImportError:
    pass
names |= set(getattr(opcode, '_pseudo_ops', ()))
specialized |= set(getattr(opcode, '_specialized_instructions', ()))
for family in getattr(opcode, '_specializations', {}).values():
    specialized |= set(family)
print(json.dumps(sorted(names - specialized)))
"""
# Reserved numbers and what the interpreter alone writes.
NOT_IN_FILES = {"RESERVED", "ENTER_EXECUTOR", "DO_TRACING"}


def of_header(path):
    names, lowest = [], None
    text = open(path).read()
    low = int(re.search(r"#define MIN_SPECIALIZED_OPCODE\s+(\d+)", text).group(1))
    for name, number in re.findall(r"#define (\w+)\s+(\d+)", text):
        if name in ("HAVE_ARGUMENT",) or name.startswith("MIN_"):
            continue
        if low <= int(number) <= 255 or name == "BINARY_OP_INPLACE_ADD_UNICODE":
            continue
        names.append(name)
    return names


def main():
    output, *sources = sys.argv[1:]
    names = set()
    for source in sources:
        if source.endswith(".h"):
            names |= set(of_header(source))
        else:
            names |= set(json.loads(subprocess.check_output([source, "-I", "-c", ASK])))
    names = sorted(n for n in names - NOT_IN_FILES if not n.startswith("INSTRUMENTED_"))
    with open(output, "w") as out:
        out.write("package io.github.pycmaven.target;\n\n")
        out.write("/**\n * Every operation of every supported CPython, pseudo operations of the compiler included. Which of\n"
                  " * them a version has, and under which number, its {@link OpcodeTable} says.\n *\n"
                  " * <p>Written by {@code src/test/python/make_op_enum.py}.\n */\n")
        out.write("public enum Op {\n" + ",\n".join("  " + n for n in names) + "\n}\n")
    print(len(names), "names")


main()
