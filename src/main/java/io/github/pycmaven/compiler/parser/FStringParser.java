package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.token.FieldSource;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import java.util.List;

/**
 * f-strings and t-strings, whose tokens are text and code in turn.
 *
 * @cpython Parser/action_helpers.c:_PyPegen_joined_str
 */
final class FStringParser {
  private final ParserState s;
  private final ExpressionParser expressions;
  private final StringDecoder decoder;

  FStringParser(ParserState state, ExpressionParser expressions, StringDecoder decoder) {
    s = state;
    this.expressions = expressions;
    this.decoder = decoder;
  }

  /** From a start token past its end token. */
  Expr formatted() {
    int first = s.pos++;
    boolean template = s.kindAt(first) == TSTRING_START;
    if (template) {
      s.demand(Feature.TEMPLATE_STRINGS);
    }
    boolean raw = isRaw(first);
    int middle = template ? TSTRING_MIDDLE : FSTRING_MIDDLE;
    int end = template ? TSTRING_END : FSTRING_END;
    int mark = s.mark();
    int texts = 0;
    while (!s.at(end)) {
      if (s.at(LBRACE)) {
        field(template, raw, false);
      } else {
        // Decoded at the end, as CPython gives warnings the end token's line.
        s.push(s.expect(middle));
        texts++;
      }
    }
    int last = s.pos++;
    if (texts > 0) {
      decodeTexts(mark, raw, last);
    }
    List<Expr> values = s.popList(mark);
    Span span = s.span(first);
    return template ? new Expr.TemplateStr(values, span) : new Expr.JoinedStr(values, span);
  }

  private boolean isRaw(int token) {
    int start = s.tokens.start(token);
    return (s.text[start] | 0x20) == 'r' || (s.text[start + 1] | 0x20) == 'r';
  }

  private void decodeTexts(int mark, boolean raw, int last) {
    int kept = mark;
    for (int i = mark, top = s.mark(); i < top; i++) {
      Object element = s.pushedAt(i);
      if (element instanceof Integer token) {
        int start = s.tokens.start(token);
        Constant.Str value = decoder.text(raw, start, textEnd(token), last);
        if (value.value().isEmpty()) {
          continue;
        }
        element = new Expr.ConstantExpr(value, null, s.tokenSpan(token));
      }
      s.setPushed(kept++, element);
    }
    s.drop(kept);
  }

  /** The end of a token's text; of a doubled brace the token covers both, the text one. */
  private int textEnd(int token) {
    int start = s.tokens.start(token);
    int end = s.tokens.end(token);
    byte last = end > start + 1 ? s.text[end - 1] : 0;
    return (last == '{' || last == '}') && s.text[end - 2] == last ? end - 1 : end;
  }

  /**
   * A replacement field; pushes its value, and before that its text if it has a {@code =}.
   *
   * @cpython Parser/action_helpers.c:_PyPegen_formatted_value
   */
  private void field(boolean template, boolean raw, boolean nested) {
    int first = s.expect(LBRACE);
    s.enter(ParserState.BRACKET + ParserState.BLOCK);
    Expr value = expressions.annotatedRhs();
    boolean debug = s.accept(EQUAL);
    int behindValue = s.pos;
    int conversion = -1;
    int end = -1;
    int textToken = -1;
    if (s.at(EXCLAMATION)) {
      textToken = s.pos++;
      end = s.expect(NAME);
      conversion = conversion(textToken, end);
    }
    Expr spec = null;
    if (s.at(COLON)) {
      textToken = textToken < 0 ? s.pos : textToken;
      spec = formatSpec(template, raw && s.has(Feature.RAW_SPECIFICATIONS));
    }
    int closing = s.expect(RBRACE);
    s.leave(ParserState.BRACKET + ParserState.BLOCK);
    Span span = s.span(first);
    if (debug && nested && !s.has(Feature.CLOSED_SPECIFICATIONS)) {
      throw s.fail();
    }
    if (debug && conversion < 0 && spec == null) {
      conversion = 'r';
    }
    String text = s.tokens.text(textToken < 0 ? closing : textToken);
    Constant.Str constant = null;
    if (debug) {
      constant = fieldText(text, firstNotEqual(first, behindValue), raw);
      int endLine;
      int endColumn;
      if (end >= 0) {
        endLine = s.tokens.line(end);
        endColumn = s.tokens.column(end);
      } else if (spec != null) {
        endLine = spec.span().line();
        endColumn = spec.span().column() + 1;
      } else {
        endLine = span.endLine();
        endColumn = span.endColumn();
      }
      Span place = new Span(span.line(), span.column() + 1, endLine, endColumn - 1);
      s.push(new Expr.ConstantExpr(constant, null, place));
    }
    if (template && !nested) {
      Constant source = new Constant.Str(debug ? text.substring(0, text.lastIndexOf('=')) : text);
      s.push(new Expr.Interpolation(value, source, conversion, spec, span));
    } else {
      s.push(new Expr.FormattedValue(value, conversion, spec, span));
    }
  }

