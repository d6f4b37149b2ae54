package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.source.Span;

/**
 * An imported name; {@code asname} may be null.
 *
 * @cpython Parser/Python.asdl
 */
public record Alias(String name, String asname, Span span) implements Node {}
