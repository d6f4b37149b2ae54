package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.BoolOperator;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.UnaryOperator;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.List;

/**
 * Comparisons, boolean operators, conditional expressions, and jumps on conditions.
 *
 * @cpython Python/codegen.c:codegen_jump_if
 */
final class ConditionEmitter {
  private final CodegenContext c;

  ConditionEmitter(CodegenContext context) {
    c = context;
  }

  /** Jumps to {@code next} if the expression's truth is {@code condition}; else falls through. */
  void jumpIf(Expr e, Label next, boolean condition, Span span) {
    if (e instanceof Expr.UnaryOp unary && unary.op() == UnaryOperator.NOT) {
      jumpIf(unary.operand(), next, !condition, span);
    } else if (e instanceof Expr.BoolOp bool) {
      jumpIfBoolOp(bool, next, condition, span);
    } else if (e instanceof Expr.IfExp choice) {
      Label end = c.label();
      Label orelse = c.label();
      jumpIf(choice.test(), orelse, false, span);
      jumpIf(choice.body(), next, condition, span);
      c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
      c.place(orelse);
      jumpIf(choice.orelse(), next, condition, span);
      c.place(end);
    } else if (e instanceof Expr.Compare compare && compare.ops().size() > 1) {
      jumpIfChain(compare, next, condition);
    } else {
      if (e instanceof Expr.Compare) {
        c.unit.here = e.span();
      }
      c.visit(e);
      c.toBool(e.span());
      c.jump(jumpOp(condition), next, c.at(e.span()));
    }
  }

  private static Op jumpOp(boolean condition) {
    return condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE;
  }

  private void jumpIfBoolOp(Expr.BoolOp e, Label next, boolean condition, Span span) {
    boolean isOr = e.op() == BoolOperator.OR;
    Label decided = isOr == condition ? next : c.label();
    List<Expr> values = e.values();
    int last = values.size() - 1;
    for (int i = 0; i < last; i++) {
      jumpIf(values.get(i), decided, isOr, span);
    }
    jumpIf(values.get(last), next, condition, span);
    if (decided != next) {
      c.place(decided);
    }
  }

  private void jumpIfChain(Expr.Compare e, Label next, boolean condition) {
    checkIdentityOperands(e);
    Span span = e.span();
    c.unit.here = span;
    int last = e.ops().size() - 1;
    Label cleanup = c.label();
    c.visit(e.left());
    for (int i = 0; i < last; i++) {
      c.visit(e.comparators().get(i));
      c.op(Op.SWAP, 2, span);
      c.op(Op.COPY, 2, span);
      c.compare(e.ops().get(i), span);
      c.toBool(span);
      c.jump(Op.POP_JUMP_IF_FALSE, cleanup, span);
    }
    c.visit(e.comparators().get(last));
    c.compare(e.ops().get(last), span);
    c.toBool(span);
    c.jump(jumpOp(condition), next, span);
    Label end = c.label();
    c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
    c.place(cleanup);
    c.op(Op.POP_TOP, span);
    if (!condition) {
      c.jump(Op.JUMP_NO_INTERRUPT, next, Span.NONE);
    }
    c.place(end);
  }

  void compare(Expr.Compare e) {
    checkIdentityOperands(e);
    Span span = e.span();
    int last = e.ops().size() - 1;
    c.visit(e.left());
    if (last == 0) {
      c.visit(e.comparators().get(0));
      c.compare(e.ops().get(0), span);
      return;
    }
    Label cleanup = c.label();
    for (int i = 0; i < last; i++) {
      c.visit(e.comparators().get(i));
      c.op(Op.SWAP, 2, span);
      c.op(Op.COPY, 2, span);
      c.compare(e.ops().get(i), span);
      if (c.has(Op.JUMP_IF_FALSE_OR_POP)) {
        c.jump(Op.JUMP_IF_FALSE_OR_POP, cleanup, span);
      } else {
        jumpWithCopyOrPop(true, cleanup, span);
      }
    }
    c.visit(e.comparators().get(last));
    c.compare(e.ops().get(last), span);
    Label end = c.label();
    c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
    c.place(cleanup);
    c.op(Op.SWAP, 2, span);
    c.op(Op.POP_TOP, span);
    c.place(end);
  }

  void boolOp(Expr.BoolOp e) {
    boolean isAnd = e.op() == BoolOperator.AND;
    Label end = c.label();
    List<Expr> values = e.values();
    int last = values.size() - 1;
    for (int i = 0; i < last; i++) {
      c.visit(values.get(i));
      jumpOrPop(isAnd, end, e.span());
    }
    c.visit(values.get(last));
    c.place(end);
  }

  /** Jumps with the value on the stack if that is false, or else true; if not, takes it away. */
  private void jumpOrPop(boolean ifFalse, Label target, Span span) {
    if (c.has(Op.JUMP_IF_FALSE_OR_POP)) {
      c.jump(ifFalse ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP, target, span);
      return;
    }
    if (c.has(Op.JUMP_IF_FALSE)) {
      c.jump(ifFalse ? Op.JUMP_IF_FALSE : Op.JUMP_IF_TRUE, target, span);
      c.op(Op.POP_TOP, span);
    } else {
      jumpWithCopyOrPop(ifFalse, target, span);
    }
  }

  private void jumpWithCopyOrPop(boolean ifFalse, Label target, Span span) {
    c.op(Op.COPY, 1, span);
    c.toBool(span);
    c.jump(jumpOp(!ifFalse), target, span);
    c.op(Op.POP_TOP, span);
  }

  void ifExp(Expr.IfExp e) {
    Label end = c.label();
    Label orelse = c.label();
    Span around = c.unit.here;
    c.unit.here = e.span();
    jumpIf(e.test(), orelse, false, e.span());
    c.unit.here = around;
    c.visit(e.body());
    c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
    c.place(orelse);
    c.visit(e.orelse());
    c.place(end);
  }

  /** Warns where {@code is} compares with a literal. */
  private void checkIdentityOperands(Expr.Compare e) {
    Expr leftExpr = e.left();
    boolean left = mayBeIdentical(leftExpr);
    for (int i = 0; i < e.ops().size(); i++) {
      CompareOperator op = e.ops().get(i);
      Expr rightExpr = e.comparators().get(i);
      boolean right = mayBeIdentical(rightExpr);
      if ((op == CompareOperator.IS || op == CompareOperator.IS_NOT) && !(left && right)) {
        String type =
            c.has(Feature.TYPED_IDENTITY_WARNINGS)
                ? "'" + LiteralTypes.nameOf(left ? rightExpr : leftExpr) + "'"
                : "a";
        c.warn(
            op == CompareOperator.IS
                ? "\"is\" with " + type + " literal. Did you mean \"==\"?"
                : "\"is not\" with " + type + " literal. Did you mean \"!=\"?",
            e.span());
        return;
      }
      left = right;
      leftExpr = rightExpr;
    }
  }

  private static boolean mayBeIdentical(Expr e) {
    if (e instanceof Expr.Tuple tuple) {
      for (Expr element : tuple.elts()) {
        if (!(element instanceof Expr.ConstantExpr)) {
          return true;
        }
      }
      return false;
    }
    return !(e instanceof Expr.ConstantExpr constant)
        || constant.value() instanceof Constant.Singleton;
  }
}
