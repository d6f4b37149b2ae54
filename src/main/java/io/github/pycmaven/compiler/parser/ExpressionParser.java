package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.BoolOperator;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.UnaryOperator;
import io.github.pycmaven.compiler.token.TokenKind;

/**
 * Expressions from the loosest binding to the tightest operator; what an operand is, knows the
 * {@link PrimaryParser}.
 */
final class ExpressionParser {
  private static final byte[] BINDING = new byte[TokenKind.COUNT];
  private static final BinaryOperator[] BINARY = new BinaryOperator[TokenKind.COUNT];

  static {
    binary(1, VBAR, BinaryOperator.BIT_OR);
    binary(2, CIRCUMFLEX, BinaryOperator.BIT_XOR);
    binary(3, AMPER, BinaryOperator.BIT_AND);
    binary(4, LEFTSHIFT, BinaryOperator.L_SHIFT);
    binary(4, RIGHTSHIFT, BinaryOperator.R_SHIFT);
    binary(5, PLUS, BinaryOperator.ADD);
    binary(5, MINUS, BinaryOperator.SUB);
    binary(6, STAR, BinaryOperator.MULT);
    binary(6, SLASH, BinaryOperator.DIV);
    binary(6, DOUBLESLASH, BinaryOperator.FLOOR_DIV);
    binary(6, PERCENT, BinaryOperator.MOD);
    binary(6, AT, BinaryOperator.MAT_MULT);
  }

  private final ParserState s;
  private final PrimaryParser primaries;
  private final ParameterParser parameters;

  ExpressionParser(ParserState state) {
    s = state;
    primaries = new PrimaryParser(state, this);
    parameters = new ParameterParser(state, this);
  }

  private static void binary(int binding, int kind, BinaryOperator operator) {
    BINDING[kind] = (byte) binding;
    BINARY[kind] = operator;
  }

  PrimaryParser primaries() {
    return primaries;
  }

  ParameterParser parameters() {
    return parameters;
  }

  /** {@code a, *b, c} or a single one of these. */
  Expr starExpressions() {
    int first = s.pos;
    Expr expr = starExpression();
    if (!s.at(COMMA)) {
      return expr;
    }
    int mark = s.mark();
    s.push(expr);
    while (s.accept(COMMA) && startsExpression()) {
      s.push(starExpression());
    }
    return new Expr.Tuple(s.popList(mark), ExprContext.LOAD, s.span(first));
  }

  private Expr starExpression() {
    if (s.at(STAR)) {
      return starred();
    }
    return expression();
  }

  private Expr starred() {
    int first = s.pos++;
    Expr value = bitwiseOr();
    return new Expr.Starred(value, ExprContext.LOAD, s.span(first));
  }

  /** {@code a, b} without stars, as the types of an {@code except}. */
  Expr expressions() {
    int first = s.pos;
    Expr expr = expression();
    return s.at(COMMA) ? moreExpressions(first, expr) : expr;
  }

  /** The rest of several expressions whose first one has been read. */
  Expr moreExpressions(int first, Expr expr) {
    int mark = s.mark();
    s.push(expr);
    while (s.accept(COMMA) && startsExpression()) {
      s.push(expression());
    }
    return new Expr.Tuple(s.popList(mark), ExprContext.LOAD, s.span(first));
  }

  /** {@code *a}, {@code a := b} or {@code a}: an element of a display. */
  Expr starNamedExpression() {
    return s.at(STAR) ? starred() : namedExpression();
  }

  Expr namedExpression() {
    int first = s.pos;
    if (s.kind() == NAME && s.kindAt(first + 1) == COLONEQUAL) {
      Expr target = new Expr.Name(s.tokens.text(first), ExprContext.STORE, s.tokenSpan(first));
      s.pos += 2;
      Expr value = expression();
      return new Expr.NamedExpr(target, value, s.span(first));
    }
    return expression();
  }

  /** The right side of an assignment. */
  Expr annotatedRhs() {
    return s.at(KW_YIELD) ? yieldExpression() : starExpressions();
  }

  Expr yieldExpression() {
    int first = s.expect(KW_YIELD);
    if (s.accept(KW_FROM)) {
      Expr value = expression();
      return new Expr.YieldFrom(value, s.span(first));
    }
    Expr value = startsExpression() ? starExpressions() : null;
    return new Expr.Yield(value, s.span(first));
  }

  /** Whether the next token can start an expression, with a star or without. */
  boolean startsExpression() {
    switch (s.kind()) {
      case NAME:
      case NUMBER:
      case STRING:
      case FSTRING_START:
      case TSTRING_START:
      case LPAR:
      case LSQB:
      case LBRACE:
      case MINUS:
      case PLUS:
      case TILDE:
      case STAR:
      case ELLIPSIS:
      case KW_NOT:
      case KW_LAMBDA:
      case KW_AWAIT:
      case KW_NONE:
      case KW_TRUE:
      case KW_FALSE:
        return true;
      default:
        return false;
    }
  }

  Expr expression() {
    if (s.at(KW_LAMBDA)) {
      return lambda();
    }
    int first = s.pos;
    Expr body = disjunction();
    if (!s.at(KW_IF)) {
      return body;
    }
    s.pos++;
    Expr test = disjunction();
    s.expect(KW_ELSE);
    s.enter(1);
    Expr orelse = expression();
    s.leave(1);
    return new Expr.IfExp(test, body, orelse, s.span(first));
  }

