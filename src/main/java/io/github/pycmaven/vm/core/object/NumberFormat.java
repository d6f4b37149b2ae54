package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import java.math.BigInteger;

/** {@code format(v, spec)} of str, int and float: the format specification mini-language. */
final class NumberFormat {
  private int fill = ' ';
  private char align;
  private char sign = '-';
  private boolean noNegativeZero;
  private boolean alternate;
  private boolean zero;
  private int width = -1;
  private char grouping;
  private int precision = -1;
  private char fractionGrouping;
  private char type;

  private NumberFormat() {}

  static PyObject format(PyObject v, PyObject spec) {
    if (!(spec instanceof PyStr s)) {
      throw Exc.typeError("__format__() argument must be str, not " + spec.type.name);
    }
    if (s.length() == 0) {
      return v.type == PyStr.TYPE
          ? v
          : Obj.strObject(
              v instanceof PyInt i && v.type != PyBool.TYPE && !(v.type.isHeap) ? i : v);
    }
    NumberFormat f = new NumberFormat();
    f.parse(s, v);
    if (v instanceof PyStr t) {
      return f.string(t);
    }
    if (v instanceof PyInt i) {
      return f.integer(i);
    }
    if (v instanceof PyComplex c) {
      return f.complex(c);
    }
    return f.floating(((PyFloat) v).value, v);
  }

  /** Both parts in the given format; as {@code str} writes it if no type is given. */
  private PyObject complex(PyComplex c) {
    if (zero) {
      throw Exc.valueError("Zero padding is not allowed in complex format specifier");
    }
    if (align == '=') {
      throw Exc.valueError("'=' alignment flag is not allowed in complex format specifier");
    }
    if ("\0eEfFgGn".indexOf(type) < 0) {
      throw unknown(type, c);
    }
    boolean plain = type == 0;
    boolean onlyImaginary = plain && c.real == 0 && Math.copySign(1.0, c.real) == 1;
    int all = width;
    char how = align == 0 ? '>' : align;
    width = -1;
    align = '>';
    if (plain && precision >= 0) {
      type = 'g';
    }
    StringBuilder b = new StringBuilder();
    if (!onlyImaginary) {
      b.append(part(c.real, plain));
      sign = '+';
    }
    b.append(part(c.imaginary, plain)).append('j');
    String text = plain && !onlyImaginary ? "(" + b + ")" : b.toString();
    width = all;
    return pad(PyStr.of(text), how, 0);
  }

  private String part(double v, boolean plain) {
    String text = ((PyStr) floating(v, PyNone.NONE)).value;
    int cut = alternate ? 1 : 2;
    return plain && text.endsWith(".0") ? text.substring(0, text.length() - cut) : text;
  }

  private static boolean isAlign(int c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
  }

