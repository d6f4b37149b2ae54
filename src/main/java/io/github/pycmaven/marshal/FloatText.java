package io.github.pycmaven.marshal;

import io.github.pycmaven.marshal.PycFormatException.Kind;

/** The floats of marshal versions 0 and 1, which are text: Python's syntax, not Java's. */
final class FloatText {
  private FloatText() {}

  static double parse(String text, int offset) throws PycFormatException {
    int sign = text.startsWith("-") ? -1 : 1;
    String rest = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (isWord(rest, "inf") || isWord(rest, "infinity")) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (isWord(rest, "nan")) {
      return Double.NaN;
    }
    boolean hasDigit = false;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      hasDigit |= c >= '0' && c <= '9';
      if (!(c >= '0' && c <= '9' || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-')) {
        hasDigit = false;
        break;
      }
    }
    if (hasDigit) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        // Falls through to the same answer.
      }
    }
    throw new PycFormatException(
        Kind.BAD_DATA, offset, "could not convert string to float: '" + text + "'");
  }

  private static boolean isWord(String text, String word) {
    if (text.length() != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((text.charAt(i) | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
