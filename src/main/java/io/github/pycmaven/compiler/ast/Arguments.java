package io.github.pycmaven.compiler.ast;

import java.util.List;

/**
 * The parameters of a function; {@code kwDefaults} is as long as {@code kwonlyargs}, with null
 * where there is no default.
 *
 * @cpython Parser/Python.asdl
 */
public record Arguments(
    List<Arg> posonlyargs,
    List<Arg> args,
    Arg vararg,
    List<Arg> kwonlyargs,
    List<Expr> kwDefaults,
    Arg kwarg,
    List<Expr> defaults) {}
