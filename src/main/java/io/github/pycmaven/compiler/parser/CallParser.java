package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Comprehension;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Keyword;
import java.util.ArrayList;
import java.util.List;

/** The arguments of calls and of class statements. */
final class CallParser {
  private final ParserState s;
  private final ExpressionParser expressions;
  private final DisplayParser displays;

  CallParser(ParserState state, ExpressionParser expressions, DisplayParser displays) {
    s = state;
    this.expressions = expressions;
    this.displays = displays;
  }

  /** Arguments by position, and those with names and {@code **}. */
  record ArgumentList(List<Expr> args, List<Keyword> keywords) {
    static final ArgumentList EMPTY = new ArgumentList(List.of(), List.of());
  }

  /** From the opening parenthesis; the callee started at a token. */
  Expr call(Expr callee, int first) {
    int open = s.pos++;
    if (s.accept(RPAR)) {
      return new Expr.Call(callee, List.of(), List.of(), s.span(first));
    }
    int mark = s.mark();
    int kind = s.kind();
    if (kind != STAR && kind != DOUBLESTAR && !atKeyword()) {
      Expr argument = expressions.namedExpression();
      if (s.at(KW_FOR) || s.at(KW_ASYNC)) {
        List<Comprehension> generators = displays.generators(false);
        s.expect(RPAR);
        Expr generator = new Expr.GeneratorExp(argument, generators, s.span(open));
        return new Expr.Call(callee, List.of(generator), List.of(), s.span(first));
      }
      s.push(argument);
      if (!s.accept(COMMA)) {
        s.expect(RPAR);
        List<Expr> single = s.popList(mark);
        return new Expr.Call(callee, single, List.of(), s.span(first));
      }
    }
    List<Keyword> keywords = arguments();
    List<Expr> args = s.popList(mark);
    return new Expr.Call(callee, args, keywords, s.span(first));
  }

  /** From the opening parenthesis of a class statement. */
  ArgumentList bases() {
    s.expect(LPAR);
    int mark = s.mark();
    List<Keyword> keywords = arguments();
    return new ArgumentList(s.popList(mark), keywords);
  }

  private boolean atKeyword() {
    return s.at(NAME) && s.kindAt(s.pos + 1) == EQUAL;
  }

  /** Reads past the closing parenthesis; leaves the arguments by position on the stack. */
  private List<Keyword> arguments() {
    List<Keyword> keywords = null;
    boolean unpacked = false;
    while (!s.accept(RPAR)) {
      int first = s.pos;
      if (s.at(STAR)) {
        if (unpacked) {
          throw s.fail();
        }
        s.pos++;
        Expr value = expressions.expression();
        s.push(new Expr.Starred(value, ExprContext.LOAD, s.span(first)));
      } else if (s.at(DOUBLESTAR) || atKeyword()) {
        if (keywords == null) {
          keywords = new ArrayList<>(4);
        }
        String name = null;
        if (s.at(DOUBLESTAR)) {
          unpacked = true;
          s.pos++;
        } else {
          name = s.tokens.text(first);
          s.pos += 2;
        }
        Expr value = expressions.expression();
        keywords.add(new Keyword(name, value, s.span(first)));
      } else {
        if (keywords != null) {
          throw s.fail();
        }
        s.push(expressions.namedExpression());
      }
      if (!s.accept(COMMA)) {
        s.expect(RPAR);
        break;
      }
    }
    return keywords == null ? List.of() : List.copyOf(keywords);
  }
}
