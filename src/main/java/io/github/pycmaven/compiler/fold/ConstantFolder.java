package io.github.pycmaven.compiler.fold;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.arithmetic.BinaryFolding;
import io.github.pycmaven.compiler.arithmetic.FrozenSets;
import io.github.pycmaven.compiler.arithmetic.UnaryFolding;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.UnaryOperator;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces operations on constants by their results, in the tree: what CPython did until 3.13.
 *
 * @cpython Python/ast_opt.c:fold_binop (3.13)
 */
final class ConstantFolder {
  /** The operation, or its result if both operands are constants. */
  Expr binary(Expr.BinOp e) {
    if (e.op() == BinaryOperator.MAT_MULT
        || !(e.left() instanceof Expr.ConstantExpr left)
        || !(e.right() instanceof Expr.ConstantExpr right)) {
      return e;
    }
    return or(BinaryFolding.foldUnmixed(e.op().symbol(), left.value(), right.value()), e, e.span());
  }

  Expr unary(Expr.UnaryOp e) {
    if (e.operand() instanceof Expr.ConstantExpr operand) {
      return or(result(e.op(), operand.value()), e, e.span());
    }
    if (e.op() == UnaryOperator.NOT
        && e.operand() instanceof Expr.Compare compare
        && compare.ops().size() == 1) {
      CompareOperator opposite = opposite(compare.ops().get(0));
      if (opposite != null) {
        return new Expr.Compare(
            compare.left(), List.of(opposite), compare.comparators(), compare.span());
      }
    }
    return e;
  }

  private static Constant result(UnaryOperator op, Constant operand) {
    switch (op) {
      case INVERT:
        // Deprecated for a bool, but done.
        if (operand == Constant.Singleton.TRUE) {
          return new Constant.Int(-2);
        }
        return operand == Constant.Singleton.FALSE
            ? new Constant.Int(-1)
            : UnaryFolding.fold(Op.UNARY_INVERT, operand);
      case NOT:
        return UnaryFolding.fold(Op.UNARY_NOT, operand);
      case U_SUB:
        return UnaryFolding.fold(Op.UNARY_NEGATIVE, operand);
      default:
        return UnaryFolding.fold(Op.UNARY_POSITIVE, operand);
    }
  }

  private static CompareOperator opposite(CompareOperator op) {
    switch (op) {
      case IS:
        return CompareOperator.IS_NOT;
      case IS_NOT:
        return CompareOperator.IS;
      case IN:
        return CompareOperator.NOT_IN;
      case NOT_IN:
        return CompareOperator.IN;
      default:
        return null;
    }
  }

  Expr subscript(Expr.Subscript e) {
    if (e.ctx() != ExprContext.LOAD
        || !(e.value() instanceof Expr.ConstantExpr value)
        || !(e.slice() instanceof Expr.ConstantExpr index)) {
      return e;
    }
    return or(BinaryFolding.fold("[]", value.value(), index.value()), e, e.span());
  }

  Expr tuple(Expr.Tuple e) {
    return e.ctx() == ExprContext.LOAD ? or(tupleOf(e.elts()), e, e.span()) : e;
  }

  /** The comparators; the last one, if it is searched, as something that can be a constant. */
  List<Expr> searched(List<CompareOperator> ops, List<Expr> comparators) {
    int last = ops.size() - 1;
    CompareOperator op = ops.get(last);
    if (op != CompareOperator.IN && op != CompareOperator.NOT_IN) {
      return comparators;
    }
    Expr old = comparators.get(last);
    Expr changed = iterated(old);
    if (changed == old) {
      return comparators;
    }
    List<Expr> all = new ArrayList<>(comparators);
    all.set(last, changed);
    return all;
  }

  /** A list as a tuple, which may be a constant; a set of constants as a frozenset. */
  Expr iterated(Expr e) {
    if (e instanceof Expr.ListDisplay list) {
      for (Expr element : list.elts()) {
        if (element instanceof Expr.Starred) {
          return e;
        }
      }
      Expr tuple = new Expr.Tuple(list.elts(), list.ctx(), list.span());
      return or(tupleOf(list.elts()), tuple, list.span());
    }
    if (e instanceof Expr.SetDisplay set) {
      Constant.Tuple elements = tupleOf(set.elts());
      return elements == null
          ? e
          : or(FrozenSets.of(elements.elements().toArray(new Constant[0])), e, e.span());
    }
    return e;
  }

  private static Constant.Tuple tupleOf(List<Expr> elements) {
    List<Constant> values = new ArrayList<>(elements.size());
    for (Expr element : elements) {
      if (!(element instanceof Expr.ConstantExpr constant)) {
        return null;
      }
      values.add(constant.value());
    }
    return new Constant.Tuple(values);
  }

  private static Expr or(Constant value, Expr otherwise, Span span) {
    return value == null ? otherwise : new Expr.ConstantExpr(value, null, span);
  }
}
