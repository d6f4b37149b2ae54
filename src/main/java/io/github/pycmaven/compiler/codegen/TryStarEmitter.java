package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.ExceptHandler;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;

/**
 * {@code try} with {@code except*}: while the handlers run, the stack holds the original exception,
 * the list of what they raised, and what is not handled yet.
 *
 * @cpython Python/codegen.c:codegen_try_star_except
 */
final class TryStarEmitter {
  private final CodegenContext c;

  TryStarEmitter(CodegenContext context) {
    c = context;
  }

  void tryStatement(Stmt.TryStar s) {
    if (s.finalbody().isEmpty()) {
      tryExcept(s);
    } else {
      c.tries.tryFinally(
          s.span(),
          s.finalbody(),
          () -> {
            if (s.handlers().isEmpty()) {
              c.visitBody(s.body());
            } else {
              tryExcept(s);
            }
          });
    }
  }

  private void tryExcept(Stmt.TryStar s) {
    Span span = s.span();
    Label body = c.label();
    Label except = c.label();
    Label orelse = c.label();
    Label end = c.label();
    Label cleanup = c.label();
    Label reraiseStar = c.label();
    c.jump(Op.SETUP_FINALLY, except, span);
    c.place(body);
    c.pushBlock(new FrameBlock(FrameBlock.Kind.TRY_EXCEPT, body, null, span));
    c.visitBody(s.body());
    c.popBlock();
    c.op(Op.POP_BLOCK, Span.NONE);
    c.jump(Op.JUMP_NO_INTERRUPT, orelse, Span.NONE);
    c.place(except);
    c.jump(Op.SETUP_CLEANUP, cleanup, Span.NONE);
    c.op(Op.PUSH_EXC_INFO, Span.NONE);
    c.pushBlock(new FrameBlock(FrameBlock.Kind.EXCEPTION_GROUP_HANDLER, null, null, span));
    for (int i = 0; i < s.handlers().size(); i++) {
      handler(s.handlers().get(i), i == 0);
    }
    // What no handler took goes to the list too.
    c.op(Op.LIST_APPEND, 1, Span.NONE);
    c.jump(Op.JUMP_NO_INTERRUPT, reraiseStar, Span.NONE);
    c.popBlock();
    Label reraise = c.label();
    c.place(reraiseStar);
    c.intrinsic2("PREP_RERAISE_STAR", Span.NONE);
    c.op(Op.COPY, 1, Span.NONE);
    c.jump(Op.POP_JUMP_IF_NOT_NONE, reraise, Span.NONE);
    c.op(Op.POP_TOP, Span.NONE);
    c.op(Op.POP_BLOCK, Span.NONE);
    c.op(Op.POP_EXCEPT, Span.NONE);
    c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
    c.place(reraise);
    c.op(Op.POP_BLOCK, Span.NONE);
    c.op(Op.SWAP, 2, Span.NONE);
    c.op(Op.POP_EXCEPT, Span.NONE);
    c.op(Op.RERAISE, 0, Span.NONE);
    c.unit.here = Span.NONE;
    c.place(cleanup);
    c.tries.popExceptAndReraise();
    c.place(orelse);
    c.visitBody(s.orelse());
    c.place(end);
  }

  private void handler(ExceptHandler handler, boolean first) {
    Span span = handler.span();
    Label next = c.label();
    Label nextWithError = c.label();
    Label noMatch = c.label();
    if (first && c.has(Feature.EARLY_GROUP_RESULTS)) {
      c.op(Op.BUILD_LIST, 0, span);
      c.op(Op.COPY, 2, span);
    } else if (first) {
      c.op(Op.COPY, 1, span);
      c.op(Op.BUILD_LIST, 0, span);
      c.op(Op.SWAP, 2, span);
    }
    if (handler.type() != null) {
      c.visit(handler.type());
      c.op(Op.CHECK_EG_MATCH, span);
      c.op(Op.COPY, 1, span);
      c.jump(Op.POP_JUMP_IF_NONE, noMatch, span);
    }
    Label cleanupEnd = c.label();
    Label body = c.label();
    if (handler.name() != null) {
      c.store(handler.name(), span);
    } else {
      c.op(Op.POP_TOP, span);
    }
    c.jump(Op.SETUP_CLEANUP, cleanupEnd, span);
    c.place(body);
    c.pushBlock(
        new FrameBlock(FrameBlock.Kind.HANDLER_CLEANUP, body, null, span, null, handler.name()));
    c.visitBody(handler.body());
    c.popBlock();
    c.op(Op.POP_BLOCK, Span.NONE);
    if (handler.name() != null) {
      c.tries.unbind(handler.name());
    }
    c.jump(Op.JUMP_NO_INTERRUPT, next, Span.NONE);
    c.place(cleanupEnd);
    if (handler.name() != null) {
      c.tries.unbind(handler.name());
    }
    // What the body raised goes to the list; below it lies the instruction's offset.
    c.op(Op.LIST_APPEND, 3, Span.NONE);
    c.op(Op.POP_TOP, Span.NONE);
    c.jump(Op.JUMP_NO_INTERRUPT, nextWithError, Span.NONE);
    c.place(next);
    // Holds a propagated line.
    c.op(Op.NOP, Span.NONE);
    c.jump(Op.JUMP_NO_INTERRUPT, nextWithError, Span.NONE);
    c.place(noMatch);
    c.op(Op.POP_TOP, span);
    c.place(nextWithError);
  }
}
