package io.github.pycmaven.vm.module.sre;

import io.github.pycmaven.vm.core.text.Unicode;

/** Whether one character belongs to a set or a category. */
final class CharTest {
  private static final int FAILURE = 0;
  private static final int CATEGORY = 8;
  private static final int CHARSET = 9;
  private static final int BIGCHARSET = 10;
  private static final int LITERAL = 16;
  private static final int NEGATE = 21;
  private static final int RANGE = 22;
  private static final int RANGE_UNI_IGNORE = 42;

  private final int[] code;
  private final int from;
  private final boolean[] ascii = new boolean[128];

  /** The set that begins at an index of the pattern's code. */
  CharTest(int[] code, int from) {
    this.code = code;
    this.from = from;
    for (int c = 0; c < 128; c++) {
      ascii[c] = compute(c);
    }
  }

  boolean has(int c) {
    return c < 128 ? ascii[c] : compute(c);
  }

  private boolean compute(int c) {
    boolean yes = true;
    int i = from;
    while (true) {
      switch (code[i++]) {
        case FAILURE:
          return !yes;
        case LITERAL:
          if (c == code[i]) {
            return yes;
          }
          i++;
          break;
        case CATEGORY:
          if (category(code[i], c)) {
            return yes;
          }
          i++;
          break;
        case CHARSET:
          if (c < 256 && (code[i + (c >> 5)] >>> (c & 31) & 1) != 0) {
            return yes;
          }
          i += 8;
          break;
        case RANGE:
          if (code[i] <= c && c <= code[i + 1]) {
            return yes;
          }
          i += 2;
          break;
        case RANGE_UNI_IGNORE:
          int up = Unicode.toUpper(c);
          if (code[i] <= c && c <= code[i + 1] || code[i] <= up && up <= code[i + 1]) {
            return yes;
          }
          i += 2;
          break;
        case NEGATE:
          yes = !yes;
          break;
        case BIGCHARSET:
          int blocks = code[i++];
          if (c < 65536) {
            int block = code[i + (c >> 10)] >>> 8 * (c >> 8 & 3) & 255;
            int word = code[i + 64 + block * 8 + (c >> 5 & 7)];
            if ((word >>> (c & 31) & 1) != 0) {
              return yes;
            }
          }
          i += 64 + blocks * 8;
          break;
        default:
          return false;
      }
    }
  }

  static boolean isAsciiWord(int c) {
    return c < 128 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
        || c == '_';
  }

  static boolean isWord(int c) {
    return c < 128
        ? isAsciiWord(c)
        : Unicode.is(c, Unicode.ALPHA | Unicode.DECIMAL | Unicode.DIGIT | Unicode.NUMERIC);
  }

  private static boolean isLineBreak(int c) {
    return c >= 10 && c <= 13 || c >= 0x1c && c <= 0x1e || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** The categories by their numbers; those of a locale are those of the C locale. */
  static boolean category(int which, int c) {
    switch (which) {
      case 0:
        return c >= '0' && c <= '9';
      case 1:
        return c < '0' || c > '9';
      case 2:
        return c == ' ' || c >= 9 && c <= 13;
      case 3:
        return c != ' ' && (c < 9 || c > 13);
      case 4:
      case 8:
        return isAsciiWord(c);
      case 5:
      case 9:
        return !isAsciiWord(c);
      case 6:
        return c == '\n';
      case 7:
        return c != '\n';
      case 10:
        return Unicode.is(c, Unicode.DECIMAL);
      case 11:
        return !Unicode.is(c, Unicode.DECIMAL);
      case 12:
        return Unicode.isSpace(c);
      case 13:
        return !Unicode.isSpace(c);
      case 14:
        return isWord(c);
      case 15:
        return !isWord(c);
      case 16:
        return isLineBreak(c);
      default:
        return !isLineBreak(c);
    }
  }

  static int lowerAscii(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  /** Lower case as a kind of folding says: 0 none, 1 ASCII, 2 the C locale, 3 Unicode. */
  static int fold(int c, int kind) {
    return kind == 0 ? c : kind == 3 ? Unicode.toLower(c) : lowerAscii(c);
  }
}
