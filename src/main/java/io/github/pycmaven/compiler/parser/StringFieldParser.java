package io.github.pycmaven.compiler.parser;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.parser.invalid.Inset;
import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.compiler.token.TokenKind;
import io.github.pycmaven.compiler.token.Tokenizer;
import io.github.pycmaven.source.Span;
import java.util.List;

/**
 * f-strings that are one token: looks for the replacement fields in its text, and parses what is in
 * them as sources of their own.
 *
 * @cpython Parser/string_parser.c:_PyPegen_FstringParser_ConcatFstring (3.11)
 */
final class StringFieldParser {
  private static final int DEEPEST_FIELD = 2;
  private static final int DEEPEST_BRACKET = 200;

  private static final String BACKSLASH = "f-string expression part cannot include a backslash";

  private final ParserState s;
  private final StringDecoder decoder;

  /** Who looks at the expressions instead of the parser, or null. */
  private final FieldFaults faults;

  StringFieldParser(ParserState state, StringDecoder decoder) {
    this(state, decoder, null);
  }

  /** One that reads strings for the sake of what is wrong in them. */
  StringFieldParser(ParserState state, StringDecoder decoder, FieldFaults faults) {
    s = state;
    this.decoder = decoder;
    this.faults = faults;
  }

  private static ParseAbort fault(String words) {
    return new ParseAbort("f-string: " + words);
  }

  private static ParseAbort unclosed() {
    return fault("expecting '}'");
  }

  private static ParseAbort unmatched(byte bracket) {
    return fault("unmatched '" + (char) bracket + "'");
  }

  /**
   * An f-string.
   *
   * @param token the token that it is
   * @param first the first of the string tokens around it
   * @param last the last of them
   */
  Expr.JoinedStr formatted(int token, int first, int last) {
    byte[] text = s.text;
    int start = s.tokens.start(token);
    int end = s.tokens.end(token);
    boolean raw = false;
    while (text[start] != '"' && text[start] != '\'') {
      raw |= (text[start++] | 0x20) == 'r';
    }
    boolean isTriple =
        end - start >= 6 && text[start + 1] == text[start] && text[start + 2] == text[start];
    int quotes = isTriple ? 3 : 1;
    Scan scan = new Scan(token, s.span(first, last), raw, start + quotes, end - quotes);
    int mark = s.mark();
    scan.pieces(0);
    if (scan.at < scan.end) {
      throw fault("unexpected end of string");
    }
    return new Expr.JoinedStr(s.popList(mark), scan.whole);
  }

  /** The way through the text of one token. */
  private final class Scan {
    final int token;
    final Span whole;
    final boolean raw;
    final int end;
    final byte[] text = s.text;
    int at;

    Scan(int token, Span whole, boolean raw, int start, int end) {
      this.token = token;
      this.whole = whole;
      this.raw = raw;
      this.at = start;
      this.end = end;
    }

    /** Text and fields in turn, up to the end or, within a field, to its closing brace. */
    void pieces(int depth) {
      for (; ; ) {
        if (text(depth)) {
          continue;
        }
        if (at >= end || text[at] == '}') {
          return;
        }
        field(depth);
      }
    }

    /** Pushes the text before the next brace; true if it ended with a doubled one. */
    private boolean text(int depth) {
      int start = at;
      int stop = -1;
      boolean isDoubled = false;
      while (stop < 0 && at < end) {
        byte c = text[at++];
        if (!raw && c == '\\' && at < end) {
          c = text[at++];
          if (c == 'N') {
            skipName();
            continue;
          }
          if (c == '{') {
            decoder.warnOf(at - 1, token);
          }
        }
        if (c != '{' && c != '}') {
          continue;
        }
        if (depth == 0 && at < end && text[at] == c) {
          stop = at++;
          isDoubled = true;
        } else if (depth == 0 && c == '}') {
          throw fault("single '}' is not allowed");
        } else {
          stop = --at;
        }
      }
      stop = stop < 0 ? end : stop;
      if (stop > start) {
        s.push(new Expr.ConstantExpr(decoder.text(raw, start, stop, token), null, whole));
      }
      return isDoubled;
    }

    /** Goes past the name of a character in braces. */
    private void skipName() {
      if (at < end && text[at++] == '{') {
        while (at < end && text[at++] != '}') {
          // The name is looked up later.
        }
      }
    }

    /** A field, from one brace to the other; its text comes first if there is an equals sign. */
    private void field(int depth) {
      if (depth >= DEEPEST_FIELD) {
        throw fault("expressions nested too deeply");
      }
      int start = ++at;
      skipExpression();
      Expr value = expression(start, at);
      boolean isShown = text[at] == '=';
      if (isShown) {
        at++;
        while (isSpace(text[at])) {
          at++;
        }
        demandMore();
        s.push(new Expr.ConstantExpr(decoder.text(true, start, at, token), null, whole));
      }
      int conversion = conversion();
      Expr spec = null;
      demandMore();
      if (text[at] == ':') {
        at++;
        demandMore();
        spec = specification(depth + 1);
      }
      demandMore();
      if (text[at++] != '}') {
        throw unclosed();
      }
      if (isShown && spec == null && conversion < 0) {
        conversion = 'r';
      }
      s.push(new Expr.FormattedValue(value, conversion, spec, whole));
    }

    private void demandMore() {
      if (at >= end) {
        throw unclosed();
      }
    }

    private boolean isSpace(byte c) {
      return c == ' ' || c >= '\t' && c <= '\r';
    }

