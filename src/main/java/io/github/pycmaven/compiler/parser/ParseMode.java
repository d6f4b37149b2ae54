package io.github.pycmaven.compiler.parser;

/** What a source is to be: {@code compile}'s third argument. */
public enum ParseMode {
  /** A file. */
  EXEC,
  /** One interactive statement. */
  SINGLE,
  /** One expression. */
  EVAL,
  /** A signature type comment. */
  FUNC_TYPE,
}
