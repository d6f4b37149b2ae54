package io.github.pycmaven.compiler.flowgraph;

/** The handlers in force at some place, innermost first; shared tails, never changed. */
record ExceptStack(Block handler, ExceptStack outer, int depth) {
  /** No handler at all. */
  static final ExceptStack EMPTY = new ExceptStack(null, null, 0);

  ExceptStack push(Block inner) {
    return new ExceptStack(inner, this, depth + 1);
  }
}
