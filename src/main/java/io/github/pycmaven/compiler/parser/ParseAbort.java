package io.github.pycmaven.compiler.parser;

/** Unwinds the parser at the first thing that is no Python; what is wrong is found out later. */
final class ParseAbort extends RuntimeException {
  static final ParseAbort SYNTAX = new ParseAbort();

  /** The source nests deeper than CPython's parser can go. */
  static final ParseAbort TOO_DEEP = new ParseAbort();

  private static final long serialVersionUID = 1L;

  private ParseAbort() {
    this(null);
  }

  /** Says what is wrong already, for text that no rule will look at again. */
  ParseAbort(String message) {
    super(message, null, false, false);
  }
}
