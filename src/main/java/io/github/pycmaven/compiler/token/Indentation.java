package io.github.pycmaven.compiler.token;

/**
 * The columns of the open blocks, measured twice: with tabs of eight and with tabs of one. The two
 * must order lines alike, else the depth would depend on the reader's editor.
 *
 * @cpython Parser/lexer/lexer.c:tok_get_normal_mode
 */
final class Indentation {
  private static final int MAX_DEPTH = 100;
  private static final int TAB = 8;

  private final int[] columns = new int[MAX_DEPTH];
  private final int[] altColumns = new int[MAX_DEPTH];
  private int depth;

  /** INDENT tokens still to be given out if positive, DEDENT tokens if negative. */
  int pending;

  /** What {@link #measure} found: a line with code, one without, or an error. */
  enum Line {
    CODE,
    BLANK,
    ERROR,
  }

  /** Reads a line's white space; counts it unless the line is blank or within brackets. */
  Line measure(Cursor c, TokenFaults faults, boolean inBrackets) {
    int column = 0;
    int altColumn = 0;
    int continued = 0;
    int ch;
    for (; ; ) {
      ch = c.read();
      if (ch == ' ') {
        column++;
        altColumn++;
      } else if (ch == '\t') {
        column = (column / TAB + 1) * TAB;
        altColumn++;
      } else if (ch == '\f') {
        column = 0;
        altColumn = 0;
      } else if (ch == '\\') {
        // The first backslash fixes the level of what comes on the lines after it.
        continued = continued != 0 ? continued : column;
        if (!Continuation.follow(c, faults)) {
          return Line.ERROR;
        }
      } else {
        break;
      }
    }
    c.unread(ch);
    if (ch == '#' || ch == '\n') {
      return Line.BLANK;
    }
    if (inBrackets) {
      return Line.CODE;
    }
    if (continued != 0) {
      column = continued;
      altColumn = continued;
    }
    TokenError.Kind problem = settle(column, altColumn);
    if (problem != null) {
      c.pos = c.limit;
      faults.fail(problem);
      return Line.ERROR;
    }
    return Line.CODE;
  }

  private TokenError.Kind settle(int column, int altColumn) {
    if (column == columns[depth]) {
      return altColumn == altColumns[depth] ? null : TokenError.Kind.TABS;
    }
    if (column > columns[depth]) {
      if (depth + 1 >= MAX_DEPTH) {
        return TokenError.Kind.TOO_DEEP;
      }
      if (altColumn <= altColumns[depth]) {
        return TokenError.Kind.TABS;
      }
      pending++;
      depth++;
      columns[depth] = column;
      altColumns[depth] = altColumn;
      return null;
    }
    while (depth > 0 && column < columns[depth]) {
      pending--;
      depth--;
    }
    if (column != columns[depth]) {
      return TokenError.Kind.DEDENT;
    }
    return altColumn == altColumns[depth] ? null : TokenError.Kind.TABS;
  }

  /** Ends all open blocks, as the end of interactive input does. */
  void closeAll() {
    pending = -depth;
    depth = 0;
  }

  int depth() {
    return depth;
  }
}
