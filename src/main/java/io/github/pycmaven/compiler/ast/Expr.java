package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.source.Span;
import java.util.List;

/**
 * An expression.
 *
 * @cpython Parser/Python.asdl
 */
public sealed interface Expr extends Node {
  /** Calls the visitor's method for this node's kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of node; exhaustive because nothing has a default. */
  interface Visitor<R> {
    R visitBoolOp(BoolOp node);

    R visitNamedExpr(NamedExpr node);

    R visitBinOp(BinOp node);

    R visitUnaryOp(UnaryOp node);

    R visitLambda(Lambda node);

    R visitIfExp(IfExp node);

    R visitDict(Dict node);

    R visitSetDisplay(SetDisplay node);

    R visitListComp(ListComp node);

    R visitSetComp(SetComp node);

    R visitDictComp(DictComp node);

    R visitGeneratorExp(GeneratorExp node);

    R visitAwait(Await node);

    R visitYield(Yield node);

    R visitYieldFrom(YieldFrom node);

    R visitCompare(Compare node);

    R visitCall(Call node);

    R visitFormattedValue(FormattedValue node);

    R visitInterpolation(Interpolation node);

    R visitJoinedStr(JoinedStr node);

    R visitTemplateStr(TemplateStr node);

    R visitConstantExpr(ConstantExpr node);

    R visitAttribute(Attribute node);

    R visitSubscript(Subscript node);

    R visitStarred(Starred node);

    R visitName(Name node);

    R visitListDisplay(ListDisplay node);

    R visitTuple(Tuple node);

    R visitSlice(Slice node);
  }

  /** {@code a and b and c}. */
  record BoolOp(BoolOperator op, List<Expr> values, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBoolOp(this);
    }
  }

  /** {@code target := value}. */
  record NamedExpr(Expr target, Expr value, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNamedExpr(this);
    }
  }

  /** {@code left op right}. */
  record BinOp(Expr left, BinaryOperator op, Expr right, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBinOp(this);
    }
  }

  /** {@code op operand}. */
  record UnaryOp(UnaryOperator op, Expr operand, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitUnaryOp(this);
    }
  }

  /** {@code lambda args: body}. */
  record Lambda(Arguments args, Expr body, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLambda(this);
    }
  }

  /** {@code body if test else orelse}. */
  record IfExp(Expr test, Expr body, Expr orelse, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitIfExp(this);
    }
  }

  /** A dict display; a null key stands for {@code **value}. */
  record Dict(List<Expr> keys, List<Expr> values, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDict(this);
    }
  }

  /** A set display. */
  record SetDisplay(List<Expr> elts, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetDisplay(this);
    }
  }

  /** {@code [elt for …]}. */
  record ListComp(Expr elt, List<Comprehension> generators, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitListComp(this);
    }
  }

  /** {@code {elt for …}}. */
  record SetComp(Expr elt, List<Comprehension> generators, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetComp(this);
    }
  }

  /** {@code {key: value for …}}. */
  record DictComp(Expr key, Expr value, List<Comprehension> generators, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDictComp(this);
    }
  }

  /** {@code (elt for …)}. */
  record GeneratorExp(Expr elt, List<Comprehension> generators, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGeneratorExp(this);
    }
  }

  /** {@code await value}. */
  record Await(Expr value, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAwait(this);
    }
  }

  /** {@code yield value}. */
  record Yield(Expr value, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitYield(this);
    }
  }

  /** {@code yield from value}. */
  record YieldFrom(Expr value, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitYieldFrom(this);
    }
  }

  /** {@code left op c0 op c1}. */
  record Compare(Expr left, List<CompareOperator> ops, List<Expr> comparators, Span span)
      implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCompare(this);
    }
  }

  /** {@code func(args, keywords)}. */
  record Call(Expr func, List<Expr> args, List<Keyword> keywords, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCall(this);
    }
  }

  /**
   * A replacement field of an f-string; {@code conversion} is -1, or the character {@code s},
   * {@code r} or {@code a}.
   */
  record FormattedValue(Expr value, int conversion, Expr formatSpec, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFormattedValue(this);
    }
  }

  /** A replacement field of a t-string, with its source text. */
  record Interpolation(Expr value, Constant str, int conversion, Expr formatSpec, Span span)
      implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitInterpolation(this);
    }
  }

  /** An f-string. */
  record JoinedStr(List<Expr> values, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitJoinedStr(this);
    }
  }

  /** A t-string. */
  record TemplateStr(List<Expr> values, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTemplateStr(this);
    }
  }

  /** A literal; {@code kind} is "u" for a {@code u""} literal. */
  record ConstantExpr(Constant value, String kind, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitConstantExpr(this);
    }
  }

  /** {@code value.attr}. */
  record Attribute(Expr value, String attr, ExprContext ctx, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAttribute(this);
    }
  }

  /** {@code value[slice]}. */
  record Subscript(Expr value, Expr slice, ExprContext ctx, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSubscript(this);
    }
  }

  /** {@code *value}. */
  record Starred(Expr value, ExprContext ctx, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitStarred(this);
    }
  }

  /** A name. */
  record Name(String id, ExprContext ctx, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitName(this);
    }
  }

  /** A list display or target list in brackets. */
  record ListDisplay(List<Expr> elts, ExprContext ctx, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitListDisplay(this);
    }
  }

  /** A tuple or target list. */
  record Tuple(List<Expr> elts, ExprContext ctx, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTuple(this);
    }
  }

  /** {@code lower:upper:step}. */
  record Slice(Expr lower, Expr upper, Expr step, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSlice(this);
    }
  }
}
