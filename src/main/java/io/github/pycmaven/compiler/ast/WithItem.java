package io.github.pycmaven.compiler.ast;

/**
 * {@code contextExpr as optionalVars}; the latter may be null.
 *
 * @cpython Parser/Python.asdl
 */
public record WithItem(Expr contextExpr, Expr optionalVars) {}
