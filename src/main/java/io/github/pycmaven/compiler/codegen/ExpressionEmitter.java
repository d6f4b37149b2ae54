package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.UnaryOperator;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.compiler.symtable.Scope;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;

/**
 * Dispatches expressions to their emitters, and emits those that need no emitter of their own.
 *
 * @cpython Python/codegen.c:codegen_visit_expr
 */
final class ExpressionEmitter implements Expr.Visitor<Void> {
  /** GET_ITER for {@code yield from} in what is no coroutine; the interpreter would set it so. */
  private static final int ITER_OF_GENERATOR = 3;

  private final CodegenContext c;

  ExpressionEmitter(CodegenContext context) {
    c = context;
  }

  void visit(Expr expression) {
    expression.accept(this);
  }

  @Override
  public Void visitNamedExpr(Expr.NamedExpr e) {
    visit(e.value());
    c.op(Op.COPY, 1, e.span());
    visit(e.target());
    return null;
  }

  @Override
  public Void visitBoolOp(Expr.BoolOp e) {
    c.conditions.boolOp(e);
    return null;
  }

  @Override
  public Void visitBinOp(Expr.BinOp e) {
    visit(e.left());
    visit(e.right());
    c.op(Op.BINARY_OP, c.operands.binary(e.op()), e.span());
    return null;
  }

  @Override
  public Void visitUnaryOp(Expr.UnaryOp e) {
    visit(e.operand());
    if (e.op() == UnaryOperator.U_ADD) {
      c.intrinsic1("UNARY_POSITIVE", e.span());
    } else if (e.op() == UnaryOperator.NOT) {
      c.toBool(e.span());
      c.op(Op.UNARY_NOT, e.span());
    } else {
      c.op(e.op() == UnaryOperator.INVERT ? Op.UNARY_INVERT : Op.UNARY_NEGATIVE, e.span());
    }
    return null;
  }

  @Override
  public Void visitLambda(Expr.Lambda e) {
    c.functions.lambda(e);
    return null;
  }

  @Override
  public Void visitIfExp(Expr.IfExp e) {
    c.conditions.ifExp(e);
    return null;
  }

  @Override
  public Void visitDict(Expr.Dict e) {
    c.displays.dict(e);
    return null;
  }

  @Override
  public Void visitSetDisplay(Expr.SetDisplay e) {
    c.displays.set(e);
    return null;
  }

  @Override
  public Void visitListComp(Expr.ListComp e) {
    c.comprehensions.listComp(e);
    return null;
  }

  @Override
  public Void visitSetComp(Expr.SetComp e) {
    c.comprehensions.setComp(e);
    return null;
  }

  @Override
  public Void visitDictComp(Expr.DictComp e) {
    c.comprehensions.dictComp(e);
    return null;
  }

  @Override
  public Void visitGeneratorExp(Expr.GeneratorExp e) {
    c.comprehensions.generatorExp(e);
    return null;
  }

  @Override
  public Void visitAwait(Expr.Await e) {
    visit(e.value());
    await(0, e.span());
    return null;
  }

  /**
   * Awaits the value on the stack.
   *
   * @param source what GET_AWAITABLE tells of it in its messages: 1 aenter, 2 aexit, 0 other
   */
  void await(int source, Span span) {
    c.op(Op.GET_AWAITABLE, source, span);
    c.pairIterator(span);
    c.loadNone(span);
    yieldFrom(span, true);
  }

  /** Awaits the next value of the asynchronous iterator on the stack. */
  void awaitNext(Label send, Span span) {
    c.op(Op.GET_ANEXT, span);
    c.pairIterator(span);
    c.loadNone(span);
    if (send != null) {
      c.place(send);
    }
    yieldFrom(span, true);
  }

  @Override
  public Void visitYield(Expr.Yield e) {
    if (!c.unit.isFunctionLike()) {
      throw c.error("'yield' outside function", e.span());
    }
    if (e.value() != null) {
      visit(e.value());
    } else {
      c.loadNone(e.span());
    }
    yieldValue(e.span());
    return null;
  }

