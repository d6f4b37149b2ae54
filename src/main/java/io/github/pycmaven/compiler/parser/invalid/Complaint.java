package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.diagnostic.Diagnostic;

/** Unwinds the error pass as soon as the error has been found. */
final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  Complaint(Diagnostic diagnostic) {
    super(null, null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