    private int conversion() {
      if (text[at] != '!') {
        return -1;
      }
      at++;
      demandMore();
      byte letter = text[at++];
      if (letter != 's' && letter != 'r' && letter != 'a') {
        throw fault("invalid conversion character: expected 's', 'r', or 'a'");
      }
      return letter;
    }

    /** What follows the colon of a field. */
    private Expr specification(int depth) {
      int mark = s.mark();
      pieces(depth);
      demandMore();
      Span own = s.tokenSpan(token);
      List<Expr> pieces = s.popList(mark);
      Expr.JoinedStr joined = new Expr.JoinedStr(pieces, own);
      return StringConcatenation.specification(s, joined, whole, own);
    }

    /**
     * Finds the end of the expression: what is not within brackets or quotes and is no operator.
     */
    private void skipExpression() {
      byte[] open = new byte[DEEPEST_BRACKET];
      int depth = 0;
      for (; at < end; at++) {
        byte c = text[at];
        if (c == '\\') {
          throw new ParseAbort(BACKSLASH);
        }
        if (c == '\'' || c == '"') {
          skipString(c);
        } else if (c == '(' || c == '[' || c == '{') {
          if (depth == DEEPEST_BRACKET) {
            throw fault("too many nested parenthesis");
          }
          open[depth++] = c;
        } else if (c == '#') {
          throw new ParseAbort("f-string expression part cannot include '#'");
        } else if (depth == 0 && isPunctuation(c)) {
          if (c != '}' && c != ':' && at + 1 < end && text[at + 1] == '=') {
            at++;
          } else if (c != '<' && c != '>') {
            return;
          }
        } else if (c == ')' || c == ']' || c == '}') {
          if (depth == 0) {
            throw unmatched(c);
          }
          close(open[--depth], c);
        }
      }
      throw depth > 0 ? unmatched(open[depth - 1]) : unclosed();
    }

    private void close(byte opening, byte closing) {
      if (closing != (opening == '(' ? ')' : opening + 2)) {
        throw fault(
            "closing parenthesis '"
                + (char) closing
                + "' does not match opening parenthesis '"
                + (char) opening
                + "'");
      }
    }

    private boolean isPunctuation(byte c) {
      return c == '!' || c == ':' || c == '}' || c == '=' || c == '<' || c == '>';
    }

    /** Goes to the last quote of a string. */
    private void skipString(byte quote) {
      boolean isTriple = at + 2 < end && text[at + 1] == quote && text[at + 2] == quote;
      at += isTriple ? 3 : 1;
      for (; at < end; at++) {
        byte c = text[at];
        if (c == '\\') {
          throw new ParseAbort(BACKSLASH);
        }
        if (c == quote) {
          if (!isTriple) {
            return;
          }
          if (at + 2 < end && text[at + 1] == quote && text[at + 2] == quote) {
            at += 2;
            return;
          }
        }
      }
      throw fault("unterminated string");
    }

    /**
     * Parses an expression in parentheses, so that it may contain newlines.
     *
     * @cpython Parser/string_parser.c:fstring_compile_expr (3.11)
     */
    private Expr expression(int start, int stop) {
      int i = start;
      while (i < stop && isBlank(text[i])) {
        i++;
      }
      if (i == stop) {
        byte next = text[stop];
        throw next == '}'
            ? fault("empty expression not allowed")
            : fault("expression required before '" + (char) next + "'");
      }
      int length = stop - start + 2;
      byte[] source = new byte[length + 4];
      source[0] = '(';
      System.arraycopy(text, start, source, 1, stop - start);
      source[length - 1] = ')';
      source[length++] = '\n';
      Inset inset = inset(start - 1);
      if (faults != null) {
        faults.check(source, length, inset);
        return null;
      }
      TokenBuffer tokens = new TokenBuffer(length / 4 + 8);
      Tokenizer tokenizer = Tokenizer.of(source, length, tokens, s.options.features());
      if (!tokenizer.all()) {
        throw s.fail();
      }
      tokens.moveBy(inset.lines(), inset.columns());
      ParserState inner = new ParserState(s.source, source, tokens, s.options, s.maxLevels());
      inner.barryAsBdfl = s.barryAsBdfl;
      Expr value = new ExpressionParser(inner).starExpressions();
      inner.accept(TokenKind.NEWLINE);
      inner.expect(TokenKind.ENDMARKER);
      s.warnings.addAll(inner.warnings);
      return value;
    }

    private boolean isBlank(byte c) {
      return c == ' ' || c == '\t' || c == '\n' || c == '\f';
    }

    /**
     * The place in the file of the brace before an expression. Its column does not matter, and
     * CPython leaves it out, where a new line comes first.
     *
     * @cpython Parser/string_parser.c:fstring_find_expr_location (3.11)
     */
    private Inset inset(int brace) {
      int start = s.tokens.start(token);
      int lines = 0;
      int lineStart = start;
      for (int i = start; i < brace; i++) {
        if (text[i] == '\n') {
          lines++;
          lineStart = i + 1;
        }
      }
      int next = brace + 1;
      while (text[next] == ' ' || text[next] == '\t' || text[next] == '\f') {
        next++;
      }
      int columns = text[next] == '\n' ? 0 : brace - lineStart;
      columns += lines == 0 ? s.tokens.column(token) : 0;
      return new Inset(s.tokens.line(token) + lines - 1, columns);
    }
  }
}
