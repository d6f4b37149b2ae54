package io.github.pycmaven.source;

import java.nio.charset.StandardCharsets;

/**
 * The comment in one of the first two lines that names the encoding (PEP 263).
 *
 * @param name the encoding as written, but UTF-8 and Latin-1 by their standard names
 * @param line the line, 1 or 2
 * @param lineStart where the line starts
 * @param lineEnd where it ends, before its newline
 * @cpython Parser/tokenizer/helpers.c:get_coding_spec
 */
record Cookie(String name, int line, int lineStart, int lineEnd) {
  private static final byte[] CODING = "coding".getBytes(StandardCharsets.US_ASCII);

  boolean isUtf8() {
    return name.equals("utf-8");
  }

  /** The cookie of a text, or null. */
  static Cookie find(byte[] text) {
    int start = 0;
    for (int line = 1; line <= 2; line++) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      if (line == 2 && end == text.length && start == end) {
        return null;
      }
      String name = inLine(text, start, end);
      if (name != null) {
        return new Cookie(standard(name), line, start, end);
      }
      if (!isBlankOrComment(text, start, end)) {
        return null;
      }
      start = end + 1;
      if (start > text.length) {
        return null;
      }
    }
    return null;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\f';
  }

  private static boolean isBlankOrComment(byte[] text, int start, int end) {
    int i = start;
    while (i < end && isSpace(text[i])) {
      i++;
    }
    return i == end || text[i] == '#';
  }

  private static String inLine(byte[] text, int start, int end) {
    int i = start;
    while (i < end && isSpace(text[i])) {
      i++;
    }
    if (i == end || text[i] != '#') {
      return null;
    }
    for (; i + CODING.length < end; i++) {
      if (!startsWithCoding(text, i)) {
        continue;
      }
      int t = i + CODING.length;
      if (text[t] != ':' && text[t] != '=') {
        continue;
      }
      do {
        t++;
      } while (t < end && (text[t] == ' ' || text[t] == '\t'));
      int begin = t;
      while (t < end && isNamePart(text[t])) {
        t++;
      }
      if (begin < t) {
        return new String(text, begin, t - begin, StandardCharsets.US_ASCII);
      }
    }
    return null;
  }

  private static boolean startsWithCoding(byte[] text, int at) {
    for (int i = 0; i < CODING.length; i++) {
      if (text[at + i] != CODING[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamePart(byte b) {
    return b >= '0' && b <= '9'
        || b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b == '-'
        || b == '_'
        || b == '.';
  }

  /** One name for the many of UTF-8 and Latin-1. */
  private static String standard(String name) {
    StringBuilder normal = new StringBuilder();
    for (int i = 0; i < name.length() && i < 12; i++) {
      char c = name.charAt(i);
      if (c == '_') {
        c = '-';
      } else if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      }
      normal.append(c);
    }
    String n = normal.toString();
    if (n.equals("utf-8") || n.startsWith("utf-8-")) {
      return "utf-8";
    }
    for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
      if (n.equals(latin) || n.startsWith(latin + "-")) {
        return "iso-8859-1";
      }
    }
    return name;
  }
}
