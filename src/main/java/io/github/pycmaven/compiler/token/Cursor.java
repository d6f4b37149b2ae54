package io.github.pycmaven.compiler.token;

/**
 * A reader of the UTF-8 text that knows lines: a line is entered only when its first byte is asked
 * for, so that at a newline the current line is still the old one.
 *
 * @cpython Parser/lexer/lexer.c:tok_nextc
 */
final class Cursor {
  /** What {@link #read} gives at the end of the text. */
  static final int EOF = -1;

  /** The text, followed by at least one NUL that is no part of it. */
  final byte[] text;

  /** The end of the text. */
  final int end;

  /** The next byte to be read. */
  int pos;

  /** The end of the current line, its newline included. */
  int limit;

  /** The current line, from 1; 0 before the first. */
  int line;

  /** The offset at which the current line starts. */
  int lineStart;

  /** The start of the line on which the current token starts, or of an earlier one. */
  int bufferStart;

  /** Whether lines are entered in the middle of a token. */
  boolean spanning;

  /** Whether a read has met the end of the text. */
  boolean atEnd;

  private final TokenBuffer lines;

  Cursor(byte[] text, int end, TokenBuffer lines) {
    this.text = text;
    this.end = end;
    this.lines = lines;
  }

  int read() {
    if (pos == limit && !enterLine()) {
      return EOF;
    }
    return text[pos++] & 0xff;
  }

  void unread(int c) {
    if (c != EOF) {
      pos--;
    }
  }

  /** Goes to the line that starts here; false at the end of the text. */
  boolean enterLine() {
    int p = pos;
    if (p == end) {
      atEnd = true;
      return false;
    }
    lineStart = p;
    if (!spanning) {
      bufferStart = p;
    }
    lines.addLine(++line, p);
    byte[] b = text;
    int e = end;
    while (p < e && b[p++] != '\n') {
      // only the newline matters
    }
    limit = p;
    return true;
  }
}
