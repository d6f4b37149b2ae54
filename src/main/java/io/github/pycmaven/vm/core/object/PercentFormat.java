package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Slot;
import java.math.BigInteger;

/**
 * {@code format % values} of str.
 *
 * @cpython Objects/unicodeobject.c:PyUnicode_Format
 */
final class PercentFormat {
  private final PyStr format;
  private final PyObject given;
  private final PyObject[] values;
  private final boolean mapping;
  private int next;
  private boolean usedMapping;
  private int at;

  private PercentFormat(PyStr format, PyObject given) {
    this.format = format;
    this.given = given;
    this.values = given instanceof PyTuple t ? t.items : new PyObject[] {given};
    this.mapping =
        !(given instanceof PyTuple)
            && !(given instanceof PyStr)
            && given.type.slot(Slot.GETITEM) != null;
  }

  static PyObject format(PyStr format, PyObject given) {
    return new PercentFormat(format, given).run();
  }

  private PyObject value() {
    if (next >= values.length) {
      throw Exc.typeError("not enough arguments for format string");
    }
    return values[next++];
  }

  private int peek() {
    if (at >= format.length()) {
      throw Exc.valueError("incomplete format");
    }
    return format.at(at);
  }

  private PyObject run() {
    PyList out = new PyList();
    int n = format.length();
    while (at < n) {
      int from = at;
      while (at < n && format.at(at) != '%') {
        at++;
      }
      if (at > from) {
        out.append(format.sub(from, at));
      }
      if (at < n) {
        at++;
        out.append(one());
      }
    }
    if (next < values.length && !usedMapping && !mapping) {
      throw Exc.typeError("not all arguments converted during string formatting");
    }
    return StrText.join(PyStr.EMPTY, out.toArray());
  }

  private PyStr one() {
    PyObject v = null;
    if (peek() == '(') {
      v = keyed();
    }
    boolean left = false;
    boolean plus = false;
    boolean blank = false;
    boolean alternate = false;
    boolean zero = false;
    while (true) {
      int c = peek();
      if (c == '-') {
        left = true;
      } else if (c == '+') {
        plus = true;
      } else if (c == ' ') {
        blank = true;
      } else if (c == '#') {
        alternate = true;
      } else if (c == '0') {
        zero = true;
      } else {
        break;
      }
      at++;
    }
    int width = -1;
    if (peek() == '*') {
      at++;
      width = star("ssize_t");
      if (width < 0) {
        left = true;
        width = -width;
      }
    } else {
      width = digits("width too big");
    }
    int precision = -1;
    if (peek() == '.') {
      at++;
      if (peek() == '*') {
        at++;
        precision = Math.max(0, star("int"));
      } else {
        precision = Math.max(0, digits("precision too big"));
      }
    }
    if (peek() == 'h' || peek() == 'l' || peek() == 'L') {
      at++;
    }
    int c = peek();
    at++;
    if (c == '%') {
      return PyStr.ofPoint('%');
    }
    if (v == null) {
      v = value();
    }
    String sign = plus ? "+" : blank ? " " : "";
    return convert(c, v, sign, alternate, zero, left, width, precision);
  }

