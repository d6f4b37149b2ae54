package io.github.pycmaven.compiler.parser.literal;

import io.github.pycmaven.source.Utf8;

/** The bytes of a string in a source that was not looked at as a whole. */
public final class TextBytes {
  private TextBytes() {}

  /**
   * What is wrong with them, or null.
   *
   * @param hasEscapes whether the string is decoded piece by piece, so that positions count from
   *     the last character of ASCII
   * @cpython Parser/string_parser.c:decode_unicode_with_escapes
   */
  public static String error(byte[] text, int start, int end, boolean hasEscapes) {
    if (!hasEscapes) {
      return Utf8.error(text, start, end);
    }
    for (int i = start; i < end; i++) {
      int first = i;
      while (i < end && text[i] < 0) {
        i++;
      }
      String error = first == i ? null : Utf8.error(text, first, i);
      if (error != null) {
        return error;
      }
    }
    return null;
  }

  /** Whether there is a backslash among them. */
  public static boolean hasBackslash(byte[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] == '\\') {
        return true;
      }
    }
    return false;
  }
}
