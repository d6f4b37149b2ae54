package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.util.FloatRepr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The digits of a finite float in the forms e, f, g and shortest; correctly rounded. */
final class FloatDigits {
  private FloatDigits() {}

  /** Formats a float that is not negative. {@code type} 0 is the default of format(). */
  static String format(double v, char type, int precision, boolean alternate) {
    switch (type) {
      case 'e':
      case 'E':
        {
          String s = exponent(v, precision < 0 ? 6 : precision, alternate);
          return type == 'E' ? s.replace('e', 'E') : s;
        }
      case 'f':
      case 'F':
      case '%':
        return fixed(v, precision < 0 ? 6 : precision, alternate);
      case 'g':
      case 'n':
        return general(v, precision < 0 ? 6 : precision, alternate, false);
      case 'G':
        return general(v, precision < 0 ? 6 : precision, alternate, false).replace('e', 'E');
      case 'r':
        return FloatRepr.repr(v);
      default:
        if (precision < 0) {
          return alternate ? point(FloatRepr.repr(v)) : FloatRepr.repr(v);
        }
        return general(v, precision, alternate, true);
    }
  }

  private static String point(String s) {
    int e = s.indexOf('e');
    String m = e < 0 ? s : s.substring(0, e);
    return m.indexOf('.') >= 0 ? s : m + "." + (e < 0 ? "" : s.substring(e));
  }

  static String fixed(double v, int digits, boolean alternate) {
    String s = new BigDecimal(v).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    return digits == 0 && alternate ? s + "." : s;
  }

  static String exponent(double v, int digits, boolean alternate) {
    String d;
    int e;
    if (v == 0) {
      d = "0".repeat(digits + 1);
      e = 0;
    } else {
      BigDecimal b = new BigDecimal(v).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
      d = b.unscaledValue().toString();
      e = d.length() - 1 - b.scale();
      if (d.length() < digits + 1) {
        d = d + "0".repeat(digits + 1 - d.length());
      } else {
        d = d.substring(0, digits + 1);
      }
    }
    return d.charAt(0) + (digits > 0 ? "." + d.substring(1) : alternate ? "." : "") + suffix(e);
  }

  private static String suffix(int e) {
    int a = Math.abs(e);
    return "e" + (e < 0 ? "-" : "+") + (a < 10 ? "0" : "") + a;
  }

  private static String general(double v, int precision, boolean alternate, boolean dotZero) {
    int p = precision == 0 ? 1 : precision;
    String d;
    int e;
    if (v == 0) {
      d = "0".repeat(p);
      e = 0;
    } else {
      BigDecimal b = new BigDecimal(v).round(new MathContext(p, RoundingMode.HALF_EVEN));
      d = b.unscaledValue().toString();
      e = d.length() - 1 - b.scale();
      if (d.length() < p) {
        d = d + "0".repeat(p - d.length());
      } else {
        d = d.substring(0, p);
      }
    }
    // Without a type, a value that would show no digit behind the point takes an exponent one
    // earlier.
    boolean exponential = e < -4 || e >= (dotZero && p > 1 ? p - 1 : p) && e >= 1 || e >= p;
    StringBuilder b = new StringBuilder();
    if (exponential) {
      b.append(d.charAt(0));
      String rest = alternate ? d.substring(1) : strip(d.substring(1));
      if (!rest.isEmpty() || alternate) {
        b.append('.').append(rest);
      }
      return b.append(suffix(e)).toString();
    }
    if (e < 0) {
      b.append("0.").append("0".repeat(-e - 1)).append(d);
    } else if (e + 1 >= d.length()) {
      b.append(d).append("0".repeat(e + 1 - d.length()));
      if (alternate || dotZero) {
        b.append('.').append(dotZero && !alternate ? "0" : "");
      }
      return b.toString();
    } else {
      b.append(d, 0, e + 1).append('.').append(d, e + 1, d.length());
    }
    if (alternate) {
      return b.toString();
    }
    String s = strip(b.toString());
    if (s.endsWith(".")) {
      s = dotZero ? s + "0" : s.substring(0, s.length() - 1);
    }
    return s;
  }

  private static String strip(String s) {
    int n = s.length();
    while (n > 0 && s.charAt(n - 1) == '0') {
      n--;
    }
    return s.substring(0, n);
  }
}
