package io.github.pycmaven.compiler.parser.literal;

import io.github.pycmaven.code.Constant;
import java.math.BigInteger;

/** From a number's text, underscores removed, to its value. */
public final class NumberValues {
  /** The default of {@code sys.get_int_max_str_digits()}. */
  public static final int MAX_DECIMAL_DIGITS = 4300;

  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private NumberValues() {}

  /** The value, or null if it is a decimal int of more digits than allowed. */
  public static Constant parse(String text, int maxDigits) {
    int last = text.length() - 1;
    char end = text.charAt(last);
    if (text.charAt(0) == '0' && last > 0) {
      switch (text.charAt(1) | 0x20) {
        case 'x':
          return integer(new BigInteger(text.substring(2), 16));
        case 'o':
          return integer(new BigInteger(text.substring(2), 8));
        case 'b':
          return integer(new BigInteger(text.substring(2), 2));
        default:
          break;
      }
    }
    if (end == 'j' || end == 'J') {
      return new Constant.Complex(0.0, Double.parseDouble(text.substring(0, last)));
    }
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return new Constant.Float(Double.parseDouble(text));
      }
    }
    if (text.length() > maxDigits) {
      return null;
    }
    return integer(new BigInteger(text));
  }

  private static Constant integer(BigInteger value) {
    if (value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0) {
      return new Constant.Int(value.longValue());
    }
    return new Constant.BigInt(value);
  }
}
