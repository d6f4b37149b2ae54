package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.compiler.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** The patterns of {@code case}. */
final class PatternParser {
  private final ParserState s;
  private final ExpressionParser expressions;

  PatternParser(ParserState state, ExpressionParser expressions) {
    s = state;
    this.expressions = expressions;
  }

  /** A pattern, or several with commas, which are a sequence. */
  Pattern patterns() {
    int first = s.pos;
    boolean star = s.at(STAR);
    Pattern pattern = maybeStar();
    if (!s.at(COMMA)) {
      if (star) {
        throw s.fail();
      }
      return pattern;
    }
    int mark = s.mark();
    s.push(pattern);
    while (s.accept(COMMA) && !s.at(COLON) && !s.at(KW_IF)) {
      s.push(maybeStar());
    }
    List<Pattern> sequence = s.popList(mark);
    return new Pattern.MatchSequence(sequence, s.span(first));
  }

  private Pattern maybeStar() {
    if (!s.at(STAR)) {
      return pattern();
    }
    int first = s.pos++;
    String name = s.atSoftKeyword("_") ? null : captureTarget();
    if (name == null) {
      s.pos++;
    }
    return new Pattern.MatchStar(name, s.span(first));
  }

  private Pattern pattern() {
    int first = s.pos;
    Pattern pattern = orPattern();
    if (!s.accept(KW_AS)) {
      return pattern;
    }
    String name = captureTarget();
    return new Pattern.MatchAs(pattern, name, s.span(first));
  }

  /** A name that a value is bound to. */
  private String captureTarget() {
    if (s.atSoftKeyword("_")) {
      throw s.fail();
    }
    String name = s.expectName();
    if (s.at(DOT) || s.at(LPAR) || s.at(EQUAL)) {
      throw s.fail();
    }
    return name;
  }

  private Pattern orPattern() {
    int first = s.pos;
    Pattern pattern = closed();
    if (!s.at(VBAR)) {
      return pattern;
    }
    int mark = s.mark();
    s.push(pattern);
    while (s.accept(VBAR)) {
      s.push(closed());
    }
    List<Pattern> alternatives = s.popList(mark);
    return new Pattern.MatchOr(alternatives, s.span(first));
  }

  private Pattern closed() {
    int first = s.pos;
    switch (s.kind()) {
      case NUMBER:
      case MINUS:
        {
          Expr value = number();
          return new Pattern.MatchValue(value, s.span(first));
        }
      case STRING:
      case FSTRING_START:
      case TSTRING_START:
        {
          Expr value = expressions.primaries().strings().strings();
          return new Pattern.MatchValue(value, s.span(first));
        }
      case KW_NONE:
        return singleton(Constant.Singleton.NONE);
      case KW_TRUE:
        return singleton(Constant.Singleton.TRUE);
      case KW_FALSE:
        return singleton(Constant.Singleton.FALSE);
      case NAME:
        return named();
      case LPAR:
      case LSQB:
      case LBRACE:
        {
          s.enter(ParserState.BRACKET);
          Pattern nested = bracketed();
          s.leave(ParserState.BRACKET);
          return nested;
        }
      default:
        throw s.fail();
    }
  }

  private Pattern bracketed() {
    int first = s.pos;
    switch (s.kind()) {
      case LPAR:
        return parenthesized();
      case LSQB:
        {
          s.pos++;
          List<Pattern> elements = sequence(RSQB, s.mark());
          return new Pattern.MatchSequence(elements, s.span(first));
        }
      default:
        return mapping();
    }
  }

  private Pattern singleton(Constant value) {
    int token = s.pos++;
    return new Pattern.MatchSingleton(value, s.tokenSpan(token));
  }

  /** {@code 1}, {@code -1}, {@code -1 + 2j}. */
  private Expr number() {
    int first = s.pos;
    Expr value = signedNumber();
    if (!s.at(PLUS) && !s.at(MINUS)) {
      return value;
    }
    BinaryOperator operator = s.at(PLUS) ? BinaryOperator.ADD : BinaryOperator.SUB;
    s.pos++;
    Expr imaginary = expressions.primaries().numbers().number();
    if (isComplex(value) || !isComplex(imaginary)) {
      throw s.fail();
    }
    return new Expr.BinOp(value, operator, imaginary, s.span(first));
  }

  private Expr signedNumber() {
    int first = s.pos;
    if (!s.accept(MINUS)) {
      return expressions.primaries().numbers().number();
    }
    Expr value = expressions.primaries().numbers().number();
    return new Expr.UnaryOp(UnaryOperator.U_SUB, value, s.span(first));
  }

