package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.symtable.Scope;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;

/**
 * Statements that leave the blocks around them: {@code return}, {@code break} and {@code continue}.
 *
 * @cpython Python/codegen.c:codegen_unwind_fblock
 */
final class UnwindEmitter {
  private final CodegenContext c;

  UnwindEmitter(CodegenContext context) {
    c = context;
  }

  void returnStatement(Stmt.Return s) {
    Span span = s.span();
    Expr value = s.value();
    boolean preserve = value != null && !(value instanceof Expr.ConstantExpr);
    Scope scope = c.unit.scope;
    if (!c.unit.isFunctionLike()) {
      throw c.error("'return' outside function", span);
    }
    if (value != null && scope.isCoroutine() && scope.isGenerator()) {
      throw c.error("'return' with value in async generator", span);
    }
    if (preserve) {
      c.visit(value);
    } else if (value != null) {
      span = value.span();
      c.op(Op.NOP, span);
    }
    if (value == null || value.span().line() != s.span().line()) {
      span = s.span();
      c.op(Op.NOP, span);
    }
    span = unwind(span, preserve);
    c.unit.here = span;
    if (value == null) {
      c.loadNone(span);
    } else if (!preserve) {
      c.loadConst(((Expr.ConstantExpr) value).value(), span);
    }
    c.op(Op.RETURN_VALUE, span);
  }

  void breakStatement(Stmt.Break s) {
    c.op(Op.NOP, s.span());
    Unwound unwound = unwindToLoop(s.span());
    if (unwound.loop == null) {
      throw c.error("'break' outside loop", s.span());
    }
    Span span = unwind(unwound.loop, unwound.span, false);
    c.jump(Op.JUMP, unwound.loop.exit(), span);
    c.unit.here = span;
  }

  void continueStatement(Stmt.Continue s) {
    c.op(Op.NOP, s.span());
    Unwound unwound = unwindToLoop(s.span());
    if (unwound.loop == null) {
      throw c.error("'continue' not properly in loop", s.span());
    }
    c.jump(Op.JUMP, unwound.loop.start(), unwound.span);
    c.unit.here = unwound.span;
  }

  /** The loop that was reached, or null, and the place of what follows. */
  private record Unwound(FrameBlock loop, Span span) {}

  private Unwound unwindToLoop(Span span) {
    if (c.unit.blocks.isEmpty()) {
      return new Unwound(null, span);
    }
    FrameBlock top = top(span);
    if (top.kind().isLoop()) {
      return new Unwound(top, span);
    }
    c.popBlock();
    Unwound result = unwindToLoop(unwind(top, span, false));
    c.pushBlock(top);
    return result;
  }

  /** Unwinds all blocks; returns the place of what follows. */
  private Span unwind(Span span, boolean preserve) {
    if (c.unit.blocks.isEmpty()) {
      return span;
    }
    FrameBlock top = top(span);
    c.popBlock();
    Span result = unwind(unwind(top, span, preserve), preserve);
    c.pushBlock(top);
    return result;
  }

  private FrameBlock top(Span span) {
    FrameBlock top = c.unit.blocks.get(c.unit.blocks.size() - 1);
    if (top.kind() == FrameBlock.Kind.EXCEPTION_GROUP_HANDLER) {
      throw c.error("'break', 'continue' and 'return' cannot appear in an except* block", span);
    }
    return top;
  }

  /**
   * Undoes one block.
   *
   * @param preserve whether the value on top of the stack must stay there
   * @return the place of what follows; none behind code that seems to run after the statement
   */
  private Span unwind(FrameBlock block, Span span, boolean preserve) {
    switch (block.kind()) {
      case FOR_LOOP:
        if (c.has(Feature.PAIRED_ITERATORS)) {
          keep(preserve, 3, span);
          c.op(Op.POP_TOP, span);
        } else {
          keep(preserve, 2, span);
        }
        c.op(Op.POP_TOP, span);
        return span;
      case ASYNC_FOR_LOOP:
        keep(preserve, 2, span);
        c.op(Op.POP_TOP, span);
        return span;
      case TRY_EXCEPT:
        c.op(Op.POP_BLOCK, span);
        return span;
      case FINALLY_TRY:
        unwindFinally(block, span, preserve);
        return Span.NONE;
      case FINALLY_END:
        keep(preserve, 2, span);
        c.op(Op.POP_TOP, span);
        keep(preserve, 2, span);
        c.op(Op.POP_BLOCK, span);
        c.op(Op.POP_EXCEPT, span);
        return span;
      case WITH:
      case ASYNC_WITH:
        unwindWith(block, preserve);
        return Span.NONE;
      case HANDLER_CLEANUP:
        unwindHandler(block, span, preserve);
        return span;
      case POP_VALUE:
        keep(preserve, 2, span);
        c.op(Op.POP_TOP, span);
        return span;
      default:
        return span;
    }
  }

  private void keep(boolean preserve, int depth, Span span) {
    if (preserve) {
      c.op(Op.SWAP, depth, span);
    }
  }

  private void unwindFinally(FrameBlock block, Span span, boolean preserve) {
    c.op(Op.POP_BLOCK, span);
    if (preserve) {
      c.pushBlock(new FrameBlock(FrameBlock.Kind.POP_VALUE, null, null, span));
    }
    c.repeat(block.finalBody());
    if (preserve) {
      c.popBlock();
    }
  }

  private void unwindWith(FrameBlock block, boolean preserve) {
    Span span = block.span();
    c.op(Op.POP_BLOCK, span);
    if (preserve) {
      if (c.has(Op.LOAD_SPECIAL)) {
        c.op(Op.SWAP, 3, span);
      }
      c.op(Op.SWAP, 2, span);
    }
    c.withs.callExitWithNones(span);
    if (block.kind() == FrameBlock.Kind.ASYNC_WITH) {
      c.withs.await(2, span);
    }
    c.op(Op.POP_TOP, span);
  }

  private void unwindHandler(FrameBlock block, Span span, boolean preserve) {
    if (block.name() != null) {
      c.op(Op.POP_BLOCK, span);
    }
    keep(preserve, 2, span);
    c.op(Op.POP_BLOCK, span);
    c.op(Op.POP_EXCEPT, span);
    if (block.name() != null) {
      c.loadNone(span);
      c.store(block.name(), span);
      c.delete(block.name(), span);
    }
  }
}
