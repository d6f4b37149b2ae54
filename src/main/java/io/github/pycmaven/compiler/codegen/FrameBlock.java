package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.source.Span;
import java.util.List;

/**
 * A statement around the current one that {@code return}, {@code break} and {@code continue} must
 * unwind.
 *
 * @param start the label at the block's start, where {@code continue} goes; may be null
 * @param exit the label behind it, where {@code break} goes; may be null
 * @param finalBody the statements of {@code finally}, or null
 * @param name the name that an {@code except} clause binds, or null
 * @cpython Include/internal/pycore_compile.h:_PyCompile_FBlockInfo
 */
record FrameBlock(
    Kind kind, Label start, Label exit, Span span, List<Stmt> finalBody, String name) {
  enum Kind {
    WHILE_LOOP,
    FOR_LOOP,
    ASYNC_FOR_LOOP,
    TRY_EXCEPT,
    FINALLY_TRY,
    FINALLY_END,
    WITH,
    ASYNC_WITH,
    HANDLER_CLEANUP,
    POP_VALUE,
    EXCEPTION_HANDLER,
    EXCEPTION_GROUP_HANDLER,
    ASYNC_COMPREHENSION_GENERATOR,
    STOP_ITERATION;

    /** Whether it belongs to a {@code try}: its body, a handler or {@code finally}. */
    boolean isOfTry() {
      switch (this) {
        case TRY_EXCEPT, FINALLY_TRY, FINALLY_END, EXCEPTION_HANDLER, EXCEPTION_GROUP_HANDLER:
          return true;
        default:
          return false;
      }
    }

    boolean isLoop() {
      return this == WHILE_LOOP || this == FOR_LOOP || this == ASYNC_FOR_LOOP;
    }
  }

  FrameBlock(Kind kind, Label start, Label exit, Span span) {
    this(kind, start, exit, span, null, null);
  }
}
