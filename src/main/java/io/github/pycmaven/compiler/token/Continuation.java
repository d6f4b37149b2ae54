package io.github.pycmaven.compiler.token;

/**
 * A backslash at the end of a line.
 *
 * @cpython Parser/lexer/lexer.c:tok_continuation_line
 */
final class Continuation {
  private Continuation() {}

  /** After the backslash: goes to the next line; false after an error. */
  static boolean follow(Cursor c, TokenFaults faults) {
    if (c.read() != '\n') {
      faults.fail(TokenError.Kind.AFTER_BACKSLASH);
      return false;
    }
    int next = c.read();
    if (next == Cursor.EOF) {
      faults.fail(TokenError.Kind.END_OF_TEXT);
      c.pos = c.limit;
      return false;
    }
    c.unread(next);
    return true;
  }
}
