package io.github.pycmaven.compiler.token;

import io.github.pycmaven.target.Feature;
import java.util.function.Predicate;

/**
 * The text of f-strings and t-strings between their replacement fields.
 *
 * @cpython Parser/lexer/lexer.c:tok_get_fstring_mode
 */
final class StringTextScanner {
  private static final int MAX_FIELD_DEPTH = 3;

  /** What {@link #scan} gives when a field starts right here, so that the next token is code. */
  static final int FIELD = -1;

  private final Cursor cursor;
  private final TokenFaults faults;
  private final Predicate<Feature> features;

  StringTextScanner(Cursor cursor, TokenFaults faults, Predicate<Feature> features) {
    this.features = features;
    this.cursor = cursor;
    this.faults = faults;
  }

  /** Reads one token, from the cursor's place up to its new one. */
  int scan(StringMode mode) {
    Cursor c = cursor;
    int first = c.read();
    if (first == '{' && c.text[c.pos] != '{') {
      c.unread(first);
      return enterField(mode) ? FIELD : TokenKind.ERRORTOKEN;
    }
    c.unread(first);
    for (int i = 0; i < mode.quoteSize; i++) {
      int ch = c.read();
      if (ch != mode.quote) {
        c.unread(ch);
        return scanText(mode);
      }
    }
    return mode.template ? TokenKind.TSTRING_END : TokenKind.FSTRING_END;
  }

  private boolean enterField(StringMode mode) {
    mode.fieldDepth++;
    if (mode.fieldDepth >= MAX_FIELD_DEPTH) {
      faults.syntax(mode.prefix() + "-string: expressions nested too deeply");
      return false;
    }
    mode.inText = false;
    return true;
  }

  private int scanText(StringMode mode) {
    Cursor c = cursor;
    int middle = mode.template ? TokenKind.TSTRING_MIDDLE : TokenKind.FSTRING_MIDDLE;
    int run = 0;
    boolean named = false;
    while (run != mode.quoteSize) {
      int ch = c.read();
      boolean inFormatSpec = mode.inFormatSpec && mode.isInField();
      if (ch == Cursor.EOF || mode.quoteSize == 1 && ch == '\n') {
        return inFormatSpec && ch == '\n'
            ? faults.syntax(
                mode.prefix()
                    + "-string: newlines are not allowed in format specifiers for single quoted "
                    + mode.prefix()
                    + "-strings")
            : unterminated(mode);
      }
      if (ch == mode.quote) {
        run++;
        continue;
      }
      run = 0;
      if (ch == '{') {
        mode.note(ch, c.pos, c.pos);
        int next = c.read();
        if (next == '{' && !inFormatSpec) {
          return middle;
        }
        c.unread(next);
        c.unread(ch);
        if (!enterField(mode)) {
          return TokenKind.ERRORTOKEN;
        }
        mode.inFormatSpec = false;
        return middle;
      } else if (ch == '}') {
        if (named) {
          return middle;
        }
        int next = c.read();
        if (next == '}' && !inFormatSpec && mode.brackets == 0) {
          return middle;
        }
        c.unread(next);
        c.unread(ch);
        mode.inText = false;
        mode.inFormatSpec = false;
        return middle;
      } else if (ch == '\\') {
        named |= escape(mode);
      }
    }
    c.pos -= mode.quoteSize;
    return middle;
  }

  /** After a backslash; true if a character's name follows, whose brace ends a token. */
  private boolean escape(StringMode mode) {
    Cursor c = cursor;
    int next = c.read();
    if (next == '{' || next == '}') {
      if (!mode.raw) {
        boolean elaborate = features.test(Feature.ELABORATE_ESCAPE_WARNINGS);
        faults.warn(EscapeWording.of(String.valueOf((char) next), false, elaborate));
      }
      c.unread(next);
    } else if (next == 'N' && !mode.raw) {
      next = c.read();
      if (next == '{') {
        return true;
      }
      c.unread(next);
    }
    return false;
  }

  private int unterminated(StringMode mode) {
    int detected = cursor.line;
    boolean atEnd = cursor.atEnd && mode.quoteSize == 3;
    cursor.pos = mode.start + 1;
    cursor.lineStart = mode.firstLineStart;
    cursor.line = mode.firstLine;
    return faults.openString(
        "unterminated "
            + (mode.quoteSize == 3 ? "triple-quoted " : "")
            + mode.prefix()
            + "-string literal (detected at line "
            + detected
            + ")",
        atEnd);
  }
}
