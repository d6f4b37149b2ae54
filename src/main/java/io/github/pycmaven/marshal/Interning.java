package io.github.pycmaven.marshal;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;

/**
 * Which values are one object throughout the interpreter: small ints, very short bytes and texts,
 * and texts that are identifiers or look like one.
 *
 * @cpython Objects/codeobject.c:should_intern_string
 */
final class Interning {
  static final int LEAST_INT = -5;

  /** The greatest int of which there is one object. */
  final int greatestInt;

  Interning(Target target) {
    greatestInt = target.has(Feature.MANY_SMALL_INTS) ? 1024 : 256;
  }

  boolean isSmall(Constant.Int value) {
    return value.value() >= LEAST_INT && value.value() <= greatestInt;
  }

  /** Whether there is one object of the text; in a slice, looks alone do not make it so. */
  boolean isInterned(Constant.Str text, boolean inSlice) {
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
