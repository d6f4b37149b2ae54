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

  private final boolean internsCharacters;

  Interning(Target target) {
    internsCharacters = target.has(Feature.INTERNED_STATIC_TEXTS);
    greatestInt = target.has(Feature.MANY_SMALL_INTS) ? 1024 : 256;
  }

  boolean isSmall(Constant.Int value) {
    return value.value() >= LEAST_INT && value.value() <= greatestInt;
  }

  /** Whether there is one object of the text, interned or not. */
  boolean isUnique(Constant.Str text, boolean inSlice) {
    return isInterned(text, inSlice)
        || !internsCharacters
            && text != Constant.Str.LONE_PERCENT
            && (isCharacter(text.value()) || text.isStaticName());
  }

  private static boolean isCharacter(String value) {
    return value.isEmpty() || value.length() == 1 && value.charAt(0) < 256;
  }

  /** Whether the text is interned; in a slice, looks alone do not make it so. */
  boolean isInterned(Constant.Str text, boolean inSlice) {
    if (text.interned() || internsCharacters && text.isStaticName()) {
      return true;
    }
    if (text == Constant.Str.LONE_PERCENT) {
      return false;
    }
    String value = text.value();
    if (value.length() <= 1) {
      return internsCharacters ? isCharacter(value) : value.equals("*") || looksLikeName(value);
    }
    return !inSlice && looksLikeName(value);
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
