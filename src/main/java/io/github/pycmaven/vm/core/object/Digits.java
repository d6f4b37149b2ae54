package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.text.Unicode;

/** Makes ASCII of the digits and spaces of all scripts, for the parsing of numbers. */
final class Digits {
  private Digits() {}

  /** The text with decimal digits and spaces as ASCII, null if anything else is not ASCII. */
  static String toAscii(PyStr s) {
    String v = s.value;
    boolean ascii = true;
    for (int i = 0; i < v.length() && ascii; i++) {
      ascii = v.charAt(i) < 0x80;
    }
    if (ascii) {
      return v.indexOf('\0') >= 0 ? null : v;
    }
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < s.length(); i++) {
      int c = s.at(i);
      if (c < 0x80) {
        b.append((char) c);
      } else if (Unicode.isSpace(c)) {
        b.append(' ');
      } else {
        int d = Unicode.decimal(c);
        if (d < 0) {
          return null;
        }
        b.append((char) ('0' + d));
      }
    }
    return b.toString();
  }
}
