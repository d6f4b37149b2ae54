package io.github.pycmaven.compiler.ast;

import java.util.List;

/**
 * {@code async for target in iter if ifs}.
 *
 * @cpython Parser/Python.asdl
 */
public record Comprehension(Expr target, Expr iter, List<Expr> ifs, boolean isAsync) {}
