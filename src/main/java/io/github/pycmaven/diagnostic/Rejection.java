package io.github.pycmaven.diagnostic;

import io.github.pycmaven.source.Span;

/**
 * A stage's refusal of a tree, on its way to the compiler's façade, which turns it into a {@link
 * Diagnostic}. It has no stack trace, since it is no bug but an answer, and it never leaves the
 * compiler.
 */
public final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What Python exception the refusal stands for. */
  public enum Type {
    /** {@code SyntaxError}. */
    SYNTAX_ERROR,
    /** {@code RecursionError}: nested too deeply for the compiler. */
    RECURSION_ERROR,
    /** {@code UnicodeEncodeError}: a text that must be encoded holds a surrogate. */
    UNICODE_ERROR
  }

  private final Type type;
  private final transient Span span;

  /** A syntax error. */
  public Rejection(String message, Span span) {
    this(Type.SYNTAX_ERROR, message, span);
  }

  /** A refusal of any type. */
  public Rejection(Type type, String message, Span span) {
    super(message, null, false, false);
    this.type = type;
    this.span = span;
  }

  /** The Python exception. */
  public Type type() {
    return type;
  }

  /** The place, or {@link Span#NONE}. */
  public Span span() {
    return span;
  }
}
