package io.github.pycmaven.compiler.ast;

import java.util.List;

/**
 * {@code case pattern if guard: body}; {@code guard} may be null.
 *
 * @cpython Parser/Python.asdl
 */
public record MatchCase(Pattern pattern, Expr guard, List<Stmt> body) {}
