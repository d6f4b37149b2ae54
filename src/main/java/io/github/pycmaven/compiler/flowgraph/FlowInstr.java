package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;

/** An instruction in a basic block; passes change it in place. */
final class FlowInstr {
  Op op;
  int arg;
  Span span;

  /** Where it jumps to, or the handler of the block that it opens. */
  Block target;

  /** Where an exception that it raises goes to. */
  Block handler;

  FlowInstr(Op op, int arg, Span span, Block target, Block handler) {
    this.op = op;
    this.arg = arg;
    this.span = span;
    this.target = target;
    this.handler = handler;
  }

  FlowInstr copy() {
    return new FlowInstr(op, arg, span, target, handler);
  }

  /** Becomes an operation with an argument; place and target stay. */
  void set(Op newOp, int newArg) {
    op = newOp;
    arg = newArg;
  }

  /** Becomes a NOP, which later passes remove where no line depends on it. */
  void clear() {
    op = Op.NOP;
    arg = 0;
  }

  int line() {
    return span.line();
  }

  boolean hasLine() {
    return span.line() >= 0;
  }

  @Override
  public String toString() {
    return op + " " + arg + " @" + span.line();
  }
}
