package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.source.Span;

/** A node of the syntax tree that has a place in the source. */
public interface Node {
  /** From the node's first byte up to the byte after its last one. */
  Span span();
}
