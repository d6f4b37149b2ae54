package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.MatchCase;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.target.Feature;
import java.util.List;

/** {@code match} statements. */
final class MatchParser {
  private final ParserState s;
  private final ExpressionParser expressions;
  private final CompoundStatementParser statements;
  private final PatternParser patterns;

  MatchParser(ParserState state, ExpressionParser expressions, CompoundStatementParser statements) {
    s = state;
    this.expressions = expressions;
    this.statements = statements;
    patterns = new PatternParser(state, expressions);
  }

  /**
   * Whether the name {@code match} that comes next is the keyword: no simple statement ends in a
   * colon, so the end of the line decides.
   */
  boolean atMatch() {
    if (!s.atSoftKeyword("match")) {
      return false;
    }
    int token = s.pos + 1;
    switch (s.kindAt(token)) {
      case NEWLINE:
      case EQUAL:
      case DOT:
      case COMMA:
      case COLON:
      case RPAR:
        return false;
      default:
        break;
    }
    for (int kind; (kind = s.kindAt(token)) != NEWLINE; token++) {
      if (kind == ENDMARKER || kind == ERRORTOKEN) {
        return false;
      }
    }
    return s.kindAt(token - 1) == COLON && s.kindAt(token + 1) == INDENT;
  }

  Stmt match() {
    s.demand(Feature.MATCH_STATEMENT);
    int first = s.pos++;
    Expr subject = subject();
    s.expect(COLON);
    s.expect(NEWLINE);
    s.expect(INDENT);
    int mark = s.mark();
    do {
      s.push(matchCase());
    } while (!s.at(DEDENT));
    s.pos++;
    List<MatchCase> cases = s.popList(mark);
    return new Stmt.Match(subject, cases, s.statementSpan(first));
  }

  private Expr subject() {
    int first = s.pos;
    boolean starred = s.at(STAR);
    Expr expr = expressions.starNamedExpression();
    if (!s.at(COMMA)) {
      if (starred) {
        throw s.fail();
      }
      return expr;
    }
    int mark = s.mark();
    s.push(expr);
    List<Expr> elements = PrimaryParser.elements(s, expressions, mark, COLON);
    return new Expr.Tuple(elements, ExprContext.LOAD, s.span(first));
  }

  private MatchCase matchCase() {
    if (!s.atSoftKeyword("case")) {
      throw s.fail();
    }
    s.pos++;
    Pattern pattern = patterns.patterns();
    Expr guard = s.accept(KW_IF) ? expressions.namedExpression() : null;
    return new MatchCase(pattern, guard, statements.colonAndBlock());
  }
}
