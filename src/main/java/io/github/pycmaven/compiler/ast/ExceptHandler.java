package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.source.Span;
import java.util.List;

/**
 * {@code except type as name: body}; type and name may be null.
 *
 * @cpython Parser/Python.asdl
 */
public record ExceptHandler(Expr type, String name, List<Stmt> body, Span span) implements Node {}
