package io.github.pycmaven.compiler.parser;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.source.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Adjacent strings as one.
 *
 * @cpython Parser/action_helpers.c:_PyPegen_concatenate_strings
 */
final class StringConcatenation {
  private StringConcatenation() {}

  static Expr concatenate(ParserState s, List<Expr> pieces, Span span) {
    boolean templates = false;
    boolean formatted = false;
    boolean text = false;
    boolean bytes = false;
    for (Expr piece : pieces) {
      if (piece instanceof Expr.ConstantExpr constant) {
        bytes |= constant.value() instanceof Constant.Bytes;
        text |= !(constant.value() instanceof Constant.Bytes);
      } else if (piece instanceof Expr.TemplateStr) {
        templates = true;
      } else {
        formatted = true;
      }
    }
    if ((bytes || templates) && (text || formatted) || bytes && templates) {
      throw s.fail();
    }
    if (!formatted && !templates) {
      if (pieces.size() == 1) {
        return pieces.get(0);
      }
      Constant value = bytes ? joinBytes(pieces) : joinText(pieces, 0, pieces.size());
      return new Expr.ConstantExpr(value, ((Expr.ConstantExpr) pieces.get(0)).kind(), span);
    }
    List<Expr> values = fold(flatten(pieces));
    return templates ? new Expr.TemplateStr(values, span) : new Expr.JoinedStr(values, span);
  }

  /**
   * The same where f-strings are no tokens: all constants have the place of the whole.
   *
   * @cpython Parser/string_parser.c:_PyPegen_FstringParser_Finish (3.11)
   */
  static Expr concatenateWhole(ParserState s, List<Expr> pieces, Span span) {
    Expr all = concatenate(s, pieces, span);
    if (!(all instanceof Expr.JoinedStr joined)) {
      return all;
    }
    List<Expr> values = new ArrayList<>(joined.values().size());
    for (Expr value : joined.values()) {
      values.add(
          value instanceof Expr.ConstantExpr constant
              ? new Expr.ConstantExpr(constant.value(), firstKind(pieces), span)
              : value);
    }
    return new Expr.JoinedStr(List.copyOf(values), span);
  }

  /**
   * The specification of a field: its last text has the place of the token that it is in, all
   * others that of all tokens.
   */
  static Expr specification(ParserState s, Expr.JoinedStr pieces, Span whole, Span own) {
    Expr.JoinedStr joined = (Expr.JoinedStr) concatenateWhole(s, List.of(pieces), whole);
    List<Expr> values = new ArrayList<>(joined.values());
    int last = values.size() - 1;
    if (last >= 0 && values.get(last) instanceof Expr.ConstantExpr constant) {
      values.set(last, new Expr.ConstantExpr(constant.value(), constant.kind(), own));
    }
    return new Expr.JoinedStr(List.copyOf(values), own);
  }

  private static String firstKind(List<Expr> pieces) {
    return pieces.get(0) instanceof Expr.ConstantExpr constant ? constant.kind() : null;
  }

  static boolean isEmptyText(Expr expr) {
    return expr instanceof Expr.ConstantExpr constant
        && constant.value() instanceof Constant.Str text
        && text.value().isEmpty();
  }

  private static List<Expr> flatten(List<Expr> pieces) {
    List<Expr> flat = new ArrayList<>();
    for (Expr piece : pieces) {
      if (piece instanceof Expr.JoinedStr joined) {
        flat.addAll(joined.values());
      } else if (piece instanceof Expr.TemplateStr template) {
        flat.addAll(template.values());
      } else {
        flat.add(piece);
      }
    }
    return flat;
  }

  /** Joins adjacent constants and drops the empty ones. */
  private static List<Expr> fold(List<Expr> flat) {
    List<Expr> folded = new ArrayList<>(flat.size());
    for (int i = 0; i < flat.size(); i++) {
      Expr element = flat.get(i);
      if (element instanceof Expr.ConstantExpr first) {
        int end = i + 1;
        while (end < flat.size() && flat.get(end) instanceof Expr.ConstantExpr) {
          end++;
        }
        if (end > i + 1) {
          Span span = first.span().to(flat.get(end - 1).span());
          element = new Expr.ConstantExpr(joinText(flat, i, end), first.kind(), span);
          i = end - 1;
        }
        if (isEmptyText(element)) {
          continue;
        }
      }
      folded.add(element);
    }
    return List.copyOf(folded);
  }

  private static Constant joinBytes(List<Expr> pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Expr piece : pieces) {
      out.writeBytes(((Constant.Bytes) ((Expr.ConstantExpr) piece).value()).value());
    }
    return new Constant.Bytes(out.toByteArray());
  }

  private static Constant joinText(List<Expr> pieces, int from, int to) {
    StringBuilder out = new StringBuilder();
    boolean exact = true;
    for (int i = from; i < to; i++) {
      Constant.Str text = (Constant.Str) ((Expr.ConstantExpr) pieces.get(i)).value();
      String value = text.value();
      exact &= text.codePoints() == null;
      if (!value.isEmpty()) {
        // A low surrogate at a seam would merge with a high one before it.
        exact &= !Character.isLowSurrogate(value.charAt(0));
        out.append(value);
      }
    }
    if (exact) {
      return new Constant.Str(out.toString());
    }
    int[] points = new int[out.length()];
    int length = 0;
    for (int i = from; i < to; i++) {
      Constant.Str text = (Constant.Str) ((Expr.ConstantExpr) pieces.get(i)).value();
      for (int point : text.toCodePoints()) {
        points[length++] = point;
      }
    }
    return Constant.Str.ofCodePoints(points, length);
  }
}
