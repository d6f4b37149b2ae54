package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.source.Span;

/**
 * A type parameter (PEP 695, 696).
 *
 * @cpython Parser/Python.asdl
 */
public sealed interface TypeParam extends Node {
  /** Calls the visitor's method for this node's kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of node; exhaustive because nothing has a default. */
  interface Visitor<R> {
    R visitTypeVar(TypeVar node);

    R visitParamSpec(ParamSpec node);

    R visitTypeVarTuple(TypeVarTuple node);
  }

  /** {@code T: bound = default}. */
  record TypeVar(String name, Expr bound, Expr defaultValue, Span span) implements TypeParam {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTypeVar(this);
    }
  }

  /** {@code **P = default}. */
  record ParamSpec(String name, Expr defaultValue, Span span) implements TypeParam {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitParamSpec(this);
    }
  }

  /** {@code *Ts = default}. */
  record TypeVarTuple(String name, Expr defaultValue, Span span) implements TypeParam {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTypeVarTuple(this);
    }
  }
}