  private void parse(PyStr s, PyObject v) {
    int n = s.length();
    int i = 0;
    boolean fillGiven = false;
    if (n >= 2 && isAlign(s.at(1))) {
      fill = s.at(0);
      align = (char) s.at(1);
      fillGiven = true;
      i = 2;
    } else if (n >= 1 && isAlign(s.at(0))) {
      align = (char) s.at(0);
      i = 1;
    }
    boolean signGiven = false;
    if (i < n && (s.at(i) == '+' || s.at(i) == '-' || s.at(i) == ' ')) {
      sign = (char) s.at(i++);
      signGiven = true;
    }
    if (i < n && s.at(i) == 'z') {
      noNegativeZero = true;
      i++;
    }
    if (i < n && s.at(i) == '#') {
      alternate = true;
      i++;
    }
    if (!fillGiven && i < n && s.at(i) == '0') {
      fill = '0';
      zero = true;
      if (align == 0 && !(v instanceof PyStr)) {
        align = '=';
      }
      i++;
    }
    int from = i;
    long w = 0;
    while (i < n && s.at(i) >= '0' && s.at(i) <= '9') {
      w = Math.min(w * 10 + s.at(i++) - '0', 1L << 40);
    }
    if (i > from) {
      if (w > Integer.MAX_VALUE) {
        throw Exc.valueError("Too many decimal digits in format string");
      }
      width = (int) w;
    }
    if (i < n && s.at(i) == ',') {
      grouping = ',';
      i++;
    }
    if (i < n && s.at(i) == '_') {
      if (grouping != 0) {
        throw Exc.valueError("Cannot specify both ',' and '_'.");
      }
      grouping = '_';
      i++;
    }
    if (i < n && s.at(i) == ',') {
      if (grouping == '_') {
        throw Exc.valueError("Cannot specify both ',' and '_'.");
      }
    }
    if (i < n && s.at(i) == '.') {
      i++;
      from = i;
      long p = 0;
      while (i < n && s.at(i) >= '0' && s.at(i) <= '9') {
        p = Math.min(p * 10 + s.at(i++) - '0', 1L << 40);
      }
      boolean digits = i > from;
      if (digits) {
        if (p > Integer.MAX_VALUE) {
          throw Exc.valueError("Too many decimal digits in format string");
        }
        precision = (int) p;
      }
      while (i < n && (s.at(i) == ',' || s.at(i) == '_')) {
        if (fractionGrouping != 0) {
          throw Exc.valueError("Cannot specify both ',' and '_'.");
        }
        fractionGrouping = (char) s.at(i++);
        digits = true;
      }
      if (!digits) {
        throw Exc.valueError("Format specifier missing precision");
      }
    }
    if (n - i > 1) {
      throw Exc.valueError(
          "Invalid format specifier '" + s + "' for object of type '" + v.type.name + "'");
    }
    if (i < n) {
      int c = s.at(i);
      type = c < 128 ? (char) c : '\uffff';
      if (c >= 128) {
        throw unknown(c, v);
      }
    }
    checkGrouping();
    if (v instanceof PyStr) {
      if (type != 0 && type != 's') {
        throw unknown(type, v);
      }
      if (signGiven) {
        throw Exc.valueError(
            sign == ' '
                ? "Space not allowed in string format specifier"
                : "Sign not allowed in string format specifier");
      }
      if (noNegativeZero) {
        throw Exc.valueError("Negative zero coercion (z) not allowed in string format specifier");
      }
      if (alternate) {
        throw Exc.valueError("Alternate form (#) not allowed in string format specifier");
      }
      if (align == '=') {
        throw Exc.valueError("'=' alignment not allowed in string format specifier");
      }
    }
  }

  private void checkGrouping() {
    if (type == 'n' && fractionGrouping != 0) {
      throw Exc.valueError("Cannot specify '" + fractionGrouping + "' with 'n'.");
    }
    if (grouping == 0) {
      return;
    }
    switch (type) {
      case 'd':
      case 'e':
      case 'f':
      case 'g':
      case 'E':
      case 'G':
      case '%':
      case 'F':
      case 0:
        return;
      case 'b':
      case 'o':
      case 'x':
      case 'X':
        if (grouping == '_') {
          return;
        }
        throw Exc.valueError("Cannot specify '" + grouping + "' with '" + type + "'.");
      default:
        throw Exc.valueError("Cannot specify '" + grouping + "' with '" + type + "'.");
    }
  }

  private static RuntimeException unknown(int c, PyObject v) {
    String shown = c > 32 && c < 128 ? "'" + (char) c + "'" : "'\\x" + Integer.toHexString(c) + "'";
    return Exc.valueError(
        "Unknown format code " + shown + " for object of type '" + v.type.name + "'");
  }

  private PyObject string(PyStr s) {
    PyStr t = precision >= 0 && precision < s.length() ? s.sub(0, precision) : s.plain();
    return pad(t, align == 0 ? '<' : align, 0);
  }

  /** Pads; for {@code =} the fill goes behind the first {@code prefix} characters. */
  private PyStr pad(PyStr t, char how, int prefix) {
    int missing = width - t.length();
    if (missing <= 0) {
      return t;
    }
    int left = how == '<' ? 0 : how == '^' ? missing / 2 : missing;
    PyStr f = PyStr.ofPoint(fill);
    PyStr a = (PyStr) StrMethods.mul(f, PyInt.of(left));
    PyStr b = (PyStr) StrMethods.mul(f, PyInt.of(missing - left));
    if (how == '=') {
      return t.sub(0, prefix).concat(a).concat(t.sub(prefix, t.length()));
    }
    return a.concat(t).concat(b);
  }

