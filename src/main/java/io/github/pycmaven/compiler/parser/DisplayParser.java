package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Comprehension;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.target.Feature;
import java.util.Arrays;
import java.util.List;

/** What stands in brackets: groups, tuples, lists, sets, dicts and comprehensions. */
final class DisplayParser {
  private final ParserState s;
  private final ExpressionParser expressions;
  private final TargetParser targets;

  DisplayParser(ParserState state, ExpressionParser expressions) {
    s = state;
    this.expressions = expressions;
    targets = new TargetParser(state, expressions);
  }

  /** From an opening parenthesis. */
  Expr parenthesized() {
    int first = s.pos++;
    if (s.accept(RPAR)) {
      return new Expr.Tuple(List.of(), ExprContext.LOAD, s.span(first));
    }
    if (s.at(KW_YIELD)) {
      Expr value = expressions.yieldExpression();
      s.expect(RPAR);
      return value;
    }
    boolean starred = s.at(STAR);
    Expr expr = expressions.starNamedExpression();
    switch (s.kind()) {
      case RPAR:
        if (starred) {
          throw s.fail();
        }
        s.pos++;
        return expr;
      case COMMA:
        {
          int mark = s.mark();
          s.push(expr);
          List<Expr> elements = PrimaryParser.elements(s, expressions, mark, RPAR);
          s.expect(RPAR);
          return new Expr.Tuple(elements, ExprContext.LOAD, s.span(first));
        }
      default:
        {
          List<Comprehension> generators = generators(starred);
          s.expect(RPAR);
          return new Expr.GeneratorExp(expr, generators, s.span(first));
        }
    }
  }

  /** From an opening square bracket. */
  Expr list() {
    int first = s.pos++;
    if (s.accept(RSQB)) {
      return new Expr.ListDisplay(List.of(), ExprContext.LOAD, s.span(first));
    }
    boolean starred = s.at(STAR);
    Expr expr = expressions.starNamedExpression();
    if (s.at(COMMA) || s.at(RSQB)) {
      int mark = s.mark();
      s.push(expr);
      List<Expr> elements = PrimaryParser.elements(s, expressions, mark, RSQB);
      s.expect(RSQB);
      return new Expr.ListDisplay(elements, ExprContext.LOAD, s.span(first));
    }
    List<Comprehension> generators = generators(starred);
    s.expect(RSQB);
    return new Expr.ListComp(expr, generators, s.span(first));
  }

  /** From an opening brace. */
  Expr braces() {
    int first = s.pos++;
    if (s.accept(RBRACE)) {
      return new Expr.Dict(List.of(), List.of(), s.span(first));
    }
    if (s.accept(DOUBLESTAR)) {
      Expr value = expressions.bitwiseOr();
      if (s.at(KW_FOR) || s.at(KW_ASYNC)) {
        List<Comprehension> generators = generators(true);
        s.expect(RBRACE);
        return new Expr.DictComp(value, null, generators, s.span(first));
      }
      return dict(first, null, value);
    }
    boolean starred = s.at(STAR);
    boolean named = s.at(NAME) && s.kindAt(s.pos + 1) == COLONEQUAL;
    Expr expr = expressions.starNamedExpression();
    if (s.at(COLON)) {
      if (starred || named) {
        throw s.fail();
      }
      s.pos++;
      Expr value = expressions.expression();
      if (s.at(KW_FOR) || s.at(KW_ASYNC)) {
        List<Comprehension> generators = generators(false);
        s.expect(RBRACE);
        return new Expr.DictComp(expr, value, generators, s.span(first));
      }
      return dict(first, expr, value);
    }
    if (s.at(COMMA) || s.at(RBRACE)) {
      int mark = s.mark();
      s.push(expr);
      List<Expr> elements = PrimaryParser.elements(s, expressions, mark, RBRACE);
      s.expect(RBRACE);
      return new Expr.SetDisplay(elements, s.span(first));
    }
    List<Comprehension> generators = generators(starred);
    s.expect(RBRACE);
    return new Expr.SetComp(expr, generators, s.span(first));
  }

  /** The rest of a dict display after its first pair. */
  private Expr dict(int first, Expr firstKey, Expr firstValue) {
    int mark = s.mark();
    s.push(firstKey);
    s.push(firstValue);
    while (s.accept(COMMA) && !s.at(RBRACE)) {
      if (s.accept(DOUBLESTAR)) {
        s.push(null);
        s.push(expressions.bitwiseOr());
      } else {
        s.push(expressions.expression());
        s.expect(COLON);
        s.push(expressions.expression());
      }
    }
    s.expect(RBRACE);
    Expr[] keys = new Expr[s.pushed(mark) / 2];
    Expr[] values = new Expr[keys.length];
    for (int i = keys.length - 1; i >= 0; i--) {
      values[i] = (Expr) s.pop();
      keys[i] = (Expr) s.pop();
    }
    return new Expr.Dict(Arrays.asList(keys), List.of(values), s.span(first));
  }

  /** The clauses of a comprehension; only some versions let its element have a star. */
  List<Comprehension> generators(boolean starred) {
    if (!s.at(KW_FOR) && !s.at(KW_ASYNC)) {
      throw s.fail();
    }
    if (starred) {
      s.demand(Feature.UNPACKING_COMPREHENSIONS);
    }
    int mark = s.mark();
    while (s.at(KW_FOR) || s.at(KW_ASYNC)) {
      boolean isAsync = s.accept(KW_ASYNC);
      s.expect(KW_FOR);
      Expr target = targets.starTargets();
      s.expect(KW_IN);
      Expr iter = expressions.disjunction();
      int ifs = s.mark();
      while (s.accept(KW_IF)) {
        s.push(expressions.disjunction());
      }
      List<Expr> conditions = s.popList(ifs);
      s.push(new Comprehension(target, iter, conditions, isAsync));
    }
    return s.popList(mark);
  }
}
