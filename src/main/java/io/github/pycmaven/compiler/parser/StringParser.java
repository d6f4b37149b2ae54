package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.source.Span;
import java.util.List;

/**
 * Strings and bytes of all kinds, and their concatenation.
 *
 * @cpython Parser/string_parser.c:_PyPegen_parse_string
 */
final class StringParser {
  private final ParserState s;
  private final FStringParser formatted;
  private final StringFieldParser fields;
  private final StringDecoder decoder;

  StringParser(ParserState state, ExpressionParser expressions) {
    s = state;
    decoder = new StringDecoder(state);
    formatted = new FStringParser(state, expressions, decoder);
    fields = new StringFieldParser(state, decoder);
  }

  /** One or more string tokens. */
  Expr strings() {
    int first = s.pos;
    if (s.at(STRING) && !startsString(s.kindAt(first + 1)) && !isFormatted(first)) {
      return string();
    }
    if (holdsWholeFormatted(first)) {
      return wholeStrings(first);
    }
    int mark = s.mark();
    do {
      s.push(s.at(STRING) ? string() : formatted.formatted());
    } while (startsString(s.kind()));
    List<Expr> pieces = s.popList(mark);
    return StringConcatenation.concatenate(s, pieces, s.span(first));
  }

  /** Whether there is an f-string that is one token among the strings here. */
  private boolean holdsWholeFormatted(int first) {
    for (int token = first; s.kindAt(token) == STRING; token++) {
      if (isFormatted(token)) {
        return true;
      }
    }
    return false;
  }

  /** String tokens of which some may be f-strings. */
  private Expr wholeStrings(int first) {
    int last = first;
    while (s.kindAt(last + 1) == STRING) {
      last++;
    }
    int mark = s.mark();
    for (int token = first; token <= last; token++) {
      if (isFormatted(token)) {
        s.push(fields.formatted(token, first, last));
        s.pos++;
      } else {
        s.push(string());
      }
    }
    List<Expr> pieces = s.popList(mark);
    return StringConcatenation.concatenateWhole(s, pieces, s.span(first, last));
  }

  /** Whether a string token is an f-string that was not tokenized. */
  private boolean isFormatted(int token) {
    int start = s.tokens.start(token);
    return (s.text[start] | 0x20) == 'f'
        || (s.text[start] | 0x20) == 'r' && (s.text[start + 1] | 0x20) == 'f';
  }

  private static boolean startsString(int kind) {
    return kind == STRING || kind == FSTRING_START || kind == TSTRING_START;
  }

  private Expr string() {
    int token = s.pos++;
    byte[] text = s.text;
    int start = s.tokens.start(token);
    int end = s.tokens.end(token);
    String kind = text[start] == 'u' ? "u" : null;
    boolean raw = false;
    boolean bytes = false;
    int i = start;
    for (; text[i] != '"' && text[i] != '\''; i++) {
      int letter = text[i] | 0x20;
      raw |= letter == 'r';
      bytes |= letter == 'b';
    }
    int quotes = end - i >= 6 && text[i + 1] == text[i] && text[i + 2] == text[i] ? 3 : 1;
    i += quotes;
    end -= quotes;
    Constant value = bytes ? decoder.bytes(raw, i, end, token) : decoder.text(raw, i, end, token);
    Span span = s.tokenSpan(token);
    return new Expr.ConstantExpr(value, kind, span);
  }
}
