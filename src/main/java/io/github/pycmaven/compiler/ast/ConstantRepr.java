package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.source.Characters;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Python's {@code repr} of constants. */
final class ConstantRepr {
  private static final String HEX = "0123456789abcdef";

  private ConstantRepr() {}

  static void write(StringBuilder out, Constant value) {
    if (value instanceof Constant.Str text) {
      text(out, text.toCodePoints());
    } else if (value instanceof Constant.Int number) {
      out.append(number.value());
    } else if (value instanceof Constant.BigInt number) {
      out.append(number.value());
    } else if (value instanceof Constant.Bytes bytes) {
      bytes(out, bytes.value());
    } else if (value instanceof Constant.Float number) {
      out.append(floating(number.value(), true));
    } else if (value instanceof Constant.Complex number) {
      out.append(floating(number.imaginary(), false)).append('j');
    } else if (value == Constant.Singleton.NONE) {
      out.append("None");
    } else if (value == Constant.Singleton.TRUE) {
      out.append("True");
    } else if (value == Constant.Singleton.FALSE) {
      out.append("False");
    } else if (value == Constant.Singleton.ELLIPSIS) {
      out.append("Ellipsis");
    } else {
      throw new IllegalArgumentException(value.toString());
    }
  }

  static void text(StringBuilder out, String text) {
    text(out, text.codePoints().toArray());
  }

  private static void text(StringBuilder out, int[] points) {
    boolean single = false;
    boolean twofold = false;
    for (int point : points) {
      single |= point == '\'';
      twofold |= point == '"';
    }
    char quote = single && !twofold ? '"' : '\'';
    out.append(quote);
    for (int point : points) {
      if (point == quote || point == '\\') {
        out.append('\\').append((char) point);
      } else if (point == '\n') {
        out.append("\\n");
      } else if (point == '\r') {
        out.append("\\r");
      } else if (point == '\t') {
        out.append("\\t");
      } else if (point >= ' ' && point < 0x7f) {
        out.append((char) point);
      } else if (point > 0xff ? Characters.isPrintable(point) : point > 0xa0 && point != 0xad) {
        out.appendCodePoint(point);
      } else if (point <= 0xff) {
        escape(out, 'x', point, 2);
      } else if (point <= 0xffff) {
        escape(out, 'u', point, 4);
      } else {
        escape(out, 'U', point, 8);
      }
    }
    out.append(quote);
  }

  private static void escape(StringBuilder out, char letter, int point, int digits) {
    out.append('\\').append(letter);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX.charAt(point >> shift & 0xf));
    }
  }

  private static void bytes(StringBuilder out, byte[] bytes) {
    boolean single = false;
    boolean twofold = false;
    for (byte b : bytes) {
      single |= b == '\'';
      twofold |= b == '"';
    }
    char quote = single && !twofold ? '"' : '\'';
    out.append('b').append(quote);
    for (byte b : bytes) {
      if (b == quote || b == '\\') {
        out.append('\\').append((char) b);
      } else if (b == '\t') {
        out.append("\\t");
      } else if (b == '\n') {
        out.append("\\n");
      } else if (b == '\r') {
        out.append("\\r");
      } else if (b >= ' ' && b < 0x7f) {
        out.append((char) b);
      } else {
        escape(out, 'x', b & 0xff, 2);
      }
    }
    out.append(quote);
  }

  /** The shortest digits that give the same double, in Python's layout. */
  private static String floating(double value, boolean pointNeeded) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return pointNeeded ? "0.0" : "0";
    }
    BigDecimal exact = new BigDecimal(value);
    for (int precision = 1; ; precision++) {
      BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value || precision == 17) {
        return layout(rounded.stripTrailingZeros(), pointNeeded);
      }
    }
  }

  private static String layout(BigDecimal value, boolean pointNeeded) {
    String digits = value.unscaledValue().toString();
    int exponent = digits.length() - 1 - value.scale();
    StringBuilder out = new StringBuilder();
    if (exponent < -4 || exponent >= 16) {
      out.append(digits.charAt(0));
      if (digits.length() > 1) {
        out.append('.').append(digits, 1, digits.length());
      }
      out.append('e').append(exponent < 0 ? '-' : '+');
      int size = Math.abs(exponent);
      return out.append(size < 10 ? "0" : "").append(size).toString();
    }
    if (exponent < 0) {
      return out.append("0.").append("0".repeat(-exponent - 1)).append(digits).toString();
    }
    if (digits.length() <= exponent + 1) {
      out.append(digits).append("0".repeat(exponent + 1 - digits.length()));
      return out.append(pointNeeded ? ".0" : "").toString();
    }
    return out.append(digits, 0, exponent + 1)
        .append('.')
        .append(digits, exponent + 1, digits.length())
        .toString();
  }
}
