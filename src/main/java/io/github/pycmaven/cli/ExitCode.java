package io.github.pycmaven.cli;

/** What a command's end tells the shell. */
final class ExitCode {
  /** All is well. */
  static final int GOOD = 0;

  /** The answer is no: a syntax error, a finding. */
  static final int NO = 1;

  /** Wrong use, or something could not be read or written. */
  static final int TROUBLE = 2;

  private ExitCode() {}
}
