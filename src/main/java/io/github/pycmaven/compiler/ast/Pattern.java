package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.source.Span;
import java.util.List;

/**
 * A pattern of a {@code case}.
 *
 * @cpython Parser/Python.asdl
 */
public sealed interface Pattern extends Node {
  /** Calls the visitor's method for this node's kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of node; exhaustive because nothing has a default. */
  interface Visitor<R> {
    R visitMatchValue(MatchValue node);

    R visitMatchSingleton(MatchSingleton node);

    R visitMatchSequence(MatchSequence node);

    R visitMatchMapping(MatchMapping node);

    R visitMatchClass(MatchClass node);

    R visitMatchStar(MatchStar node);

    R visitMatchAs(MatchAs node);

    R visitMatchOr(MatchOr node);
  }

  /** A literal or dotted name. */
  record MatchValue(Expr value, Span span) implements Pattern {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMatchValue(this);
    }
  }

  /** {@code None}, {@code True} or {@code False}. */
  record MatchSingleton(Constant value, Span span) implements Pattern {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMatchSingleton(this);
    }
  }

  /** {@code [a, b, *rest]}. */
  record MatchSequence(List<Pattern> patterns, Span span) implements Pattern {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMatchSequence(this);
    }
  }

  /** {@code {key: pattern, **rest}}. */
  record MatchMapping(List<Expr> keys, List<Pattern> patterns, String rest, Span span)
      implements Pattern {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMatchMapping(this);
    }
  }

  /** {@code cls(patterns, attr=pattern)}. */
  record MatchClass(
      Expr cls, List<Pattern> patterns, List<String> kwdAttrs, List<Pattern> kwdPatterns, Span span)
      implements Pattern {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMatchClass(this);
    }
  }

  /** {@code *name}; a null name is {@code *_}. */
  record MatchStar(String name, Span span) implements Pattern {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMatchStar(this);
    }
  }

  /** {@code pattern as name}; both null is the wildcard. */
  record MatchAs(Pattern pattern, String name, Span span) implements Pattern {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMatchAs(this);
    }
  }

  /** {@code a | b}. */
  record MatchOr(List<Pattern> patterns, Span span) implements Pattern {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMatchOr(this);
    }
  }
}
