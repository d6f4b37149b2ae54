package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Arg;
import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.target.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parameters of functions and lambdas, which differ in annotations and in what ends them. */
final class ParameterParser {
  private static final Arguments NONE =
      new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());

  private final ParserState s;
  private final ExpressionParser expressions;

  ParameterParser(ParserState state, ExpressionParser expressions) {
    s = state;
    this.expressions = expressions;
  }

  /** Up to the closing parenthesis, which stays. */
  Arguments functionParameters() {
    return s.at(RPAR) ? NONE : parameters(RPAR);
  }

  /** Up to the colon, which stays. */
  Arguments lambdaParameters() {
    return s.at(COLON) ? NONE : parameters(COLON);
  }

  private Arguments parameters(int closing) {
    List<Arg> positionalOnly = List.of();
    List<Arg> positional = new ArrayList<>();
    List<Expr> defaults = new ArrayList<>();
    boolean slash = false;
    while (s.at(NAME) || s.at(SLASH)) {
      if (s.accept(SLASH)) {
        if (slash || positional.isEmpty()) {
          throw s.fail();
        }
        slash = true;
        positionalOnly = positional;
        positional = new ArrayList<>();
      } else {
        positional.add(parameter(closing, false));
        if (s.accept(EQUAL)) {
          defaults.add(expressions.expression());
        } else if (!defaults.isEmpty()) {
          throw s.fail();
        }
      }
      if (!s.accept(COMMA)) {
        break;
      }
    }
    Arg vararg = null;
    Arg kwarg = null;
    List<Arg> keywordOnly = new ArrayList<>();
    List<Expr> keywordDefaults = new ArrayList<>();
    if (endsItem() && s.accept(STAR)) {
      boolean more;
      if (s.at(COMMA)) {
        more = s.accept(COMMA);
        if (!s.at(NAME)) {
          throw s.fail();
        }
      } else {
        vararg = parameter(closing, true);
        more = s.accept(COMMA);
      }
      while (more && s.at(NAME)) {
        keywordOnly.add(parameter(closing, false));
        keywordDefaults.add(s.accept(EQUAL) ? expressions.expression() : null);
        more = s.accept(COMMA);
      }
    }
    if (endsItem() && s.accept(DOUBLESTAR)) {
      kwarg = parameter(closing, false);
      s.accept(COMMA);
    }
    if (!s.at(closing)) {
      throw s.fail();
    }
    return new Arguments(
        List.copyOf(positionalOnly),
        List.copyOf(positional),
        vararg,
        List.copyOf(keywordOnly),
        keywordDefaults.isEmpty() ? List.of() : Arrays.asList(keywordDefaults.toArray(new Expr[0])),
        kwarg,
        List.copyOf(defaults));
  }

  /** Whether a new parameter may start here: at the beginning or after a comma. */
  private boolean endsItem() {
    int before = s.kindAt(s.pos - 1);
    return before == COMMA || before == LPAR || before == KW_LAMBDA;
  }

  private Arg parameter(int closing, boolean starAnnotation) {
    int token = s.expect(NAME);
    Expr annotation = null;
    if (closing == RPAR && s.accept(COLON)) {
      int first = s.pos;
      if (starAnnotation && s.accept(STAR)) {
        s.demand(Feature.STARRED_SUBSCRIPTS);
        Expr value = expressions.bitwiseOr();
        annotation = new Expr.Starred(value, ExprContext.LOAD, s.span(first));
      } else {
        annotation = expressions.expression();
      }
    }
    return new Arg(s.tokens.text(token), annotation, s.span(token));
  }
}
