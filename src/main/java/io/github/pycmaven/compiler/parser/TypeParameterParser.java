package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.target.Feature;
import java.util.List;

/** {@code [T: bound = default, *Ts, **P]} (PEP 695, 696). */
final class TypeParameterParser {
  private final ParserState s;
  private final ExpressionParser expressions;

  TypeParameterParser(ParserState state, ExpressionParser expressions) {
    s = state;
    this.expressions = expressions;
  }

  /** The type parameters if there is a bracket, else none. */
  List<TypeParam> optional() {
    if (!s.at(LSQB)) {
      return List.of();
    }
    s.demand(Feature.TYPE_PARAMETERS);
    s.pos++;
    int mark = s.mark();
    do {
      s.push(parameter());
    } while (s.accept(COMMA) && !s.at(RSQB));
    s.expect(RSQB);
    return s.popList(mark);
  }

  private TypeParam parameter() {
    int first = s.pos;
    switch (s.kind()) {
      case STAR:
        {
          s.pos++;
          String name = s.expectName();
          Expr value = acceptDefault() ? starExpression() : null;
          return new TypeParam.TypeVarTuple(name, value, s.span(first));
        }
      case DOUBLESTAR:
        {
          s.pos++;
          String name = s.expectName();
          Expr value = acceptDefault() ? expressions.expression() : null;
          return new TypeParam.ParamSpec(name, value, s.span(first));
        }
      default:
        {
          String name = s.expectName();
          Expr bound = s.accept(COLON) ? expressions.expression() : null;
          Expr value = acceptDefault() ? expressions.expression() : null;
          return new TypeParam.TypeVar(name, bound, value, s.span(first));
        }
    }
  }

  private boolean acceptDefault() {
    if (!s.accept(EQUAL)) {
      return false;
    }
    s.demand(Feature.TYPE_PARAMETER_DEFAULTS);
    return true;
  }

  private Expr starExpression() {
    int first = s.pos;
    if (!s.accept(STAR)) {
      return expressions.expression();
    }
    Expr value = expressions.bitwiseOr();
    return new Expr.Starred(value, ExprContext.LOAD, s.span(first));
  }
}
