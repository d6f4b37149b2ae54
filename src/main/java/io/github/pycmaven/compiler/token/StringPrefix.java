package io.github.pycmaven.compiler.token;

/** The letters before a string's first quote. */
final class StringPrefix {
  static final int B = 1;
  static final int R = 2;
  static final int U = 4;
  static final int F = 8;
  static final int T = 16;

  private StringPrefix() {}

  /** The letters as flags, or 0 if some byte is no such letter or comes twice. */
  static int of(byte[] text, int start, int end) {
    int flags = 0;
    for (int i = start; i < end; i++) {
      int flag;
      switch (text[i] | 0x20) {
        case 'b':
          flag = B;
          break;
        case 'r':
          flag = R;
          break;
        case 'u':
          flag = U;
          break;
        case 'f':
          flag = F;
          break;
        case 't':
          flag = T;
          break;
        default:
          return 0;
      }
      if ((flags & flag) != 0) {
        return 0;
      }
      flags |= flag;
    }
    return flags;
  }

  /** The error if two of the letters cannot go together, or null. */
  static String conflict(int flags) {
    if ((flags & U) != 0) {
      if ((flags & B) != 0) {
        return incompatible('u', 'b');
      }
      if ((flags & R) != 0) {
        return incompatible('u', 'r');
      }
      if ((flags & F) != 0) {
        return incompatible('u', 'f');
      }
      if ((flags & T) != 0) {
        return incompatible('u', 't');
      }
    }
    if ((flags & B) != 0) {
      if ((flags & F) != 0) {
        return incompatible('b', 'f');
      }
      if ((flags & T) != 0) {
        return incompatible('b', 't');
      }
    }
    return (flags & F) != 0 && (flags & T) != 0 ? incompatible('f', 't') : null;
  }

  private static String incompatible(char first, char second) {
    return "'" + first + "' and '" + second + "' prefixes are incompatible";
  }
}
