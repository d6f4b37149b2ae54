package io.github.pycmaven.compiler.fold;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an f-string of {@code "…%s…" % (…)}, if all its fields are {@code %s}, {@code %r} or {@code
 * %a} with at most a width, a precision and the flag {@code -}.
 *
 * @cpython Python/ast_preprocess.c:optimize_format
 */
final class FormatFolder {
  private static final int MAX_DIGITS = 3;

  private final int[] format;
  private int position;

  private FormatFolder(int[] format) {
    this.format = format;
  }

  /** The f-string, or null where the format has other fields or their number is wrong. */
  static Expr fold(Constant.Str format, List<Expr> values, Span span) {
    for (Expr value : values) {
      if (value instanceof Expr.Starred) {
        return null;
      }
    }
    return new FormatFolder(format.toCodePoints()).fold(values, span);
  }

  private Expr fold(List<Expr> values, Span span) {
    List<Expr> parts = new ArrayList<>();
    int used = 0;
    while (true) {
      Constant.Str literal = literal();
      if (literal != null) {
        parts.add(new Expr.ConstantExpr(literal, null, Span.NONE));
      }
      if (position >= format.length) {
        return used == values.size() ? new Expr.JoinedStr(parts, span) : null;
      }
      if (used == values.size()) {
        return null;
      }
      position++;
      Expr field = field(values.get(used++));
      if (field == null) {
        return null;
      }
      parts.add(field);
    }
  }

  /** The text up to the next field, with {@code %%} as one character; null if there is none. */
  private Constant.Str literal() {
    int[] text = new int[format.length - position];
    int length = 0;
    while (position < format.length) {
      if (format[position] == '%') {
        if (position + 1 == format.length || format[position + 1] != '%') {
          break;
        }
        position++;
      }
      text[length++] = format[position++];
    }
    if (length == 1 && text[0] == '%') {
      return Constant.Str.LONE_PERCENT;
    }
    return length == 0 ? null : Constant.Str.ofCodePoints(text, length);
  }

  private int next() {
    return position < format.length ? format[position++] : -1;
  }

  private Expr field(Expr value) {
    boolean left = false;
    int ch = next();
    while (ch == '-' || ch == '+' || ch == ' ' || ch == '#' || ch == '0') {
      left |= ch == '-';
      ch = next();
    }
    StringBuilder spec = new StringBuilder();
    int width = -1;
    if (isDigit(ch)) {
      width = 0;
      int digits = 0;
      while (isDigit(ch)) {
        width = width * 10 + ch - '0';
        ch = next();
        if (ch < 0 || ++digits >= MAX_DIGITS) {
          return null;
        }
      }
    }
    int precision = -1;
    if (ch == '.') {
      ch = next();
      precision = 0;
      int digits = 0;
      while (isDigit(ch)) {
        precision = precision * 10 + ch - '0';
        ch = next();
        if (ch < 0 || ++digits >= MAX_DIGITS) {
          return null;
        }
      }
    }
    if (ch != 's' && ch != 'r' && ch != 'a') {
      return null;
    }
    if (!left && width > 0) {
      spec.append('>');
    }
    if (width >= 0) {
      spec.append(width);
    }
    if (precision >= 0) {
      spec.append('.').append(precision);
    }
    Expr formatSpec =
        spec.length() == 0
            ? null
            : new Expr.ConstantExpr(new Constant.Str(spec.toString()), null, Span.NONE);
    return new Expr.FormattedValue(value, ch, formatSpec, value.span());
  }

  private static boolean isDigit(int ch) {
    return ch >= '0' && ch <= '9';
  }
}
