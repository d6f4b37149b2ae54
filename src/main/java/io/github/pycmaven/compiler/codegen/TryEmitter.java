package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.ExceptHandler;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import java.util.List;

/**
 * {@code try} with {@code except} and {@code finally}.
 *
 * @cpython Python/codegen.c:codegen_try_except, codegen_try_finally
 */
final class TryEmitter {
  private final CodegenContext c;

  TryEmitter(CodegenContext context) {
    c = context;
  }

  void tryStatement(Stmt.Try s) {
    if (s.finalbody().isEmpty()) {
      tryExcept(s);
    } else {
      tryFinally(
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

  /** Protects what the body emits; the final statements are emitted for each way out of it. */
  void tryFinally(Span span, List<Stmt> finalBody, Runnable body) {
    Label start = c.label();
    Label end = c.label();
    Label exit = c.label();
    Label cleanup = c.label();
    c.jump(Op.SETUP_FINALLY, end, span);
    c.place(start);
    c.pushBlock(new FrameBlock(FrameBlock.Kind.FINALLY_TRY, start, end, span, finalBody, null));
    body.run();
    c.op(Op.POP_BLOCK, Span.NONE);
    c.popBlock();
    c.visitBody(finalBody);
    c.jump(Op.JUMP_NO_INTERRUPT, exit, Span.NONE);
    c.place(end);
    c.jump(Op.SETUP_CLEANUP, cleanup, Span.NONE);
    c.op(Op.PUSH_EXC_INFO, Span.NONE);
    c.pushBlock(new FrameBlock(FrameBlock.Kind.FINALLY_END, end, null, Span.NONE));
    c.unit.here = Span.NONE;
    c.repeat(finalBody);
    c.popBlock();
    c.op(Op.RERAISE, 0, c.at(Span.NONE));
    c.place(cleanup);
    popExceptAndReraise();
    c.place(exit);
  }

  /** Leaves a handler by raising again what it handled. */
  void popExceptAndReraise() {
    Span span = c.at(Span.NONE);
    c.op(Op.COPY, 3, span);
    c.op(Op.POP_EXCEPT, span);
    c.op(Op.RERAISE, 1, span);
  }

  private void tryExcept(Stmt.Try s) {
    Span span = s.span();
    Label body = c.label();
    Label except = c.label();
    Label end = c.label();
    Label cleanup = c.label();
    c.jump(Op.SETUP_FINALLY, except, span);
    c.place(body);
    c.pushBlock(new FrameBlock(FrameBlock.Kind.TRY_EXCEPT, body, null, span));
    c.visitBody(s.body());
    c.popBlock();
    c.op(Op.POP_BLOCK, Span.NONE);
    c.visitBody(s.orelse());
    c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
    c.place(except);
    c.jump(Op.SETUP_CLEANUP, cleanup, Span.NONE);
    c.op(Op.PUSH_EXC_INFO, Span.NONE);
    c.pushBlock(new FrameBlock(FrameBlock.Kind.EXCEPTION_HANDLER, null, null, span));
    int last = s.handlers().size() - 1;
    for (int i = 0; i <= last; i++) {
      ExceptHandler handler = s.handlers().get(i);
      if (handler.type() == null && i < last) {
        throw c.error("default 'except:' must be last", handler.span());
      }
      handler(handler, end);
    }
    c.popBlock();
    c.op(Op.RERAISE, 0, Span.NONE);
    c.unit.here = Span.NONE;
    c.place(cleanup);
    popExceptAndReraise();
    c.place(end);
  }

  private void handler(ExceptHandler handler, Label end) {
    Span span = handler.span();
    Label next = c.label();
    if (handler.type() != null) {
      c.visit(handler.type());
      c.op(Op.CHECK_EXC_MATCH, span);
      c.jump(Op.POP_JUMP_IF_FALSE, next, span);
    }
    Label body = c.label();
    if (handler.name() == null) {
      c.op(Op.POP_TOP, span);
      c.place(body);
      c.pushBlock(new FrameBlock(FrameBlock.Kind.HANDLER_CLEANUP, body, null, span));
      c.visitBody(handler.body());
      c.popBlock();
      c.op(Op.POP_BLOCK, Span.NONE);
      c.op(Op.POP_EXCEPT, Span.NONE);
      c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
    } else {
      Label cleanupEnd = c.label();
      c.store(handler.name(), span);
      // As if the body stood in a try whose finally unbinds the name.
      c.jump(Op.SETUP_CLEANUP, cleanupEnd, span);
      c.place(body);
      c.pushBlock(
          new FrameBlock(FrameBlock.Kind.HANDLER_CLEANUP, body, null, span, null, handler.name()));
      c.visitBody(handler.body());
      c.popBlock();
      c.op(Op.POP_BLOCK, Span.NONE);
      c.op(Op.POP_BLOCK, Span.NONE);
      c.op(Op.POP_EXCEPT, Span.NONE);
      unbind(handler.name());
      c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
      c.place(cleanupEnd);
      unbind(handler.name());
      c.op(Op.RERAISE, 1, Span.NONE);
    }
    c.place(next);
  }

  /** Sets a name to None and deletes it, lest the body has deleted it. */
  void unbind(String name) {
    c.loadNone(Span.NONE);
    c.store(name, Span.NONE);
    c.delete(name, Span.NONE);
  }
}