  /** Yields the value on the stack; what is sent takes its place. */
  void yieldValue(Span span) {
    Scope scope = c.unit.scope;
    if (scope.isGenerator() && scope.isCoroutine()) {
      c.intrinsic1("ASYNC_GEN_WRAP", span);
    }
    c.op(Op.YIELD_VALUE, 0, span);
    c.op(Op.RESUME, CodegenContext.RESUME_AFTER_YIELD, span);
  }

  @Override
  public Void visitYieldFrom(Expr.YieldFrom e) {
    if (!c.unit.isFunctionLike()) {
      throw c.error("'yield from' outside function", e.span());
    }
    if (c.unit.type == ScopeType.ASYNC_FUNCTION) {
      throw c.error("'yield from' inside async function", e.span());
    }
    visit(e.value());
    if (c.has(Op.GET_YIELD_FROM_ITER)) {
      c.op(Op.GET_YIELD_FROM_ITER, e.span());
    } else {
      c.op(Op.GET_ITER, ITER_OF_GENERATOR, e.span());
    }
    c.loadNone(e.span());
    yieldFrom(e.span(), false);
    return null;
  }

  /**
   * Delegates to the iterator below the value on the stack, until it is exhausted.
   *
   * @cpython Python/codegen.c:codegen_add_yield_from
   */
  void yieldFrom(Span span, boolean await) {
    Label send = c.label();
    Label fail = c.label();
    Label exit = c.label();
    c.place(send);
    c.jump(Op.SEND, exit, span);
    int resumption =
        await ? CodegenContext.RESUME_AFTER_AWAIT : CodegenContext.RESUME_AFTER_YIELD_FROM;
    if (!c.has(Op.CLEANUP_THROW)) {
      c.op(Op.YIELD_VALUE, span);
      c.op(Op.RESUME, resumption, span);
      c.jumpToSend(send, span);
      c.place(exit);
      return;
    }
    // YIELD_VALUE raises only if close() or throw() made it; a StopIteration is then the result.
    c.jump(Op.SETUP_FINALLY, fail, span);
    c.op(Op.YIELD_VALUE, 1, span);
    c.op(Op.POP_BLOCK, Span.NONE);
    c.op(Op.RESUME, resumption, span);
    c.jumpToSend(send, span);
    c.place(fail);
    c.op(Op.CLEANUP_THROW, span);
    c.place(exit);
    c.op(Op.END_SEND, span);
  }

  @Override
  public Void visitCompare(Expr.Compare e) {
    c.conditions.compare(e);
    return null;
  }

  @Override
  public Void visitCall(Expr.Call e) {
    c.calls.call(e);
    return null;
  }

  @Override
  public Void visitFormattedValue(Expr.FormattedValue e) {
    c.strings.formattedValue(e);
    return null;
  }

  @Override
  public Void visitInterpolation(Expr.Interpolation e) {
    c.strings.interpolation(e);
    return null;
  }

  @Override
  public Void visitJoinedStr(Expr.JoinedStr e) {
    c.strings.joinedStr(e);
    return null;
  }

  @Override
  public Void visitTemplateStr(Expr.TemplateStr e) {
    c.strings.templateStr(e);
    return null;
  }

  @Override
  public Void visitConstantExpr(Expr.ConstantExpr e) {
    c.loadConst(e.value(), e.span());
    return null;
  }

  @Override
  public Void visitAttribute(Expr.Attribute e) {
    c.attributes.attribute(e);
    return null;
  }

  @Override
  public Void visitSubscript(Expr.Subscript e) {
    c.subscripts.subscript(e);
    return null;
  }

  @Override
  public Void visitStarred(Expr.Starred e) {
    throw c.error(
        e.ctx() == ExprContext.STORE
            ? "starred assignment target must be in a list or tuple"
            : "can't use starred expression here",
        e.span());
  }

  @Override
  public Void visitName(Expr.Name e) {
    c.access(e.id(), e.span(), e.ctx());
    return null;
  }

  @Override
  public Void visitListDisplay(Expr.ListDisplay e) {
    c.displays.list(e);
    return null;
  }

  @Override
  public Void visitTuple(Expr.Tuple e) {
    c.displays.tuple(e);
    return null;
  }

  @Override
  public Void visitSlice(Expr.Slice e) {
    c.subscripts.slice(e);
    return null;
  }
}
