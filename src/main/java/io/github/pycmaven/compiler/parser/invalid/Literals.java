package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.compiler.parser.literal.EscapeDecoder;
import io.github.pycmaven.compiler.parser.literal.EscapeWarning;
import io.github.pycmaven.compiler.parser.literal.NumberValues;
import io.github.pycmaven.compiler.parser.literal.TextBytes;
import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.compiler.token.TokenKind;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.target.Feature;
import java.util.List;

/** What can be wrong about numbers and strings although their tokens are sound. */
final class Literals {
  private static final String MIXED = "cannot mix bytes and nonbytes literals";

  private final Machine m;
  private final ErrorFinder.Request request;
  private final TokenBuffer tokens;
  private final EscapeDecoder escapes = new EscapeDecoder();

  Literals(Machine m, ErrorFinder.Request request, TokenBuffer tokens) {
    this.m = m;
    this.request = request;
    this.tokens = tokens;
  }

  private static Node literal(Node place) {
    return new Node(
        Shape.CONSTANT,
        place.line(),
        place.column(),
        place.endLine(),
        place.endColumn(),
        place.text(),
        null);
  }

  /**
   * A number.
   *
   * @cpython Parser/pegen.c:_PyPegen_number_token
   */
  Node number(int token) {
    Node place = m.token(token);
    String digits = place.text().replace("_", "");
    if (digits.length() > NumberValues.MAX_DECIMAL_DIGITS
        && NumberValues.parse(digits, NumberValues.MAX_DECIMAL_DIGITS) == null) {
      throw m.complaints()
          .known(
              Diagnostic.Kind.SYNTAX_ERROR,
              place.line(),
              0,
              place.endLine(),
              0,
              "Exceeds the limit (4300 digits) for integer string conversion: value has "
                  + digits.length()
                  + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider"
                  + " hexadecimal for huge integer literals to avoid decimal conversion limits.");
    }
    return literal(place);
  }

  private static boolean isImaginary(Node number) {
    char last = number.text().charAt(number.text().length() - 1);
    boolean prefixed =
        number.text().length() > 1
            && number.text().charAt(0) == '0'
            && (number.text().charAt(1) | 0x20) == 'x';
    return (last | 0x20) == 'j' && !prefixed;
  }

  Node real(Node number) {
    if (isImaginary(number)) {
      throw m.complaints().at(number, "real number required in complex literal");
    }
    return number;
  }

  Node imaginary(Node number) {
    if (!isImaginary(number)) {
      throw m.complaints().at(number, "imaginary number required in complex literal");
    }
    return number;
  }

  /**
   * A string token.
   *
   * @cpython Parser/string_parser.c:_PyPegen_parse_string
   */
  Node string(int token) {
    if (request.features().test(Feature.FSTRING_TOKENS)) {
      check(token);
    }
    return literal(m.token(token));
  }

  private void check(int token) {
    byte[] text = m.text();
    int i = tokens.start(token);
    int end = tokens.end(token);
    boolean raw = false;
    boolean bytes = false;
    for (; text[i] != '"' && text[i] != '\''; i++) {
      raw |= (text[i] | 0x20) == 'r';
      bytes |= (text[i] | 0x20) == 'b';
    }
    int quotes = end - i >= 6 && text[i + 1] == text[i] && text[i + 2] == text[i] ? 3 : 1;
    i += quotes;
    end -= quotes;
    if (bytes) {
      for (int k = i; k < end + quotes; k++) {
        if (text[k] < 0) {
          throw m.complaints()
              .at(m.token(token), "bytes can only contain ASCII literal characters");
        }
      }
      if (!raw) {
        checkBytes(i, end, token);
      }
    } else {
      boolean hasEscapes = !raw && TextBytes.hasBackslash(text, i, end);
      String undecodable = TextBytes.error(text, i, end, hasEscapes);
      if (undecodable != null) {
        throw m.complaints().last(Diagnostic.Kind.SYNTAX_ERROR, "(unicode error) " + undecodable);
      }
      if (hasEscapes) {
        checkText(i, end, token);
      }
    }
  }

  /**
   * Adjacent strings, f-strings among them, where each is one token.
   *
   * @cpython Parser/action_helpers.c:_PyPegen_concatenate_strings (3.11)
   */
  private Object wholeStrings(int start, int count) {
    boolean formatted = false;
    boolean wasBytes = false;
    for (int token = start; token < start + count; token++) {
      String text = m.rawText(token);
      boolean isFormatted = isFormatted(text);
      if (!isFormatted) {
        check(token);
      }
      if (token > start && wasBytes != isBytes(text)) {
        throw m.complaints().last(Diagnostic.Kind.SYNTAX_ERROR, MIXED);
      }
      wasBytes = isBytes(text);
      if (isFormatted) {
        FieldCheck.Fault fault = request.fields().faultOf(tokens, token);
        if (fault != null) {
          throw fault.inner() != null
              ? new Complaint(fault.inner())
              : m.complaints().last(Diagnostic.Kind.SYNTAX_ERROR, fault.message());
        }
        formatted = true;
      }
    }
    return m.node(formatted ? Shape.JOINED_STR : Shape.CONSTANT, start, null);
  }