  private PyObject integer(PyInt v) {
    switch (type) {
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
      case '%':
        return floating(IntMethods.toDouble(v), v);
      default:
        break;
    }
    if (precision >= 0) {
      throw Exc.valueError("Precision not allowed in integer format specifier");
    }
    if (noNegativeZero) {
      throw Exc.valueError("Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (type == 'c') {
      if (sign != '-') {
        throw Exc.valueError("Sign not allowed with integer format specifier 'c'");
      }
      if (alternate) {
        throw Exc.valueError("Alternate form (#) not allowed with integer format specifier 'c'");
      }
      if (v.isBig() || v.value < 0 || v.value > 0x10ffff) {
        throw Exc.overflowError("%c arg not in range(0x110000)");
      }
      return pad(PyStr.ofPoint((int) v.value), align == 0 ? '<' : align, 0);
    }
    int radix;
    String prefix = "";
    switch (type) {
      case 'b':
        radix = 2;
        prefix = "0b";
        break;
      case 'o':
        radix = 8;
        prefix = "0o";
        break;
      case 'x':
        radix = 16;
        prefix = "0x";
        break;
      case 'X':
        radix = 16;
        prefix = "0X";
        break;
      case 'd':
      case 'n':
      case 0:
        radix = 10;
        break;
      default:
        throw unknown(type, v);
    }
    BigInteger abs = v.big().abs();
    String digits = radix == 10 ? IntText.decimal(abs) : abs.toString(radix);
    if (type == 'X') {
      digits = upper(digits);
    }
    return number(v.signum() < 0, alternate ? prefix : "", digits, "", radix == 10 ? 3 : 4);
  }

  private static String upper(String s) {
    char[] c = s.toCharArray();
    for (int i = 0; i < c.length; i++) {
      c[i] = c[i] >= 'a' && c[i] <= 'z' ? (char) (c[i] - 32) : c[i];
    }
    return new String(c);
  }

  /** Sign, prefix, digits with separators and padding. */
  private PyStr number(boolean negative, String prefix, String digits, String rest, int group) {
    String s = negative ? "-" : sign == '+' ? "+" : sign == ' ' ? " " : "";
    String head = s + prefix;
    String body = digits;
    char how = align == 0 ? '>' : align;
    if (grouping != 0) {
      int least = fill == '0' && how == '=' ? width - head.length() - rest.length() : 0;
      body = grouped(digits, group, least);
    }
    return pad(PyStr.of(head + body + rest), how, head.length());
  }

  private String grouped(String digits, int group, int least) {
    StringBuilder b = new StringBuilder();
    int n = 0;
    int i = digits.length();
    while (i > 0 || b.length() < least) {
      if (n == group) {
        b.append(grouping);
        n = 0;
        if (i <= 0 && b.length() >= least) {
          b.append('0');
          break;
        }
      }
      b.append(i > 0 ? digits.charAt(--i) : '0');
      n++;
    }
    return b.reverse().toString();
  }

  private PyObject floating(double v, PyObject original) {
    switch (type) {
      case 0:
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
      case 'n':
      case '%':
        break;
      default:
        throw unknown(type, original);
    }
    String text;
    if (Double.isNaN(v) || Double.isInfinite(v)) {
      text = Double.isNaN(v) ? "nan" : "inf";
      if (type == 'E' || type == 'F' || type == 'G') {
        text = upper(text);
      }
      if (type == '%') {
        text += "%";
      }
      boolean negative = v < 0;
      String s = negative ? "-" : sign == '+' ? "+" : sign == ' ' ? " " : "";
      return pad(PyStr.of(s + text), align == 0 ? '>' : align, s.length());
    }
    double x = type == '%' ? v * 100 : v;
    boolean negative = x < 0 || x == 0 && 1 / x < 0;
    text = FloatDigits.format(Math.abs(x), type, precision, alternate);
    if (noNegativeZero && negative && isZero(text)) {
      negative = false;
    }
    if (type == '%') {
      text += "%";
    }
    int cut = 0;
    while (cut < text.length() && text.charAt(cut) >= '0' && text.charAt(cut) <= '9') {
      cut++;
    }
    String rest = text.substring(cut);
    if (fractionGrouping != 0) {
      rest = groupFraction(rest);
    }
    return number(negative, "", text.substring(0, cut), rest, 3);
  }

  private String groupFraction(String rest) {
    if (rest.isEmpty() || rest.charAt(0) != '.') {
      return rest;
    }
    StringBuilder b = new StringBuilder(".");
    int n = 0;
    int i = 1;
    while (i < rest.length() && rest.charAt(i) >= '0' && rest.charAt(i) <= '9') {
      if (n == 3) {
        b.append(fractionGrouping);
        n = 0;
      }
      b.append(rest.charAt(i++));
      n++;
    }
    return b.append(rest.substring(i)).toString();
  }

  private static boolean isZero(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        break;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }
}
