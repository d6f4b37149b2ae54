package io.github.pycmaven.marshal;

import io.github.pycmaven.code.Constant;

/**
 * Which values are one object throughout the interpreter: small ints, very short bytes and texts,
 * and texts that are identifiers or look like one.
 *
 * @cpython Objects/codeobject.c:should_intern_string
 */
final class Interning {
  static final int LEAST_INT = -5;
  static final int GREATEST_INT = 256;

  private Interning() {}

  static boolean isSmall(Constant.Int value) {
    return value.value() >= LEAST_INT && value.value() <= GREATEST_INT;
  }

  /** Whether there is one object of the text; in a slice, looks alone do not make it so. */
  static boolean isInterned(Constant.Str text, boolean inSlice) {
    if (text.interned()) {
      return true;
    }
    if (text == Constant.Str.LONE_PERCENT) {
      return false;
    }
    String value = text.value();
    return value.length() <= 1
        ? value.isEmpty() || value.charAt(0) < 256
        : !inSlice && looksLikeName(value);
  }

  private static boolean looksLikeName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