  private static boolean isFormatted(String literal) {
    int first = literal.charAt(0) | 0x20;
    return first == 'f' || first == 'r' && (literal.charAt(1) | 0x20) == 'f';
  }

  private void checkBytes(int start, int end, int token) {
    if (escapes.bytes(m.text(), start, end) == null) {
      throw m.complaints().last(Diagnostic.Kind.SYNTAX_ERROR, "(value error) " + escapes.error());
    }
    warn(start, token);
  }

  private void checkText(int start, int end, int token) {
    if (escapes.text(m.text(), start, end) == null) {
      throw m.complaints().last(Diagnostic.Kind.SYNTAX_ERROR, "(unicode error) " + escapes.error());
    }
    warn(start, token);
  }

  private void warn(int start, int token) {
    int at = escapes.invalidAt();
    if (at < 0 || m.searching) {
      return;
    }
    byte[] text = m.text();
    if ((text[at] == '{' || text[at] == '}') && tokens.kind(token) != TokenKind.STRING) {
      return;
    }
    m.warnings.add(
        EscapeWarning.of(text, at, start, tokens.line(token), request.file(), request.features()));
  }

  /**
   * Adjacent strings.
   *
   * @cpython Parser/action_helpers.c:_PyPegen_concatenate_strings
   */
  Object strings(int start, Object[] parts) {
    boolean bytes = false;
    boolean text = false;
    boolean formatted = false;
    List<?> pieces = (List<?>) parts[0];
    if (!request.features().test(Feature.FSTRING_TOKENS)) {
      return wholeStrings(start, pieces.size());
    }
    for (Object piece : pieces) {
      Node node = (Node) piece;
      if (node.shape() == Shape.JOINED_STR) {
        formatted = true;
      } else if (isBytes(node.text())) {
        bytes = true;
      } else {
        text = true;
      }
    }
    if (bytes && (text || formatted)) {
      throw m.complaints().last(Diagnostic.Kind.SYNTAX_ERROR, MIXED);
    }
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    return m.node(formatted ? Shape.JOINED_STR : Shape.CONSTANT, start, null);
  }

  private static boolean isBytes(String literal) {
    int first = literal.charAt(0) | 0x20;
    return first == 'b' || first == 'r' && (literal.charAt(1) | 0x20) == 'b';
  }

  /** An f-string or t-string: start token, pieces, end token. */
  Object formatted(int start, Object[] parts) {
    Node first = (Node) parts[0];
    boolean raw = first.text().indexOf('r') >= 0 || first.text().indexOf('R') >= 0;
    boolean template = first.text().indexOf('t') >= 0 || first.text().indexOf('T') >= 0;
    int endToken = m.mark - 1;
    for (Object piece : (List<?>) parts[1]) {
      Node node = (Node) piece;
      if (node.shape() == Shape.TOKEN && !raw) {
        int token = m.indexOf(node);
        if (escapes.text(m.text(), tokens.start(token), textEnd(token)) == null) {
          throw m.complaints().at(node, "(unicode error) " + escapes.error());
        }
        warn(tokens.start(token), endToken);
      }
    }
    return m.node(template ? Shape.TEMPLATE_STR : Shape.JOINED_STR, start, null);
  }

  private int textEnd(int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    byte last = end > start + 1 ? m.text()[end - 1] : 0;
    return (last == '{' || last == '}') && m.text()[end - 2] == last ? end - 1 : end;
  }

  /** Text of a format specification; its errors are CPython's only ones that are not wrapped. */
  Object specText(int token) {
    Node place = m.token(token);
    if (!m.tokenizer().isRaw()) {
      if (escapes.text(m.text(), tokens.start(token), textEnd(token)) == null) {
        throw m.complaints().unicodeError(escapes.error());
      }
      warn(tokens.start(token), token);
    }
    return literal(place);
  }

  /** The conversion of a field: mark and letter. */
  Object conversion(Object[] parts) {
    Node mark = (Node) parts[0];
    Node letter = (Node) parts[1];
    char prefix = m.tokenizer().stringPrefix();
    if (mark.line() != letter.line() || mark.endColumn() != letter.column()) {
      throw m.complaints()
          .range(
              mark,
              letter,
              prefix + "-string: conversion type must come right after the exclamation mark");
    }
    String text = letter.text();
    if (!text.equals("s") && !text.equals("r") && !text.equals("a")) {
      throw m.complaints()
          .at(
              letter,
              prefix
                  + "-string: invalid conversion character '"
                  + text
                  + "': expected 's', 'r', or 'a'");
    }
    return letter;
  }
}
