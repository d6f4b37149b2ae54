package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;

/**
 * Subscripts and slices.
 *
 * @cpython Python/codegen.c:codegen_subscript
 */
final class SubscriptEmitter {
  private final CodegenContext c;

  SubscriptEmitter(CodegenContext context) {
    c = context;
  }

  void subscript(Expr.Subscript e) {
    Span span = e.span();
    if (e.ctx() == ExprContext.LOAD) {
      checkSubscripted(e.value());
      checkIndex(e.value(), e.slice());
    }
    c.visit(e.value());
    if (isTwoPartSlice(e.slice()) && e.ctx() != ExprContext.DEL) {
      twoParts((Expr.Slice) e.slice());
      c.op(e.ctx() == ExprContext.LOAD ? Op.BINARY_SLICE : Op.STORE_SLICE, span);
      return;
    }
    c.visit(e.slice());
    switch (e.ctx()) {
      case LOAD:
        c.subscript(span);
        break;
      case STORE:
        c.op(Op.STORE_SUBSCR, span);
        break;
      default:
        c.op(Op.DELETE_SUBSCR, span);
    }
  }

  /** Whether start and stop go onto the stack without a slice object around them. */
  boolean isTwoPartSlice(Expr e) {
    return c.has(Op.BINARY_SLICE)
        && e instanceof Expr.Slice slice
        && slice.step() == null
        && !isConstant(slice);
  }

  private boolean isConstant(Expr.Slice slice) {
    return c.has(Feature.SLICE_CONSTANTS)
        && isConstantOrAbsent(slice.lower())
        && isConstantOrAbsent(slice.upper())
        && isConstantOrAbsent(slice.step());
  }

  private static boolean isConstantOrAbsent(Expr e) {
    return e == null || e instanceof Expr.ConstantExpr;
  }

  void twoParts(Expr.Slice e) {
    part(e.lower(), e.span());
    part(e.upper(), e.span());
  }

  private void part(Expr e, Span span) {
    if (e == null) {
      c.loadNone(span);
    } else {
      c.visit(e);
    }
  }

  void slice(Expr.Slice e) {
    if (isConstant(e)) {
      c.loadConst(
          new Constant.Slice(value(e.lower()), value(e.upper()), value(e.step())), e.span());
      return;
    }
    twoParts(e);
    if (e.step() != null) {
      c.visit(e.step());
    }
    c.op(Op.BUILD_SLICE, e.step() == null ? 2 : 3, e.span());
  }

  private static Constant value(Expr e) {
    return e == null ? Constant.Singleton.NONE : ((Expr.ConstantExpr) e).value();
  }

  private void checkSubscripted(Expr e) {
    boolean never =
        e instanceof Expr.SetDisplay
            || e instanceof Expr.SetComp
            || e instanceof Expr.GeneratorExp
            || e instanceof Expr.Lambda;
    if (e instanceof Expr.ConstantExpr constant) {
      Constant value = constant.value();
      never =
          value == Constant.Singleton.NONE
              || value == Constant.Singleton.ELLIPSIS
              || LiteralTypes.nameOf(e).equals("bool")
              || value instanceof Constant.Int
              || value instanceof Constant.BigInt
              || value instanceof Constant.Float
              || value instanceof Constant.Complex
              || value instanceof Constant.FrozenSet;
    }
    if (never) {
      c.warn(
          "'"
              + LiteralTypes.nameOf(e)
              + "' object is not subscriptable; perhaps you missed a comma?",
          e.span());
    }
  }

  private void checkIndex(Expr e, Expr index) {
    String indexType = LiteralTypes.nameOf(index);
    if (indexType == null || indexType.equals("int") || indexType.equals("bool")) {
      return;
    }
    boolean sequence =
        e instanceof Expr.Tuple
            || e instanceof Expr.ListDisplay
            || e instanceof Expr.ListComp
            || LiteralTypes.isFormatted(e);
    if (e instanceof Expr.ConstantExpr constant) {
      sequence =
          constant.value() instanceof Constant.Str
              || constant.value() instanceof Constant.Bytes
              || constant.value() instanceof Constant.Tuple;
    }
    if (sequence) {
      c.warn(
          LiteralTypes.nameOf(e)
              + " indices must be integers or slices, not "
              + indexType
              + "; perhaps you missed a comma?",
          e.span());
    }
  }
}