  private static boolean isComplex(Expr expr) {
    Expr number = expr instanceof Expr.UnaryOp unary ? unary.operand() : expr;
    return ((Expr.ConstantExpr) number).value() instanceof Constant.Complex;
  }

  /** A capture, a wildcard, a dotted name or a class. */
  private Pattern named() {
    int first = s.pos++;
    String name = s.tokens.text(first);
    if (!s.at(DOT) && !s.at(LPAR)) {
      if (s.at(EQUAL)) {
        throw s.fail();
      }
      String captured = name.equals("_") ? null : name;
      return new Pattern.MatchAs(null, captured, s.tokenSpan(first));
    }
    Expr value = new Expr.Name(name, ExprContext.LOAD, s.tokenSpan(first));
    value = attributes(value, first);
    if (s.at(LPAR)) {
      s.enter(ParserState.BRACKET);
      Pattern pattern = classPattern(value, first);
      s.leave(ParserState.BRACKET);
      return pattern;
    }
    if (s.at(EQUAL)) {
      throw s.fail();
    }
    return new Pattern.MatchValue(value, s.span(first));
  }

  private Expr attributes(Expr start, int first) {
    Expr value = start;
    while (s.accept(DOT)) {
      String attribute = s.expectName();
      value = new Expr.Attribute(value, attribute, ExprContext.LOAD, s.span(first));
    }
    return value;
  }

  private Pattern classPattern(Expr cls, int first) {
    s.pos++;
    int mark = s.mark();
    List<String> names = new ArrayList<>();
    List<Pattern> values = new ArrayList<>();
    while (!s.at(RPAR)) {
      if (s.at(NAME) && s.kindAt(s.pos + 1) == EQUAL) {
        names.add(s.expectName());
        s.pos++;
        values.add(pattern());
      } else if (names.isEmpty()) {
        s.push(pattern());
      } else {
        throw s.fail();
      }
      if (!s.accept(COMMA)) {
        break;
      }
      if (s.at(COMMA)) {
        throw s.fail();
      }
    }
    s.expect(RPAR);
    List<Pattern> positional = s.popList(mark);
    return new Pattern.MatchClass(
        cls, positional, List.copyOf(names), List.copyOf(values), s.span(first));
  }

  /** A group or a sequence. */
  private Pattern parenthesized() {
    int first = s.pos++;
    if (s.accept(RPAR)) {
      return new Pattern.MatchSequence(List.of(), s.span(first));
    }
    boolean star = s.at(STAR);
    Pattern pattern = maybeStar();
    if (!star && s.accept(RPAR)) {
      return pattern;
    }
    int mark = s.mark();
    s.push(pattern);
    s.expect(COMMA);
    List<Pattern> elements = sequence(RPAR, mark);
    return new Pattern.MatchSequence(elements, s.span(first));
  }

  /** Patterns with commas up to a closing bracket, onto those pushed since a mark. */
  private List<Pattern> sequence(int closing, int mark) {
    while (!s.at(closing)) {
      s.push(maybeStar());
      if (!s.accept(COMMA)) {
        break;
      }
    }
    s.expect(closing);
    return s.popList(mark);
  }

  private Pattern mapping() {
    int first = s.pos++;
    List<Expr> keys = new ArrayList<>();
    List<Pattern> values = new ArrayList<>();
    String rest = null;
    while (!s.at(RBRACE)) {
      if (s.accept(DOUBLESTAR)) {
        rest = captureTarget();
        s.accept(COMMA);
        break;
      }
      keys.add(key());
      s.expect(COLON);
      values.add(pattern());
      if (!s.accept(COMMA)) {
        break;
      }
    }
    s.expect(RBRACE);
    return new Pattern.MatchMapping(List.copyOf(keys), List.copyOf(values), rest, s.span(first));
  }

  private Expr key() {
    int first = s.pos;
    switch (s.kind()) {
      case NUMBER:
      case MINUS:
        return number();
      case STRING:
      case FSTRING_START:
      case TSTRING_START:
        return expressions.primaries().strings().strings();
      case KW_NONE:
        return constant(Constant.Singleton.NONE);
      case KW_TRUE:
        return constant(Constant.Singleton.TRUE);
      case KW_FALSE:
        return constant(Constant.Singleton.FALSE);
      case NAME:
        {
          s.pos++;
          Expr name = new Expr.Name(s.tokens.text(first), ExprContext.LOAD, s.tokenSpan(first));
          if (!s.at(DOT)) {
            throw s.fail();
          }
          return attributes(name, first);
        }
      default:
        throw s.fail();
    }
  }

  private Expr constant(Constant value) {
    int token = s.pos++;
    return new Expr.ConstantExpr(value, null, s.tokenSpan(token));
  }
}
