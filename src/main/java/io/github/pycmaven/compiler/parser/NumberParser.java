package io.github.pycmaven.compiler.parser;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.parser.literal.NumberValues;
import io.github.pycmaven.compiler.token.TokenKind;
import java.nio.charset.StandardCharsets;

/**
 * The values of numbers.
 *
 * @cpython Parser/pegen.c:parsenumber_raw
 */
final class NumberParser {
  private final ParserState s;

  NumberParser(ParserState state) {
    s = state;
  }

  Expr number() {
    int token = s.expect(TokenKind.NUMBER);
    return new Expr.ConstantExpr(value(token), null, s.tokenSpan(token));
  }

  private Constant value(int token) {
    int start = s.tokens.start(token);
    int end = s.tokens.end(token);
    byte[] text = s.text;
    long small = 0;
    if (end - start < 18) {
      int i = start;
      while (i < end && text[i] >= '0' && text[i] <= '9') {
        small = small * 10 + (text[i] - '0');
        i++;
      }
      if (i == end) {
        return new Constant.Int(small);
      }
    }
    String digits = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    if (digits.indexOf('_') >= 0) {
      digits = digits.replace("_", "");
    }
    Constant value = NumberValues.parse(digits, NumberValues.MAX_DECIMAL_DIGITS);
    if (value == null) {
      throw s.fail();
    }
    return value;
  }
}
