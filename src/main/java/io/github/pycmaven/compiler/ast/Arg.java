package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.source.Span;

/**
 * A parameter; {@code annotation} may be null.
 *
 * @cpython Parser/Python.asdl
 */
public record Arg(String arg, Expr annotation, Span span) implements Node {}
