package io.github.pycmaven.util;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal text that reads back as the same double, as Python writes it. The JDK's own
 * {@code Double.toString} gives other digits in some of its versions.
 *
 * @cpython Python/pystrtod.c:PyOS_double_to_string
 */
public final class FloatRepr {
  private static final int MAX_DIGITS = 17;

  /** Decimal points further to the right or left than this are written with an exponent. */
  private static final int MAX_FIXED_POINT = 16;

  private static final int MIN_FIXED_POINT = -4;

  private FloatRepr() {}

  /** {@code repr(value)}. */
  public static String repr(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    String text = format(Math.abs(value));
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    boolean needsPoint = text.indexOf('.') < 0 && text.indexOf('e') < 0;
    return (negative ? "-" : "") + text + (needsPoint ? ".0" : "");
  }

  /** {@code repr(value)} of a complex number's part: without ".0". */
  public static String shortest(double value) {
    String text = repr(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String format(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= MAX_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shortest.doubleValue() == value) {
        break;
      }
    }
    shortest = shortest.stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    if (point > MAX_FIXED_POINT || point <= MIN_FIXED_POINT) {
      return exponential(digits, point - 1);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point >= digits.length()) {
      return digits + "0".repeat(point - digits.length());
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  private static String exponential(String digits, int exponent) {
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int magnitude = Math.abs(exponent);
    return mantissa + (exponent < 0 ? "e-" : "e+") + (magnitude < 10 ? "0" : "") + magnitude;
  }
}
