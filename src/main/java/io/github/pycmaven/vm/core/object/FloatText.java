package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import java.nio.charset.StandardCharsets;

/** Floats from text, and their hexadecimal form. */
final class FloatText {
  private FloatText() {}

  static double parse(PyStr s) {
    String t = Digits.toAscii(s);
    double[] out = new double[1];
    if (t == null || !parse(t, out)) {
      throw Exc.valueError("could not convert string to float: " + Obj.repr(s));
    }
    return out[0];
  }

  static double parse(PyObject source, byte[] b) {
    double[] out = new double[1];
    if (!parse(new String(b, StandardCharsets.ISO_8859_1), out)) {
      throw Exc.valueError(
          "could not convert string to float: "
              + Obj.repr(source instanceof PyBytes ? source : new PyBytes(b)));
    }
    return out[0];
  }

  /** Parses a whole text with surrounding spaces and underscores. */
  static boolean parse(String text, double[] out) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    String s = text.substring(start, end);
    if (s.indexOf('_') >= 0) {
      for (int i = 0; i < s.length(); i++) {
        if (s.charAt(i) == '_'
            && (i == 0
                || i + 1 == s.length()
                || !isDigit(s.charAt(i - 1))
                || !isDigit(s.charAt(i + 1)))) {
          return false;
        }
      }
      s = s.replace("_", "");
    }
    int n = scan(s, 0);
    if (n != s.length() || n == 0) {
      return false;
    }
    out[0] = value(s);
    return true;
  }

  /** The value of a text that {@link #scan} accepts. */
  static double value(String s) {
    char c = s.charAt(s.length() - 1);
    if (c >= '0' && c <= '9' || c == '.') {
      return Double.parseDouble(s);
    }
    boolean negative = s.charAt(0) == '-';
    if ((c | 32) == 'n') {
      return Double.longBitsToDouble(negative ? 0xfff8L << 48 : 0x7ff8L << 48);
    }
    return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** The end of the longest float that starts at {@code from}; {@code from} itself if none. */
  static int scan(String s, int from) {
    int i = from;
    int n = s.length();
    if (i < n && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
      i++;
    }
    if (i < n && (s.charAt(i) | 32) >= 'a') {
      if (s.regionMatches(true, i, "infinity", 0, 8)) {
        return i + 8;
      }
      return s.regionMatches(true, i, "inf", 0, 3) || s.regionMatches(true, i, "nan", 0, 3)
          ? i + 3
          : from;
    }
    int digits = 0;
    while (i < n && isDigit(s.charAt(i))) {
      i++;
      digits++;
    }
    if (i < n && s.charAt(i) == '.') {
      i++;
      while (i < n && isDigit(s.charAt(i))) {
        i++;
        digits++;
      }
    }
    if (digits == 0) {
      return from;
    }
    if (i < n && (s.charAt(i) | 32) == 'e') {
      int j = i + 1;
      if (j < n && (s.charAt(j) == '+' || s.charAt(j) == '-')) {
        j++;
      }
      if (j < n && isDigit(s.charAt(j))) {
        while (j < n && isDigit(s.charAt(j))) {
          j++;
        }
        i = j;
      }
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= 9 && c <= 13;
  }

  static String hex(double v) {
    if (Double.isNaN(v)) {
      return "nan";
    }
    if (Double.isInfinite(v)) {
      return v > 0 ? "inf" : "-inf";
    }
    long bits = Double.doubleToRawLongBits(v);
    String sign = bits < 0 ? "-" : "";
    if (v == 0) {
      return sign + "0x0.0p+0";
    }
    long mantissa = bits & 0xfffffffffffffL;
    int e = (int) (bits >>> 52 & 0x7ff);
    String digits = Long.toHexString(mantissa | 1L << 52).substring(1);
    int exponent = e == 0 ? -1022 : e - 1023;
    return sign
        + "0x"
        + (e == 0 ? "0" : "1")
        + "."
        + digits
        + "p"
        + (exponent < 0 ? "" : "+")
        + exponent;
  }

  static double fromHex(String text) {
    String s = text.strip();
    int i = 0;
    boolean negative = false;
    if (i < s.length() && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
      negative = s.charAt(i) == '-';
      i++;
    }
    String rest = s.substring(i).toLowerCase(java.util.Locale.ROOT);
    if (rest.equals("inf") || rest.equals("infinity")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (rest.equals("nan")) {
      return Double.longBitsToDouble(negative ? 0xfff8L << 48 : 0x7ff8L << 48);
    }
    if (rest.startsWith("0x")) {
      rest = rest.substring(2);
    }
    int p = rest.indexOf('p');
    String mantissa = p < 0 ? rest : rest.substring(0, p);
    String exponent = p < 0 ? "0" : rest.substring(p + 1);
    int dot = mantissa.indexOf('.');
    String digits = dot < 0 ? mantissa : mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    if (digits.isEmpty() || !digits.matches("[0-9a-f]+") || !exponent.matches("[+-]?[0-9]+")) {
      throw Exc.valueError("invalid hexadecimal floating-point string");
    }
    java.math.BigInteger m = new java.math.BigInteger(digits, 16);
    if (m.signum() == 0) {
      return negative ? -0.0 : 0.0;
    }
    java.math.BigInteger wide =
        new java.math.BigInteger(exponent.startsWith("+") ? exponent.substring(1) : exponent);
    long e =
        wide.bitLength() > 40 ? (wide.signum() < 0 ? -(1L << 40) : 1L << 40) : wide.longValue();
    e -= 4L * (dot < 0 ? 0 : digits.length() - dot);
    long top = e + m.bitLength();
    double v;
    if (top > 1025) {
      v = Double.POSITIVE_INFINITY;
    } else if (top < -1080) {
      v = 0;
    } else {
      java.math.BigDecimal two = new java.math.BigDecimal(2);
      java.math.BigDecimal d = new java.math.BigDecimal(m);
      v =
          e >= 0
              ? d.multiply(two.pow((int) e)).doubleValue()
              : d.divide(two.pow((int) -e)).doubleValue();
    }
    if (Double.isInfinite(v)) {
      throw Exc.overflowError("hexadecimal value too large to represent as a float");
    }
    return negative ? -v : v;
  }
}