  private Expr lambda() {
    int first = s.pos++;
    s.enter(ParserState.BLOCK);
    Arguments args = parameters.lambdaParameters();
    s.leave(ParserState.BLOCK);
    s.expect(COLON);
    s.enter(2);
    Expr body = expression();
    s.leave(2);
    return new Expr.Lambda(args, body, s.span(first));
  }

  Expr disjunction() {
    int first = s.pos;
    Expr left = conjunction();
    if (!s.at(KW_OR)) {
      return left;
    }
    int mark = s.mark();
    s.push(left);
    while (s.accept(KW_OR)) {
      s.push(conjunction());
    }
    return new Expr.BoolOp(BoolOperator.OR, s.popList(mark), s.span(first));
  }

  private Expr conjunction() {
    int first = s.pos;
    Expr left = inversion();
    if (!s.at(KW_AND)) {
      return left;
    }
    int mark = s.mark();
    s.push(left);
    while (s.accept(KW_AND)) {
      s.push(inversion());
    }
    return new Expr.BoolOp(BoolOperator.AND, s.popList(mark), s.span(first));
  }

  private Expr inversion() {
    if (!s.at(KW_NOT)) {
      return comparison();
    }
    int first = s.pos++;
    s.enter(1);
    Expr operand = inversion();
    s.leave(1);
    return new Expr.UnaryOp(UnaryOperator.NOT, operand, s.span(first));
  }

  private Expr comparison() {
    int first = s.pos;
    Expr left = bitwiseOr();
    CompareOperator operator = compareOperator();
    if (operator == null) {
      return left;
    }
    int operators = 0;
    int mark = s.mark();
    do {
      Expr right = bitwiseOr();
      // Operators and operands share the stack: each pair is taken apart again below.
      s.push(operator);
      s.push(right);
      operators++;
      operator = compareOperator();
    } while (operator != null);
    CompareOperator[] ops = new CompareOperator[operators];
    Expr[] comparators = new Expr[operators];
    for (int i = operators - 1; i >= 0; i--) {
      comparators[i] = (Expr) s.pop();
      ops[i] = (CompareOperator) s.pop();
    }
    assert s.mark() == mark;
    return new Expr.Compare(
        left, java.util.List.of(ops), java.util.List.of(comparators), s.span(first));
  }

  /** Goes past a comparison operator; null if there is none. */
  private CompareOperator compareOperator() {
    CompareOperator operator;
    switch (s.kind()) {
      case EQEQUAL:
        operator = CompareOperator.EQ;
        break;
      case NOTEQUAL:
        if (s.barryAsBdfl) {
          return null;
        }
        operator = CompareOperator.NOT_EQ;
        break;
      case LESS:
        operator = CompareOperator.LT;
        if (s.barryAsBdfl
            && s.kindAt(s.pos + 1) == GREATER
            && s.tokens.end(s.pos) == s.tokens.start(s.pos + 1)) {
          // Two tokens, since the tokens are made before the import is met that makes it one.
          s.pos++;
          operator = CompareOperator.NOT_EQ;
        }
        break;
      case LESSEQUAL:
        operator = CompareOperator.LT_E;
        break;
      case GREATER:
        operator = CompareOperator.GT;
        break;
      case GREATEREQUAL:
        operator = CompareOperator.GT_E;
        break;
      case KW_IN:
        operator = CompareOperator.IN;
        break;
      case KW_NOT:
        if (s.kindAt(s.pos + 1) != KW_IN) {
          return null;
        }
        s.pos++;
        operator = CompareOperator.NOT_IN;
        break;
      case KW_IS:
        if (s.kindAt(s.pos + 1) == KW_NOT) {
          s.pos++;
          operator = CompareOperator.IS_NOT;
        } else {
          operator = CompareOperator.IS;
        }
        break;
      default:
        return null;
    }
    s.pos++;
    return operator;
  }

  Expr bitwiseOr() {
    return binary(1);
  }

  /** Operators that bind at least so tight; all of them group from the left. */
  private Expr binary(int tightness) {
    int first = s.pos;
    Expr left = factor();
    for (; ; ) {
      int kind = s.kind();
      int binding = BINDING[kind];
      if (binding == 0 || binding < tightness) {
        return left;
      }
      s.pos++;
      Expr right = binding == 6 ? factor() : binary(binding + 1);
      left = new Expr.BinOp(left, BINARY[kind], right, s.span(first));
    }
  }

  private Expr factor() {
    UnaryOperator operator;
    switch (s.kind()) {
      case MINUS:
        operator = UnaryOperator.U_SUB;
        break;
      case PLUS:
        operator = UnaryOperator.U_ADD;
        break;
      case TILDE:
        operator = UnaryOperator.INVERT;
        break;
      default:
        return power();
    }
    int first = s.pos++;
    s.enter(1);
    Expr operand = factor();
    s.leave(1);
    return new Expr.UnaryOp(operator, operand, s.span(first));
  }

  private Expr power() {
    int first = s.pos;
    Expr base;
    if (s.accept(KW_AWAIT)) {
      Expr value = primaries.primary();
      base = new Expr.Await(value, s.span(first));
    } else {
      base = primaries.primary();
    }
    if (!s.accept(DOUBLESTAR)) {
      return base;
    }
    s.enter(2);
    Expr exponent = factor();
    s.leave(2);
    return new Expr.BinOp(base, BinaryOperator.POW, exponent, s.span(first));
  }
}
