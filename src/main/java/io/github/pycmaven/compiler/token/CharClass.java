package io.github.pycmaven.compiler.token;

/** What a byte can be, as a table of flags. */
final class CharClass {
  private static final int NAME_START = 1;
  private static final int NAME_PART = 2;
  private static final int DIGIT = 4;
  private static final int HEX = 8;

  private static final byte[] FLAGS = new byte[256];

  static {
    for (int c = 0; c < 256; c++) {
      int flags = 0;
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean digit = c >= '0' && c <= '9';
      if (letter || c == '_' || c >= 128) {
        flags |= NAME_START | NAME_PART;
      }
      if (digit) {
        flags |= NAME_PART | DIGIT;
      }
      if (digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
        flags |= HEX;
      }
      FLAGS[c] = (byte) flags;
    }
  }

  private CharClass() {}

  static boolean isNameStart(int c) {
    return c >= 0 && (FLAGS[c] & NAME_START) != 0;
  }

  static boolean isNamePart(int c) {
    return c >= 0 && (FLAGS[c] & NAME_PART) != 0;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHex(int c) {
    return c >= 0 && (FLAGS[c] & HEX) != 0;
  }
}
