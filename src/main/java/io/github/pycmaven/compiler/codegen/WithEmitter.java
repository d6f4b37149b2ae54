package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.WithItem;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.List;

/**
 * {@code with} and {@code async with}.
 *
 * @cpython Python/codegen.c:codegen_with_inner, codegen_async_with_inner
 */
final class WithEmitter {
  private final CodegenContext c;

  WithEmitter(CodegenContext context) {
    c = context;
  }

  void with(Stmt.With s) {
    items(s, s.items(), s.body(), false);
  }

  void asyncWith(Stmt.AsyncWith s) {
    items(s, s.items(), s.body(), true);
  }

  private void items(Stmt s, List<WithItem> items, List<Stmt> body, boolean isAsync) {
    WithItem item = items.get(0);
    Label block = c.label();
    Label handler = c.label();
    Label exit = c.label();
    Label cleanup = c.label();
    c.visit(item.contextExpr());
    Span span = c.at(c.narrowed(item.contextExpr(), s.span()));
    enter(isAsync, span);
    c.jump(Op.SETUP_WITH, handler, span);
    c.place(block);
    c.pushBlock(
        new FrameBlock(
            isAsync ? FrameBlock.Kind.ASYNC_WITH : FrameBlock.Kind.WITH, block, handler, span));
    if (item.optionalVars() != null) {
      c.visit(item.optionalVars());
    } else {
      c.op(Op.POP_TOP, span);
    }
    if (items.size() == 1) {
      c.visitBody(body);
    } else {
      items(s, items.subList(1, items.size()), body, isAsync);
    }
    c.op(Op.POP_BLOCK, isAsync ? c.at(span) : Span.NONE);
    c.popBlock();
    callExitWithNones(span);
    if (isAsync) {
      await(2, span);
    }
    c.op(Op.POP_TOP, span);
    c.jump(Op.JUMP, exit, span);
    c.place(handler);
    c.jump(Op.SETUP_CLEANUP, cleanup, span);
    c.op(Op.PUSH_EXC_INFO, span);
    c.op(Op.WITH_EXCEPT_START, span);
    if (isAsync) {
      await(2, span);
    }
    c.unit.here = Span.NONE;
    if (c.has(Feature.EARLY_SUPPRESSION)) {
      finishHandler(cleanup);
    } else {
      finishHandlerWithReraise(cleanup);
    }
    c.place(exit);
  }

  private void enter(boolean isAsync, Span span) {
    if (!c.has(Op.LOAD_SPECIAL)) {
      c.op(isAsync ? Op.BEFORE_ASYNC_WITH : Op.BEFORE_WITH, span);
      if (isAsync) {
        await(1, span);
      }
      return;
    }
    c.op(Op.COPY, 1, span);
    c.op(Op.LOAD_SPECIAL, c.operands.specialMethod(isAsync ? "__aexit__" : "__exit__"), span);
    c.op(Op.SWAP, 2, span);
    c.op(Op.SWAP, 3, span);
    c.op(Op.LOAD_SPECIAL, c.operands.specialMethod(isAsync ? "__aenter__" : "__enter__"), span);
    c.call(0, span);
    if (isAsync) {
      await(1, span);
    }
  }

  /**
   * Awaits the value on the stack.
   *
   * @param source what GET_AWAITABLE tells of it in its messages: 1 aenter, 2 aexit
   */
  void await(int source, Span span) {
    c.expressions.await(source, span);
  }

  void callExitWithNones(Span span) {
    c.loadNone(span);
    c.loadNone(span);
    c.loadNone(span);
    // Where the exit is a bound method, its self is one of the arguments already.
    c.call(c.has(Op.LOAD_SPECIAL) ? 3 : 2, span);
  }

  private void finishHandler(Label cleanup) {
    Label suppress = c.label();
    c.toBool(Span.NONE);
    c.jump(Op.POP_JUMP_IF_TRUE, suppress, Span.NONE);
    c.op(Op.RERAISE, 2, Span.NONE);
    c.place(suppress);
    swallow();
    Label exit = c.label();
    c.jump(Op.JUMP_NO_INTERRUPT, exit, Span.NONE);
    c.place(cleanup);
    c.tries.popExceptAndReraise();
    c.place(exit);
  }

  /** The same in an order that needs no jump over the cleanup. */
  private void finishHandlerWithReraise(Label cleanup) {
    Label suppress = c.label();
    c.jump(Op.POP_JUMP_IF_TRUE, suppress, Span.NONE);
    c.op(Op.RERAISE, 2, Span.NONE);
    c.place(cleanup);
    c.tries.popExceptAndReraise();
    c.place(suppress);
    swallow();
  }

  /** Drops the exception, and what the statement has kept on the stack. */
  private void swallow() {
    c.op(Op.POP_TOP, Span.NONE);
    c.op(Op.POP_BLOCK, Span.NONE);
    c.op(Op.POP_EXCEPT, Span.NONE);
    c.op(Op.POP_TOP, Span.NONE);
    c.op(Op.POP_TOP, Span.NONE);
    if (c.has(Op.LOAD_SPECIAL)) {
      c.op(Op.POP_TOP, Span.NONE);
    }
  }
}
