package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.target.Feature;
import java.util.List;

/** Operands: atoms and what follows them, {@code a.b}, {@code a(b)} and {@code a[b]}. */
final class PrimaryParser {
  private final ParserState s;
  private final ExpressionParser expressions;
  private final DisplayParser displays;
  private final CallParser calls;
  private final StringParser strings;
  private final NumberParser numbers;

  PrimaryParser(ParserState state, ExpressionParser expressions) {
    s = state;
    this.expressions = expressions;
    displays = new DisplayParser(state, expressions);
    calls = new CallParser(state, expressions, displays);
    strings = new StringParser(state, expressions);
    numbers = new NumberParser(state);
  }

  CallParser calls() {
    return calls;
  }

  DisplayParser displays() {
    return displays;
  }

  StringParser strings() {
    return strings;
  }

  NumberParser numbers() {
    return numbers;
  }

  /**
   * An atom with any number of attributes, calls and subscripts; a loop, so that chains may be
   * long.
   */
  Expr primary() {
    int first = s.pos;
    Expr expr = atom();
    for (; ; ) {
      switch (s.kind()) {
        case DOT:
          {
            s.pos++;
            String name = s.expectName();
            expr = new Expr.Attribute(expr, name, ExprContext.LOAD, s.span(first));
            break;
          }
        case LPAR:
          s.enter(ParserState.BRACKET);
          expr = calls.call(expr, first);
          s.leave(ParserState.BRACKET);
          break;
        case LSQB:
          {
            s.pos++;
            s.enter(ParserState.BRACKET);
            Expr slice = slices();
            s.leave(ParserState.BRACKET);
            s.expect(RSQB);
            expr = new Expr.Subscript(expr, slice, ExprContext.LOAD, s.span(first));
            break;
          }
        default:
          return expr;
      }
    }
  }

  private Expr slices() {
    int first = s.pos;
    Expr slice = slice();
    if (!s.at(COMMA) && !(slice instanceof Expr.Starred)) {
      return slice;
    }
    int mark = s.mark();
    s.push(slice);
    while (s.accept(COMMA) && !s.at(RSQB)) {
      s.push(slice());
    }
    return new Expr.Tuple(s.popList(mark), ExprContext.LOAD, s.span(first));
  }

  private Expr slice() {
    int first = s.pos;
    if (s.accept(STAR)) {
      s.demand(Feature.STARRED_SUBSCRIPTS);
      Expr value = expressions.expression();
      return new Expr.Starred(value, ExprContext.LOAD, s.span(first));
    }
    Expr lower = null;
    if (!s.at(COLON)) {
      lower = expressions.namedExpression();
      if (!s.at(COLON)) {
        return lower;
      }
      if (s.kindAt(first) == NAME && s.kindAt(first + 1) == COLONEQUAL) {
        throw s.fail();
      }
    }
    s.pos++;
    Expr upper = endsSlicePart() ? null : expressions.expression();
    Expr step = null;
    if (s.accept(COLON)) {
      step = endsSlicePart() ? null : expressions.expression();
    }
    return new Expr.Slice(lower, upper, step, s.span(first));
  }

  private boolean endsSlicePart() {
    int kind = s.kind();
    return kind == COLON || kind == COMMA || kind == RSQB;
  }

  private Expr atom() {
    int first = s.pos;
    switch (s.kind()) {
      case NAME:
        s.pos++;
        return new Expr.Name(s.tokens.text(first), ExprContext.LOAD, s.tokenSpan(first));
      case NUMBER:
        return numbers.number();
      case STRING:
      case FSTRING_START:
      case TSTRING_START:
        return strings.strings();
      case LPAR:
      case LSQB:
      case LBRACE:
        return display();
      case KW_NONE:
        return constant(Constant.Singleton.NONE);
      case KW_TRUE:
        return constant(Constant.Singleton.TRUE);
      case KW_FALSE:
        return constant(Constant.Singleton.FALSE);
      case ELLIPSIS:
        return constant(Constant.Singleton.ELLIPSIS);
      default:
        throw s.fail();
    }
  }

  private Expr display() {
    s.enter(ParserState.BRACKET);
    Expr expr;
    switch (s.kind()) {
      case LPAR:
        expr = displays.parenthesized();
        break;
      case LSQB:
        expr = displays.list();
        break;
      default:
        expr = displays.braces();
        break;
    }
    s.leave(ParserState.BRACKET);
    return expr;
  }

  private Expr constant(Constant value) {
    int token = s.pos++;
    return new Expr.ConstantExpr(value, null, s.tokenSpan(token));
  }

  /** The elements of a list that may end with a comma, up to a closing token. */
  static List<Expr> elements(ParserState s, ExpressionParser expressions, int mark, int closing) {
    while (s.accept(COMMA) && !s.at(closing)) {
      s.push(expressions.starNamedExpression());
    }
    return s.popList(mark);
  }
}
