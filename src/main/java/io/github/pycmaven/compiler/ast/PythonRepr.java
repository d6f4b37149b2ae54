package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.source.Characters;
import io.github.pycmaven.util.FloatRepr;
import java.util.List;

/**
 * {@code repr()} of constants.
 *
 * @cpython Objects/unicodeobject.c:unicode_repr
 */
public final class PythonRepr {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private PythonRepr() {}

  /** {@code repr()} of a str. */
  public static String of(String text) {
    return of(new Constant.Str(text));
  }

  /** {@code repr()} of a constant that a source can hold. */
  public static String of(Constant value) {
    if (value instanceof Constant.Singleton singleton) {
      switch (singleton) {
        case NONE:
          return "None";
        case TRUE:
          return "True";
        case FALSE:
          return "False";
        default:
          return "Ellipsis";
      }
    } else if (value instanceof Constant.Int number) {
      return Long.toString(number.value());
    } else if (value instanceof Constant.BigInt number) {
      return number.value().toString();
    } else if (value instanceof Constant.Float number) {
      return FloatRepr.repr(number.value());
    } else if (value instanceof Constant.Complex number) {
      return complex(number);
    } else if (value instanceof Constant.Str text) {
      return str(text.toCodePoints());
    } else if (value instanceof Constant.Bytes bytes) {
      return bytes(bytes.value());
    } else if (value instanceof Constant.Tuple tuple) {
      List<Constant> elements = tuple.elements();
      return "(" + join(elements) + (elements.size() == 1 ? ",)" : ")");
    } else if (value instanceof Constant.FrozenSet set) {
      return set.elements().isEmpty() ? "frozenset()" : "frozenset({" + join(set.elements()) + "})";
    } else if (value instanceof Constant.Slice slice) {
      return "slice(" + join(List.of(slice.start(), slice.stop(), slice.step())) + ")";
    }
    return "<code object " + ((Constant.Code) value).code().name().value() + ">";
  }

  private static String join(List<Constant> values) {
    StringBuilder out = new StringBuilder();
    for (Constant value : values) {
      out.append(out.length() == 0 ? "" : ", ").append(of(value));
    }
    return out.toString();
  }

  private static String complex(Constant.Complex number) {
    String imaginary = FloatRepr.shortest(number.imaginary()) + "j";
    if (number.real() == 0 && Double.doubleToRawLongBits(number.real()) >= 0) {
      return imaginary;
    }
    boolean signed = imaginary.startsWith("-");
    return "(" + FloatRepr.shortest(number.real()) + (signed ? "" : "+") + imaginary + ")";
  }

  private static String str(int[] points) {
    boolean single = false;
    boolean twice = false;
    for (int point : points) {
      single |= point == '\'';
      twice |= point == '"';
    }
    char quote = single && !twice ? '"' : '\'';
    StringBuilder out = new StringBuilder(points.length + 2).append(quote);
    for (int point : points) {
      if (point == quote || point == '\\') {
        out.append('\\').append((char) point);
      } else if (point == '\n') {
        out.append("\\n");
      } else if (point == '\t') {
        out.append("\\t");
      } else if (point == '\r') {
        out.append("\\r");
      } else if (isPrintable(point)) {
        out.appendCodePoint(point);
      } else {
        escape(out, point);
      }
    }
    return out.append(quote).toString();
  }

  /** The first 256 without the table, which few sources need. */
  private static boolean isPrintable(int point) {
    if (point < 0x7f) {
      return point >= ' ';
    }
    return point > 0xff ? Characters.isPrintable(point) : point > 0xa0 && point != 0xad;
  }

  private static void escape(StringBuilder out, int point) {
    if (point <= 0xff) {
      hex(out.append("\\x"), point, 2);
    } else if (point <= 0xffff) {
      hex(out.append("\\u"), point, 4);
    } else {
      hex(out.append("\\U"), point, 8);
    }
  }

  private static void hex(StringBuilder out, int value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX[value >> shift & 15]);
    }
  }

  private static String bytes(byte[] bytes) {
    boolean single = false;
    boolean twice = false;
    for (byte b : bytes) {
      single |= b == '\'';
      twice |= b == '"';
    }
    char quote = single && !twice ? '"' : '\'';
    StringBuilder out = new StringBuilder(bytes.length + 3).append('b').append(quote);
    for (byte b : bytes) {
      if (b == quote || b == '\\') {
        out.append('\\').append((char) b);
      } else if (b == '\n') {
        out.append("\\n");
      } else if (b == '\t') {
        out.append("\\t");
      } else if (b == '\r') {
        out.append("\\r");
      } else if (b >= ' ' && b < 0x7f) {
        out.append((char) b);
      } else {
        hex(out.append("\\x"), b & 0xff, 2);
      }
    }
    return out.append(quote).toString();
  }
}
