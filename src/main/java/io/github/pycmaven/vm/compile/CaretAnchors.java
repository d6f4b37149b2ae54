package io.github.pycmaven.vm.compile;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.parser.ParseMode;
import io.github.pycmaven.compiler.parser.ParseOptions;
import io.github.pycmaven.compiler.parser.ParseResult;
import io.github.pycmaven.compiler.parser.Parser;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.vm.module.sys.TracebackText;

/**
 * Finds what a traceback points at within a line: the operator, the subscript, the call.
 *
 * @cpython Lib/traceback.py:_extract_caret_anchors_from_line_segment
 */
public final class CaretAnchors implements TracebackText.Anchors {
  @Override
  public int[] of(String segment) {
    // In parentheses, so that what was cut out of a line is an expression.
    Mod tree = parse("(" + segment + ")", ParseMode.EVAL);
    if (!(tree instanceof Mod.Expression e)) {
      return null;
    }
    if (e.body() instanceof Expr.BinOp b) {
      return operator(segment, end(segment, b.left()), start(segment, b.right()));
    }
    if (e.body() instanceof Expr.Subscript s) {
      return from(segment, end(segment, s.value()), '[', end(segment, s));
    }
    if (e.body() instanceof Expr.Call c) {
      return from(segment, end(segment, c.func()), '(', end(segment, c));
    }
    return null;
  }

  private static int start(String segment, Expr e) {
    return TracebackText.characters(segment, e.span().column() - 1);
  }

  private static int end(String segment, Expr e) {
    return TracebackText.characters(segment, e.span().endColumn() - 1);
  }

  private static int[] operator(String segment, int from, int to) {
    int at = from;
    while (at < to && (segment.charAt(at) <= ' ' || segment.charAt(at) == ')')) {
      at++;
    }
    if (at >= to) {
      return null;
    }
    int end = at + 1;
    if (end < to && segment.charAt(end) > ' ' && "\\#".indexOf(segment.charAt(end)) < 0) {
      end++;
    }
    return new int[] {at, end};
  }

  private static int[] from(String segment, int after, char bracket, int end) {
    int at = segment.indexOf(bracket, after);
    return at < 0 ? null : new int[] {at, end};
  }

  @Override
  public boolean isPlainCall(String line, int start, int end) {
    Mod tree = parse(line + "\n", ParseMode.EXEC);
    if (!(tree instanceof Mod.Module m) || m.body().isEmpty()) {
      return false;
    }
    Stmt first = m.body().get(0);
    Expr value = null;
    if (first instanceof Stmt.Return r
        && r.value() instanceof Expr.Call c
        && c.func() instanceof Expr.Name) {
      value = c;
    } else if (first instanceof Stmt.Assign a && a.value() instanceof Expr.Call c) {
      value = c;
    }
    if (value == null) {
      return false;
    }
    Span s = value.span();
    return s.line() == 1
        && s.endLine() == 1
        && TracebackText.characters(line, s.column()) == start
        && TracebackText.characters(line, s.endColumn()) == end;
  }

  private static Mod parse(String text, ParseMode mode) {
    ParseResult r =
        Parser.parse(SourceText.ofText("<segment>", text), new ParseOptions(mode, false, false));
    return r instanceof ParseResult.Parsed p ? p.tree() : null;
  }
}
