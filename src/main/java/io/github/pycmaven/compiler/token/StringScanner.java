package io.github.pycmaven.compiler.token;

/**
 * Strings and bytes without replacement fields: finds their ends.
 *
 * @cpython Parser/lexer/lexer.c:tok_get_normal_mode
 */
final class StringScanner {
  private final Cursor cursor;
  private final TokenFaults faults;
  private boolean quietEscapes;

  StringScanner(Cursor cursor, TokenFaults faults) {
    this.cursor = cursor;
    this.faults = faults;
  }

  void keepEscapedQuotesQuiet() {
    quietEscapes = true;
  }

  /** A string whose first quote has been read; false after an error. */
  boolean scan(int quote, int start, StringMode mode) {
    Cursor c = cursor;
    int firstLine = c.line;
    int firstLineStart = c.lineStart;
    byte[] text = c.text;
    int p = c.pos;
    int size = 1;
    if (p < c.limit && text[p] == quote) {
      if (p + 1 < c.limit && text[p + 1] == quote) {
        size = 3;
        p += 2;
      } else {
        c.pos = p + 1;
        return true;
      }
    }
    boolean escapedQuote = false;
    int run = 0;
    for (; ; ) {
      int ch;
      if (p == c.limit) {
        c.pos = p;
        if (!c.enterLine()) {
          return unterminated(quote, size, start, firstLine, firstLineStart, escapedQuote, mode);
        }
      }
      ch = text[p++];
      if (ch == quote) {
        if (++run == size) {
          c.pos = p;
          return true;
        }
        continue;
      }
      run = 0;
      if (ch == '\\') {
        if (p == c.limit) {
          c.pos = p;
          if (!c.enterLine()) {
            continue;
          }
        }
        escapedQuote |= text[p] == quote;
        p++;
      } else if (ch == '\n' && size == 1) {
        c.pos = p;
        return unterminated(quote, size, start, firstLine, firstLineStart, escapedQuote, mode);
      }
    }
  }

  private boolean unterminated(
      int quote,
      int size,
      int start,
      int firstLine,
      int firstLineStart,
      boolean escapedQuote,
      StringMode mode) {
    int detected = cursor.line;
    boolean atEnd = cursor.atEnd;
    // The error is at the first quote.
    cursor.pos = start + 1;
    cursor.line = firstLine;
    cursor.lineStart = firstLineStart;
    if (mode.depth > 0 && mode.quote == quote && mode.quoteSize == size) {
      // It is the end of the f-string itself: its field is still open.
      faults.syntax(mode.prefix() + "-string: expecting '}'");
    } else if (size == 3) {
      faults.openString(
          "unterminated triple-quoted string literal (detected at line " + detected + ")", atEnd);
    } else if (escapedQuote && !quietEscapes) {
      faults.openString(
          "unterminated string literal (detected at line "
              + detected
              + "); perhaps you escaped the end quote?",
          atEnd);
    } else {
      faults.openString("unterminated string literal (detected at line " + detected + ")", atEnd);
    }
    return false;
  }
}
