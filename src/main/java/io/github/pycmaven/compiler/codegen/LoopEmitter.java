package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;

/**
 * Loops.
 *
 * @cpython Python/codegen.c:codegen_for
 */
final class LoopEmitter {
  private final CodegenContext c;

  LoopEmitter(CodegenContext context) {
    c = context;
  }

  void forLoop(Stmt.For s) {
    Label start = c.label();
    Label body = c.label();
    Label cleanup = c.label();
    Label end = c.label();
    c.pushBlock(new FrameBlock(FrameBlock.Kind.FOR_LOOP, start, end, s.span()));
    c.visit(s.iter());
    Span span = c.at(c.narrowed(s.iter(), s.span()));
    c.op(Op.GET_ITER, span);
    c.place(start);
    c.jump(Op.FOR_ITER, cleanup, span);
    if (c.has(Feature.EXPLICIT_PLACES)) {
      // Keeps the line of the target for tracing; goes away later where it says nothing new.
      c.op(Op.NOP, s.target().span());
    }
    c.place(body);
    c.visit(s.target());
    c.visitBody(s.body());
    c.jump(Op.JUMP, start, Span.NONE);
    c.unit.here = Span.NONE;
    c.place(cleanup);
    // END_FOR comes first, since a generator's exhaustion jumps there and all others behind it.
    c.endFor();
    c.popBlock();
    c.visitBody(s.orelse());
    c.place(end);
  }

  void asyncForLoop(Stmt.AsyncFor s) {
    Span span = s.span();
    Label start = c.label();
    Label send = c.label();
    Label except = c.label();
    Label end = c.label();
    c.visit(s.iter());
    c.op(Op.GET_AITER, c.at(c.narrowed(s.iter(), span)));
    c.place(start);
    c.pushBlock(new FrameBlock(FrameBlock.Kind.ASYNC_FOR_LOOP, start, end, span));
    c.jump(Op.SETUP_FINALLY, except, span);
    c.expressions.awaitNext(send, span);
    c.op(Op.POP_BLOCK, span);
    if (c.has(Op.NOT_TAKEN)) {
      c.op(Op.NOT_TAKEN, span);
    }
    c.visit(s.target());
    c.visitBody(s.body());
    c.jump(Op.JUMP, start, Span.NONE);
    c.popBlock();
    c.place(except);
    endAsyncFor(send, s.iter().span());
    c.unit.here = s.iter().span();
    c.visitBody(s.orelse());
    c.place(end);
  }

  /** The end of an asynchronous loop, which names its SEND for debuggers. */
  void endAsyncFor(Label send, Span span) {
    if (c.has(Feature.LINKED_ASYNC_FOR)) {
      c.jump(Op.END_ASYNC_FOR, send, span);
    } else {
      c.op(Op.END_ASYNC_FOR, span);
    }
  }

  void whileLoop(Stmt.While s) {
    Label loop = c.label();
    Label body = c.label();
    Label anchor = c.label();
    Label end = c.label();
    c.place(loop);
    c.pushBlock(new FrameBlock(FrameBlock.Kind.WHILE_LOOP, loop, end, s.span()));
    c.conditions.jumpIf(s.test(), anchor, false, s.span());
    if (c.has(Feature.SINGLE_LOOP_TESTS)) {
      c.visitBody(s.body());
      c.jump(Op.JUMP, loop, Span.NONE);
    } else {
      c.place(body);
      c.visitBody(s.body());
      c.unit.here = s.span();
      c.repeat(() -> c.conditions.jumpIf(s.test(), body, true, s.span()));
    }
    c.popBlock();
    c.place(anchor);
    c.visitBody(s.orelse());
    c.place(end);
  }
}
