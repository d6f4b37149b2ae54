package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import java.util.List;

/**
 * What can be assigned to or deleted.
 *
 * <p>Targets are read as expressions and then turned into targets, which fails for all that is
 * none: so nothing is read twice.
 */
final class TargetParser {
  private final ParserState s;
  private final ExpressionParser expressions;

  TargetParser(ParserState state, ExpressionParser expressions) {
    s = state;
    this.expressions = expressions;
  }

  /** {@code a, *b.c, (d, e)}: what stands between {@code for} and {@code in}. */
  Expr starTargets() {
    int first = s.pos;
    Expr target = starTarget();
    if (!s.at(COMMA)) {
      return target;
    }
    int mark = s.mark();
    s.push(target);
    while (s.accept(COMMA) && startsTarget()) {
      s.push(starTarget());
    }
    return new Expr.Tuple(s.popList(mark), ExprContext.STORE, s.span(first));
  }

  /** One target, maybe with a star. */
  Expr starTarget() {
    if (!s.at(STAR)) {
      return toTarget(expressions.primaries().primary(), ExprContext.STORE);
    }
    int first = s.pos++;
    Expr value = toTarget(expressions.primaries().primary(), ExprContext.STORE);
    return new Expr.Starred(value, ExprContext.STORE, s.span(first));
  }

  /** {@code a, b.c, [d, e]} after {@code del}. */
  List<Expr> delTargets() {
    int mark = s.mark();
    do {
      s.push(toTarget(expressions.primaries().primary(), ExprContext.DEL));
    } while (s.accept(COMMA) && startsTarget());
    return s.popList(mark);
  }

  private boolean startsTarget() {
    return expressions.startsExpression();
  }

  /** The expression as what is assigned to, stars allowed. */
  Expr toStore(Expr expr) {
    if (expr instanceof Expr.Starred starred) {
      return storeStarred(starred);
    }
    return toTarget(expr, ExprContext.STORE);
  }

  private Expr storeStarred(Expr.Starred starred) {
    return new Expr.Starred(
        toTarget(starred.value(), ExprContext.STORE), ExprContext.STORE, starred.span());
  }

  /** A name, attribute or subscript as what is assigned to. */
  Expr toSingleStore(Expr expr) {
    if (expr instanceof Expr.Tuple || expr instanceof Expr.ListDisplay) {
      throw s.fail();
    }
    return toTarget(expr, ExprContext.STORE);
  }

  private Expr toTarget(Expr expr, ExprContext context) {
    if (expr instanceof Expr.Name name) {
      return new Expr.Name(name.id(), context, name.span());
    }
    if (expr instanceof Expr.Attribute attribute) {
      return new Expr.Attribute(attribute.value(), attribute.attr(), context, attribute.span());
    }
    if (expr instanceof Expr.Subscript subscript) {
      return new Expr.Subscript(subscript.value(), subscript.slice(), context, subscript.span());
    }
    if (expr instanceof Expr.Tuple tuple) {
      return new Expr.Tuple(elements(tuple.elts(), context), context, tuple.span());
    }
    if (expr instanceof Expr.ListDisplay list) {
      return new Expr.ListDisplay(elements(list.elts(), context), context, list.span());
    }
    throw s.fail();
  }

  private List<Expr> elements(List<Expr> elements, ExprContext context) {
    int mark = s.mark();
    for (Expr element : elements) {
      if (context == ExprContext.STORE && element instanceof Expr.Starred starred) {
        s.push(storeStarred(starred));
      } else {
        s.push(toTarget(element, context));
      }
    }
    return s.popList(mark);
  }
}
