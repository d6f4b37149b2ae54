#!/usr/bin/env python3
"""Writes what CPython folds operators on numeric constants to, as `src/test/resources/folding/operators-X.Y.tsv`.

Lines: operator, left, right (`-` if unary), result (`-` if it is not folded). Numbers are written as `i` and
decimal, `b0`, `b1`, `f` and the bits, `c` and the bits of both parts; results that are NaN as `nan`. The compiler is
asked, not the interpreter, so its limits show. Powers whose result the C library does not round correctly are
left out, for they differ between machines.
"""
import ast
import struct
import sys
from decimal import Decimal, getcontext

INTS = [0, 1, -1, 2, -3, 7, 2**31, -2**63, 2**64 + 1, -10**30, 2**127, 10**310]
FLOATS = [0.0, -0.0, 1.0, 0.5, -7.5, 1e16, 1e308, 5e-324, float("inf")]
COMPLEX = [0j, -2.5j, 1 + 2j, complex(-0.0, 1e308)]
BINARY = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "|", "^", "&"]
UNARY = {"neg": "-", "inv": "~", "not": "not "}


def bits(value):
    return "nan" if value != value else struct.pack(">d", value).hex()


def text(value):
    if isinstance(value, bool):
        return "b%d" % value
    if isinstance(value, int):
        return "i%d" % value
    if isinstance(value, float):
        return "f" + bits(value)
    return "c" + bits(value.real) + bits(value.imag)


def constant(value):
    return ast.copy_location(ast.Constant(value), ast.Pass(lineno=1, col_offset=0, end_lineno=1, end_col_offset=1))


def fold(expression, values):
    tree = ast.parse(expression, mode="eval")
    for node in ast.walk(tree):
        for field, child in ast.iter_fields(node):
            if isinstance(child, ast.Name):
                setattr(node, field, ast.copy_location(ast.Constant(values[child.id]), child))
    code = compile(tree, "", "eval")
    if len(code.co_code) != 6:
        return "-"
    value = eval(code)
    return text(value)


def is_rounded(left, operator, right):
    if operator != "**" or isinstance(left, complex) or isinstance(right, complex):
        return not (operator == "**")
    try:
        value = float(left) ** float(right)
        return isinstance(value, float) and (value in (0, float("inf")) or value == float(Decimal(left) ** Decimal(right)))
    except (ArithmeticError, ValueError):
        return True


def main():
    getcontext().prec = 60
    sys.set_int_max_str_digits(0)
    print("# written by make_operator_vectors.py under CPython " + sys.version.split()[0])
    values = [True, False, *INTS, *FLOATS, *COMPLEX]
    for name, operator in UNARY.items():
        for value in values:
            print(name, text(value), "-", fold(operator + "x", {"x": value}), sep="\t")
    for operator in BINARY:
        for left in values:
            for right in values:
                both_int = isinstance(left, int) and isinstance(right, int) and right >= 0
                if both_int or is_rounded(left, operator, right):
                    print(operator, text(left), text(right), fold("x " + operator + " y", {"x": left, "y": right}), sep="\t")


main()
