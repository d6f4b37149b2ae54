package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Slot;
import java.math.BigInteger;

/** Ints from and to text. */
public final class IntText {
  /** The limit that {@code sys.set_int_max_str_digits} sets; 0 for none. */
  public static int maxDigits = 4300;

  private IntText() {}

  /** What {@code int(x)} makes of one argument. */
  static PyInt toInt(PyObject x) {
    if (x instanceof PyInt i && x.type == PyInt.TYPE) {
      return i;
    }
    PyObject f = x.type.slot(Slot.INT);
    if (f != null) {
      PyObject r = f.call1(x);
      if (!(r instanceof PyInt i)) {
        throw Exc.typeError("__int__ returned non-int (type " + r.type.name + ")");
      }
      if (r.type != PyInt.TYPE && r.type != PyBool.TYPE
          || r.type == PyBool.TYPE && !(x instanceof PyBool)) {
        Obj.warn(
            Exc.DeprecationWarning,
            "__int__ returned non-int (type "
                + r.type.name
                + ").  The ability to return an instance of a strict subclass of int is "
                + "deprecated, and may not be supported in a future version of Python.");
      }
      return i.plain();
    }
    if (x.type.slot(Slot.INDEX) != null) {
      return Obj.index(x).plain();
    }
    if (x instanceof PyStr || Obj.isBytesLike(x)) {
      return parse(x, 10);
    }
    throw Exc.typeError(
        "int() argument must be a string, a bytes-like object or a real number, not '"
            + x.type.name
            + "'");
  }

  /** Parses text. */
  static PyInt parse(PyObject x, int base) {
    String s;
    if (x instanceof PyStr t) {
      s = Digits.toAscii(t);
    } else if (Obj.isBytesLike(x)) {
      s = new String(Obj.bytesOf(x), java.nio.charset.StandardCharsets.ISO_8859_1);
      for (int i = 0; i < s.length(); i++) {
        if (s.charAt(i) >= 0x80 || s.charAt(i) == 0) {
          throw invalid(x, base);
        }
      }
    } else {
      throw Exc.typeError("int() can't convert non-string with explicit base");
    }
    PyInt v = s == null ? null : parse(s, base, x);
    if (v == null) {
      throw invalid(x, base);
    }
    return v;
  }

  private static RuntimeException invalid(PyObject x, int base) {
    return Exc.valueError(
        "invalid literal for int() with base "
            + base
            + ": "
            + Obj.repr(
                x instanceof PyStr ? x : x instanceof PyBytes ? x : new PyBytes(Obj.bytesOf(x))));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= 9 && c <= 13;
  }

  /** Parses ASCII text; null if it is no int. */
  static PyInt parse(String s, int base, PyObject source) {
    int i = 0;
    int end = s.length();
    while (i < end && isSpace(s.charAt(i))) {
      i++;
    }
    while (end > i && isSpace(s.charAt(end - 1))) {
      end--;
    }
    boolean negative = false;
    if (i < end && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
      negative = s.charAt(i) == '-';
      i++;
    }
    int radix = base;
    boolean zeroOnly = false;
    boolean prefixed = false;
    if (i + 1 < end && s.charAt(i) == '0') {
      int p = radixOf(s.charAt(i + 1));
      if (p != 0 && (base == 0 || base == p)) {
        radix = p;
        i += 2;
        prefixed = true;
      } else if (base == 0) {
        radix = 10;
        zeroOnly = true;
      }
    } else if (base == 0) {
      radix = 10;
    }
    StringBuilder digits = new StringBuilder(end - i);
    boolean lastUnderscore = !prefixed;
    boolean any = false;
    for (; i < end; i++) {
      char c = s.charAt(i);
      if (c == '_') {
        if (lastUnderscore) {
          return null;
        }
        lastUnderscore = true;
        continue;
      }
      int d = digit(c);
      if (d < 0 || d >= radix || zeroOnly && d != 0) {
        return null;
      }
      any = true;
      lastUnderscore = false;
      digits.append(c);
    }
    if (!any || lastUnderscore) {
      return null;
    }
    if ((radix & radix - 1) != 0 && maxDigits > 0 && digits.length() > maxDigits) {
      throw Exc.valueError(
          "Exceeds the limit ("
              + maxDigits
              + " digits) for integer string conversion: value has "
              + digits.length()
              + " digits; use sys.set_int_max_str_digits() to increase the limit");
    }
    if (digits.length() <= 11) {
      long v = Long.parseLong(digits.toString(), radix);
      return PyInt.of(negative ? -v : v);
    }
    BigInteger v = new BigInteger(digits.toString(), radix);
    return PyInt.of(negative ? v.negate() : v);
  }

  private static int radixOf(char c) {
    switch (c) {
      case 'x':
      case 'X':
        return 16;
      case 'o':
      case 'O':
        return 8;
      case 'b':
      case 'B':
        return 2;
      default:
        return 0;
    }
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int l = c | 32;
    return l >= 'a' && l <= 'z' ? l - 'a' + 10 : -1;
  }

  static String toString(BigInteger v, int radix) {
    return v.toString(radix);
  }

  /** Decimal digits, within the limit. */
  static String decimal(BigInteger v) {
    if (maxDigits > 0 && v.bitLength() > maxDigits * 3L) {
      // A value of so many bits has at least so many digits.
      long least = (long) ((v.abs().bitLength() - 1) * 0.3010299956639811);
      String s = least >= maxDigits ? null : v.toString();
      if (s == null || s.length() - (v.signum() < 0 ? 1 : 0) > maxDigits) {
        throw Exc.valueError(
            "Exceeds the limit ("
                + maxDigits
                + " digits) for integer string conversion; use "
                + "sys.set_int_max_str_digits() to increase the limit");
      }
      return s;
    }
    return v.toString();
  }
}
