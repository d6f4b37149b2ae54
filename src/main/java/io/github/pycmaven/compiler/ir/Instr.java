package io.github.pycmaven.compiler.ir;

import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;

/**
 * One instruction as the code generator emits it: an operation, pseudo ones included, with an
 * argument or a jump target, and the place in the source that it belongs to.
 *
 * @param op the operation
 * @param oparg its argument, 0 where it has none or where {@code target} is set
 * @param target where it jumps to or which handler it sets up, or null
 * @param span its place
 */
public record Instr(Op op, int oparg, Label target, Span span) {}
