package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.source.Span;

/**
 * A keyword argument; a null {@code arg} stands for {@code **value}.
 *
 * @cpython Parser/Python.asdl
 */
public record Keyword(String arg, Expr value, Span span) implements Node {}
