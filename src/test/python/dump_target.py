#!/usr/bin/env python3
"""Writes what the running CPython says about itself as a `.target` file.

    pythonX.Y dump_target.py [--metadata pycore_opcode_metadata.h] [--pseudo FILE] > cpython-X.Y.target

Nothing in the output is typed by hand. Stack effects are fitted, not copied: over every oparg from 0 to
1023 the effect must equal

    a + b*oparg + c0*(oparg&1) + c1*(oparg>>1&1) + c2*(oparg>>2&1) + c3*(oparg>>3&1) + d*(oparg>>8)

which is written as `a,b,c0,c1,c2,c3,d` with trailing zeros cut. `--metadata` names the C header of the
nearest version whose sources are at hand. Taken from it is only what no Python module shows: the flag
EVAL_BREAK, and how many values an operation takes from the stack (`-` where there is no header). Where
the header's net effect is not the interpreter's, the smaller exchange that gives the right one is taken.
`--pseudo` is for 3.11, whose compiler uses operations that no module shows: they are taken from the file of
the next version, where they have numbers and effects.
"""
import argparse
import dis
import importlib.util
import marshal
import opcode
import re
import struct
import sys

KINDS = [("const", "hasconst"), ("name", "hasname"), ("local", "haslocal"), ("free", "hasfree"),
         ("compare", "hascompare"), ("jabs", "hasjabs"), ("jrel", "hasjrel"), ("handler", "hasexc")]


COMPILER_ONLY = ("SETUP_FINALLY", "SETUP_CLEANUP", "SETUP_WITH", "POP_BLOCK", "JUMP", "JUMP_NO_INTERRUPT",
                 "POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE")


def compiler_only(path):
    """Rows of the operations that only the compiler knows, from the file of the next version."""
    with open(path) as f:
        rows = {line.split()[0]: line.split() for line in f if line[0].isupper()}
    for number, name in enumerate(COMPILER_ONLY, 256):
        _, _, kind, _, taken, plain, jumping, _ = rows[name]
        yield f"{name} {number} {kind} 0 {taken} {plain} {jumping} PSEUDO"


def operations():
    """Name to number: real and pseudo operations that can stand in a code object or in the compiler."""
    numbers = {n: i for i, n in enumerate(opcode.opname) if not n.startswith("<")}
    specialized = set(getattr(opcode, "_specialized_instructions", ()))
    for family in getattr(opcode, "_specializations", {}).values():
        specialized |= set(family)
    try:
        import _opcode_metadata
        numbers.update(_opcode_metadata.opmap)
        specialized |= set(_opcode_metadata._specialized_opmap)
    except ImportError:
        numbers.update((n, i) for n, i in opcode.opmap.items())
    skipped = specialized | {"RESERVED", "ENTER_EXECUTOR", "DO_TRACING"}
    return sorted((i, n) for n, i in numbers.items() if n not in skipped and not n.startswith("INSTRUMENTED_"))


def effect(number, has_arg, jump):
    if not has_arg:
        return dis.stack_effect(number, None, jump=jump)

    def at(oparg):
        return dis.stack_effect(number, oparg, jump=jump)

    return fit(number, at)


def fit(number, at):
    if opcode.opname[number:number + 1] == ["BUILD_SLICE"]:  # older versions count every oparg but 3 as 2
        b = at(3) - at(2)
        return f"{at(2) - 2 * b},{b}"
    a = at(0)
    b, rest = divmod(at(16) - a, 16)
    assert rest == 0, opcode.opname[number]
    bits = [at(1 << i) - a - (b << i) for i in range(4)]
    d = at(256) - a - 256 * b
    for n in range(1024):
        fitted = a + b * n + sum(c * (n >> i & 1) for i, c in enumerate(bits)) + d * (n >> 8)
        assert at(n) == fitted, (number, n, at(n), fitted)
    terms = [a, b, *bits, d]
    while len(terms) > 1 and terms[-1] == 0:
        terms.pop()
    return ",".join(map(str, terms))


def popped_by_header(text):
    """Name to (popped, pushed), both functions of the oparg."""
    tables = []
    for direction in ("popped", "pushed"):
        body = re.search(r"int _PyOpcode_num_%s\(int opcode, int oparg\)\s+\{(.*?)\n\}" % direction, text, re.S).group(1)
        body = re.sub(r"\(([^()?]+)\) \? (\d+) : (\d+)", r"(\2 if \1 else \3)", body)
        tables.append(dict(re.findall(r"case (\w+):\s+return ([^;]+);", body)))
    return {name: [eval("lambda oparg: " + table[name]) for table in tables] for name in tables[0]}


def popped(name, number, has_arg, header):
    if name not in header:
        return "-"
    takes, gives = header[name]

    def at(oparg):
        net = dis.stack_effect(number, oparg if has_arg else None, jump=True)
        surplus = max(0, net - (gives(oparg) - takes(oparg)))
        return takes(oparg) - surplus

    return fit(number, at) if has_arg else str(at(0))


def caches_of(name, number):
    counts = getattr(opcode, "_inline_cache_entries", {})
    if hasattr(counts, "get"):
        return counts.get(name, 0)
    return counts[number] if number < len(counts) else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--metadata")
    parser.add_argument("--pseudo")
    args = parser.parse_args()
    breaking = set()
    header = {}
    if args.metadata:
        text = open(args.metadata).read()
        header = popped_by_header(text)
        for name, flags in re.findall(r"^ +\[(\w+)\] = \{ true, [\w-]+, ([^}]*)\}", text, re.M):
            if "HAS_EVAL_BREAK_FLAG" in flags:
                breaking.add(name)
    magic = struct.unpack("<H", importlib.util.MAGIC_NUMBER[:2])[0]
    has_arg = set(getattr(opcode, "hasarg", range(opcode.HAVE_ARGUMENT, 256)))
    out = ["# written by dump_target.py under CPython " + sys.version.split()[0],
           "release " + sys.version.split()[0],
           "tag " + sys.implementation.cache_tag,
           f"magic {magic}",
           f"marshal {marshal.version}",
           "compare " + " ".join(o.replace(" ", "-") for o in dis.cmp_op)]
    if hasattr(opcode, "_nb_ops"):
        out.append("binary " + " ".join(symbol for _, symbol in opcode._nb_ops))
    for title in ("_intrinsic_1_descs", "_intrinsic_2_descs", "_special_method_names", "_common_constants"):
        values = getattr(opcode, title, None)
        if values:
            words = [v if isinstance(v, str) else getattr(v, "__name__", None) or repr(v) for v in values]
            out.append(title.strip("_").replace("_descs", "").replace("_", "-") + " " + " ".join(words))
    out.append("# name number argkind caches popped effect effect-on-jump flags")
    for number, name in operations():
        kind = "int" if number in has_arg else "none"
        for label, table in KINDS:
            if number in getattr(opcode, table, ()):
                kind = label
        if kind == "int" and number >= 256 and name.startswith("SETUP_"):
            kind = "handler"
        flags = []
        if number >= 256:
            flags.append("PSEUDO")
        if name in breaking:
            flags.append("EVAL_BREAK")
        # EXTENDED_ARG and CACHE are asked for their effect in no version that knows none.
        try:
            plain = effect(number, number in has_arg, False)
            jumping = effect(number, number in has_arg, True)
        except ValueError:
            plain = jumping = "?"
        out.append(f"{name} {number} {kind} {caches_of(name, number)} "
                   f"{popped(name, number, number in has_arg, header)} {plain} {jumping} {'|'.join(flags) or '-'}")
    if args.pseudo:
        out.extend(compiler_only(args.pseudo))
    print("\n".join(out))


main()