  /** The text of a field, in 3.12 with its escapes decoded. */
  private Constant.Str fieldText(String text, int cut, boolean raw) {
    boolean isPlain = cut < 0 && text.indexOf('#') < 0 && (raw || text.indexOf('\\') < 0);
    if (isPlain || s.has(Feature.LITERAL_FIELD_TEXTS)) {
      return new Constant.Str(text);
    }
    String kept = withoutComments(cut < 0 ? text : text.substring(0, cut));
    return raw ? new Constant.Str(kept) : decoder.decoded(kept);
  }

  /**
   * The index in a field's text of the first {@code !=}, which 3.12 takes for the start of a
   * conversion; or -1.
   */
  private int firstNotEqual(int brace, int end) {
    int depth = 0;
    for (int i = brace + 1; i < end; i++) {
      int kind = s.kindAt(i);
      depth += kind == LBRACE ? 1 : kind == RBRACE ? -1 : 0;
      if (kind == NOTEQUAL && depth == 0) {
        int start = s.tokens.start(brace) + 1;
        return FieldSource.of(s.text, start, s.tokens.start(i)).length();
      }
    }
    return -1;
  }

  /** What is left of a field's text if each hash mark starts a comment. */
  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder();
    boolean isComment = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isComment = c == '#' || isComment && c != '\n';
      if (!isComment) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private int conversion(int mark, int name) {
    String text = s.tokens.text(name);
    boolean known = text.equals("s") || text.equals("r") || text.equals("a");
    if (!known || s.tokens.end(mark) != s.tokens.start(name)) {
      throw s.fail();
    }
    return text.charAt(0);
  }

  /**
   * From the colon of a field up to its closing brace.
   *
   * @cpython Parser/action_helpers.c:_PyPegen_setup_full_format_spec
   */
  private Expr formatSpec(boolean template, boolean raw) {
    int first = s.pos++;
    int middle = template ? TSTRING_MIDDLE : FSTRING_MIDDLE;
    int mark = s.mark();
    for (; ; ) {
      if (s.at(LBRACE)) {
        field(template, raw, true);
      } else if (s.at(middle)) {
        int token = s.pos++;
        int start = s.tokens.start(token);
        Constant.Str value = decoder.text(raw, start, textEnd(token), token);
        if (!value.value().isEmpty()) {
          s.push(new Expr.ConstantExpr(value, null, s.tokenSpan(token)));
        }
      } else {
        break;
      }
    }
    boolean isClosed = s.has(Feature.CLOSED_SPECIFICATIONS);
    if (!isClosed && s.mark() > mark && s.pushedAt(s.mark() - 1) instanceof Expr.FormattedValue) {
      Span brace = s.tokenSpan(s.pos);
      Span place = new Span(brace.line(), brace.column(), brace.line(), brace.column());
      s.push(new Expr.ConstantExpr(new Constant.Str(""), null, place));
    }
    List<Expr> values = s.popList(mark);
    Span span = s.span(first);
    if (!isClosed
        || values.isEmpty()
        || values.size() == 1 && values.get(0) instanceof Expr.ConstantExpr) {
      return new Expr.JoinedStr(values, span);
    }
    return StringConcatenation.concatenate(s, values, span);
  }
}
