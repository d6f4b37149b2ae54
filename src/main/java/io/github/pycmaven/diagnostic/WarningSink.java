package io.github.pycmaven.diagnostic;

import io.github.pycmaven.source.Span;

/** Receives the {@code SyntaxWarning}s of the stages behind the parser. */
@FunctionalInterface
public interface WarningSink {
  /** Takes one warning; the message has CPython's wording. */
  void warn(String message, Span span);
}
