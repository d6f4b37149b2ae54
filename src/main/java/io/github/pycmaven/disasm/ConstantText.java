package io.github.pycmaven.disasm;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.util.FloatRepr;
import java.util.List;

/** Constants as Python writes them, in ASCII. */
final class ConstantText {
  private static final int MAX_DEPTH = 50;

  /** Longer texts are cut: references let few bytes stand for very many. */
  private static final int MAX_LENGTH = 2000;

  private ConstantText() {}

  static String of(Constant value) {
    StringBuilder out = new StringBuilder();
    append(out, value, 0);
    return out.toString();
  }

  /** A name, whose characters beyond ASCII are escaped. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(point -> character(out, point, '\0'));
    return out.toString();
  }

  private static void append(StringBuilder out, Constant value, int depth) {
    if (depth > MAX_DEPTH || out.length() > MAX_LENGTH) {
      out.append(out.length() > MAX_LENGTH + 3 ? "" : "...");
    } else if (value instanceof Constant.Singleton s) {
      out.append(singleton(s));
    } else if (value instanceof Constant.Int i) {
      out.append(i.value());
    } else if (value instanceof Constant.BigInt i) {
      // In hexadecimal, since decimal takes quadratic time.
      out.append(i.value().signum() < 0 ? "-0x" : "0x").append(i.value().abs().toString(16));
    } else if (value instanceof Constant.Float f) {
      out.append(FloatRepr.repr(f.value()));
    } else if (value instanceof Constant.Complex z) {
      out.append("complex(").append(FloatRepr.repr(z.real())).append(", ");
      out.append(FloatRepr.repr(z.imaginary())).append(')');
    } else if (value instanceof Constant.Str s) {
      text(out, s.toCodePoints());
    } else if (value instanceof Constant.Bytes b) {
      bytes(out, b.value());
    } else if (value instanceof Constant.Tuple t) {
      elements(out, "(", t.elements(), t.elements().size() == 1 ? ",)" : ")", depth);
    } else if (value instanceof Constant.FrozenSet s) {
      elements(out, "frozenset({", s.elements(), "})", depth);
    } else if (value instanceof Constant.Slice s) {
      elements(out, "slice(", List.of(s.start(), s.stop(), s.step()), ")", depth);
    } else if (value instanceof Constant.Code c) {
      code(out, c.code().qualname().value(), c.code().firstLine());
    } else if (value instanceof Constant.LegacyCode c) {
      code(out, c.code().name().value(), c.code().firstLine());
    }
  }

  private static String singleton(Constant.Singleton value) {
    switch (value) {
      case NONE:
        return "None";
      case TRUE:
        return "True";
      case FALSE:
        return "False";
      default:
        return "Ellipsis";
    }
  }

  private static void code(StringBuilder out, String name, int line) {
    out.append("<code ").append(plain(name)).append(", line ").append(line).append('>');
  }

  private static void elements(
      StringBuilder out, String open, List<Constant> elements, String close, int depth) {
    out.append(open);
    for (int i = 0; i < elements.size() && out.length() <= MAX_LENGTH; i++) {
      out.append(i == 0 ? "" : ", ");
      append(out, elements.get(i), depth + 1);
    }
    out.append(close);
  }

  private static void text(StringBuilder out, int[] points) {
    boolean hasSingle = false;
    boolean hasDouble = false;
    for (int point : points) {
      hasSingle |= point == '\'';
      hasDouble |= point == '"';
    }
    char quote = hasSingle && !hasDouble ? '"' : '\'';
    out.append(quote);
    for (int i = 0; i < points.length && out.length() <= MAX_LENGTH; i++) {
      character(out, points[i], quote);
    }
    out.append(quote);
  }

  private static void bytes(StringBuilder out, byte[] value) {
    int[] points = new int[value.length];
    for (int i = 0; i < value.length; i++) {
      points[i] = value[i] & 0xff;
    }
    out.append('b');
    text(out, points);
  }

  private static void character(StringBuilder out, int point, char quote) {
    if (point == '\n') {
      out.append("\\n");
    } else if (point == '\r') {
      out.append("\\r");
    } else if (point == '\t') {
      out.append("\\t");
    } else if (point >= ' ' && point < 0x7f) {
      out.append(quote != 0 && (point == quote || point == '\\') ? "\\" : "").append((char) point);
    } else if (point <= 0xff) {
      hex(out.append("\\x"), point, 2);
    } else if (point <= 0xffff) {
      hex(out.append("\\u"), point, 4);
    } else {
      hex(out.append("\\U"), point, 8);
    }
  }

  private static void hex(StringBuilder out, int value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append("0123456789abcdef".charAt(value >> shift & 15));
    }
  }
}
