package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;

/** Reads complex numbers. */
final class ComplexText {
  private ComplexText() {}

  static PyComplex parse(PyStr text) {
    String s = trim(text.value);
    if (s.startsWith("(") && s.endsWith(")")) {
      s = trim(s.substring(1, s.length() - 1));
    }
    try {
      return parse(s);
    } catch (PyRaise e) {
      if (e.matches(Exc.ValueError)) {
        throw malformed();
      }
      throw e;
    }
  }

  private static String trim(String s) {
    int from = 0;
    int to = s.length();
    while (from < to && io.github.pycmaven.vm.core.text.Unicode.isSpace(s.charAt(from))) {
      from++;
    }
    while (to > from && io.github.pycmaven.vm.core.text.Unicode.isSpace(s.charAt(to - 1))) {
      to--;
    }
    return s.substring(from, to);
  }

  private static PyRaise malformed() {
    return Exc.valueError("complex() arg is a malformed string");
  }

  private static PyComplex parse(String s) {
    if (s.isEmpty()) {
      throw malformed();
    }
    char last = s.charAt(s.length() - 1);
    if (last != 'j' && last != 'J') {
      return new PyComplex(number(s), 0);
    }
    String body = s.substring(0, s.length() - 1);
    int split = -1;
    for (int i = body.length() - 1; i > 0; i--) {
      char c = body.charAt(i);
      char before = body.charAt(i - 1);
      if ((c == '+' || c == '-') && before != 'e' && before != 'E') {
        split = i;
        break;
      }
    }
    String im = split < 0 ? body : body.substring(split);
    double imaginary = im.isEmpty() || im.equals("+") ? 1 : im.equals("-") ? -1 : number(im);
    return new PyComplex(split < 0 ? 0 : number(body.substring(0, split)), imaginary);
  }

  private static double number(String s) {
    if (!s.equals(trim(s))) {
      throw malformed();
    }
    return ((PyFloat) PyFloat.TYPE.call1(PyStr.of(s))).value;
  }
}
