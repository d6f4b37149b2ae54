package io.github.pycmaven.vm.module.expat;

import java.nio.charset.StandardCharsets;

/**
 * Text as far as it has come, how much of it has been used, and where that is. Columns count
 * characters, offsets count the bytes that the text takes in UTF-8.
 */
final class XmlInput {
  private StringBuilder text = new StringBuilder();
  private int line = 1;
  private int column;
  private long offset;

  /** Up to where lines, columns and bytes have been counted. */
  private int counted;

  /** The first character that was not used. */
  int at;

  /** Takes more. */
  void append(String more) {
    if (at > 0) {
      count(at);
      text.delete(0, at);
      counted -= at;
      at = 0;
    }
    text.append(more);
  }

  /** The text that has not been used begins at {@link #at}. */
  String text() {
    return text.toString();
  }

  private void count(int to) {
    for (int i = counted; i < to; i++) {
      char ch = text.charAt(i);
      if (ch == '\n' || ch == '\r') {
        boolean second = ch == '\n' && i > 0 && text.charAt(i - 1) == '\r';
        line += second ? 0 : 1;
        column = 0;
      } else if (!Character.isLowSurrogate(ch)) {
        column++;
      }
      offset += Character.isSurrogate(ch) ? 2 : ch < 0x80 ? 1 : ch < 0x800 ? 2 : 3;
    }
    counted = Math.max(counted, to);
  }

  /** Line, column and offset of a place that is not before the last one asked for. */
  long[] position(int place) {
    count(Math.min(place, text.length()));
    return new long[] {line, column, offset};
  }

  /** Whether a character may stand in a document. */
  static boolean isCharacter(int ch) {
    return ch >= 0x20 && ch < 0xD800
        || ch == '\t'
        || ch == '\n'
        || ch == '\r'
        || ch >= 0xE000 && ch < 0xFFFE
        || ch >= 0x10000 && ch < 0x110000;
  }

  static boolean isSpace(char ch) {
    return ch == ' ' || ch == '\n' || ch == '\t' || ch == '\r';
  }

  /** Whether a name may begin with a character. */
  static boolean isNameStart(char ch) {
    return ch >= 'a' && ch <= 'z'
        || ch >= 'A' && ch <= 'Z'
        || ch == '_'
        || ch == ':'
        || ch >= 0xC0 && ch != 0xD7 && ch != 0xF7 && (ch < 0x2000 || ch >= 0x2070) && ch < 0xFFFE;
  }

  static boolean isName(char ch) {
    return isNameStart(ch) || ch >= '0' && ch <= '9' || ch == '-' || ch == '.' || ch == 0xB7;
  }

  /** Where a name that begins at a place ends; the place itself if none does. */
  static int nameEnd(String text, int from) {
    if (from >= text.length() || !isNameStart(text.charAt(from))) {
      return from;
    }
    int end = from + 1;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static int skipSpace(String text, int from) {
    int end = from;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The encoding that the first bytes show by a mark or by their zeros; UTF-8 otherwise. */
  static java.nio.charset.Charset guess(byte[] bytes) {
    if (bytes.length >= 2) {
      int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
      if (first == 0xFEFF || first == 0x003C) {
        return StandardCharsets.UTF_16BE;
      }
      if (first == 0xFFFE || first == 0x3C00) {
        return StandardCharsets.UTF_16LE;
      }
    }
    return StandardCharsets.UTF_8;
  }
}