  private PyObject keyed() {
    if (!mapping) {
      throw Exc.typeError("format requires a mapping");
    }
    int from = ++at;
    int depth = 1;
    while (depth > 0) {
      if (at >= format.length()) {
        throw Exc.valueError("incomplete format key");
      }
      int c = format.at(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    usedMapping = true;
    return Obj.getItem(given, format.sub(from, at - 1));
  }

  private int star(String wanted) {
    PyObject o = value();
    if (!(o instanceof PyInt i)) {
      throw Exc.typeError("* wants int");
    }
    if (i.isBig() || (int) i.value != i.value && wanted.equals("int")) {
      throw Exc.overflowError("Python int too large to convert to C " + wanted);
    }
    return i.clippedInt();
  }

  private int digits(String message) {
    long v = -1;
    while (peek() >= '0' && peek() <= '9') {
      v = Math.max(v, 0) * 10 + peek() - '0';
      if (v > Integer.MAX_VALUE) {
        throw Exc.valueError(message);
      }
      at++;
    }
    return (int) v;
  }

  private PyStr convert(
      int c,
      PyObject v,
      String sign,
      boolean alternate,
      boolean zero,
      boolean left,
      int width,
      int precision) {
    PyStr text;
    int head = 0;
    boolean numeric = false;
    switch (c) {
      case 's':
      case 'r':
      case 'a':
        text = c == 's' ? Obj.strObject(v) : c == 'r' ? Obj.reprObject(v) : Obj.ascii(v);
        if (precision >= 0 && precision < text.length()) {
          text = text.sub(0, precision);
        }
        break;
      case 'c':
        text = character(v);
        break;
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        {
          BigInteger i = integer(v, (char) c);
          String p = !alternate || c == 'd' || c == 'i' || c == 'u' ? "" : "0" + (char) c;
          String d =
              c == 'o'
                  ? i.abs().toString(8)
                  : c == 'x' || c == 'X' ? i.abs().toString(16) : IntText.decimal(i.abs());
          if (precision > d.length()) {
            d = "0".repeat(precision - d.length()) + d;
          }
          if (c == 'X') {
            d = Obj.str(io.github.pycmaven.vm.core.text.Unicode.upper(PyStr.of(d)));
          }
          String h = (i.signum() < 0 ? "-" : sign) + p;
          head = h.length();
          text = PyStr.of(h + d);
          numeric = true;
          break;
        }
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        {
          double x = real(v);
          boolean negative = x < 0 || x == 0 && 1 / x < 0;
          String h = negative ? "-" : sign;
          String d;
          if (Double.isNaN(x) || Double.isInfinite(x)) {
            d = Double.isNaN(x) ? "nan" : "inf";
            d = c < 'a' ? Obj.str(io.github.pycmaven.vm.core.text.Unicode.upper(PyStr.of(d))) : d;
            h = Double.isNaN(x) ? sign : h;
          } else {
            d = FloatDigits.format(Math.abs(x), (char) c, precision < 0 ? 6 : precision, alternate);
          }
          head = h.length();
          text = PyStr.of(h + d);
          numeric = true;
          break;
        }
      default:
        throw Exc.valueError(
            "unsupported format character '"
                + (c > 31 && c < 128 ? (char) c : '?')
                + "' (0x"
                + Integer.toHexString(c)
                + ") at index "
                + (at - 1));
    }
    int missing = width - text.length();
    if (missing <= 0) {
      return text;
    }
    if (left) {
      return text.concat(PyStr.narrow(" ".repeat(missing)));
    }
    if (zero && numeric) {
      return text.sub(0, head)
          .concat(PyStr.narrow("0".repeat(missing)))
          .concat(text.sub(head, text.length()));
    }
    return PyStr.narrow(" ".repeat(missing)).concat(text);
  }

  private static PyStr character(PyObject v) {
    if (v instanceof PyStr s) {
      if (s.length() != 1) {
        throw Exc.typeError(
            "%c requires an int or a unicode character, not a string of length " + s.length());
      }
      return s;
    }
    if (!(v instanceof PyInt) && v.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("%c requires an int or a unicode character, not " + v.type.fullName());
    }
    PyInt i = Obj.index(v);
    if (i.isBig() || i.value < 0 || i.value > 0x10ffff) {
      throw Exc.overflowError("%c arg not in range(0x110000)");
    }
    return PyStr.ofPoint((int) i.value);
  }

  private static BigInteger integer(PyObject v, char c) {
    if (v instanceof PyInt i) {
      return i.big();
    }
    boolean strict = c == 'x' || c == 'X' || c == 'o';
    if (v.type.slot(Slot.INDEX) != null) {
      return Obj.index(v).big();
    }
    if (!strict && !(v instanceof PyStr) && v.type.slot(Slot.INT) != null) {
      return IntText.toInt(v).big();
    }
    throw Exc.typeError(
        "%"
            + c
            + " format: "
            + (strict ? "an integer" : "a real number")
            + " is required, not "
            + v.type.name);
  }

  private static double real(PyObject v) {
    return Obj.toDouble(v);
  }
}
