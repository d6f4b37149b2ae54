package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Stmt;
import java.util.List;

/** Whole sources. */
final class ModuleParser {
  private final ParserState s;
  private final ExpressionParser expressions;
  private final CompoundStatementParser statements;

  ModuleParser(ParserState state) {
    s = state;
    expressions = new ExpressionParser(state);
    statements = new CompoundStatementParser(state, expressions);
  }

  Mod module(ParseMode mode) {
    switch (mode) {
      case EXEC:
        {
          List<Stmt> body = statements.statements(ENDMARKER);
          return new Mod.Module(body);
        }
      case SINGLE:
        return interactive();
      case EVAL:
        {
          Expr body = expressions.expressions();
          end();
          return new Mod.Expression(body);
        }
      default:
        return functionType();
    }
  }

  private void end() {
    while (s.accept(NEWLINE)) {
      // Blank lines at the end.
    }
    s.expect(ENDMARKER);
  }

  private Mod interactive() {
    int mark = s.mark();
    if (s.at(NEWLINE)) {
      // CPython makes a "pass" of nothing, which has no place.
      s.push(new Stmt.Pass(s.tokenSpan(s.pos++)));
      return new Mod.Interactive(s.popList(mark));
    }
    Stmt compound = statements.compound();
    if (compound == null) {
      statements.simpleStatements();
    } else {
      s.push(compound);
      s.expect(NEWLINE);
    }
    return new Mod.Interactive(s.popList(mark));
  }

  /** {@code (int, *str, **Any) -> bool}. */
  private Mod functionType() {
    s.expect(LPAR);
    int mark = s.mark();
    if (!s.at(RPAR)) {
      while (!s.at(STAR) && !s.at(DOUBLESTAR)) {
        s.push(expressions.expression());
        if (!s.accept(COMMA)) {
          break;
        }
      }
      boolean more = s.kindAt(s.pos - 1) == COMMA || s.kindAt(s.pos - 1) == LPAR;
      if (more && s.accept(STAR)) {
        s.push(expressions.expression());
        more = s.accept(COMMA);
      }
      if (more) {
        s.expect(DOUBLESTAR);
        s.push(expressions.expression());
      }
    }
    s.expect(RPAR);
    List<Expr> arguments = s.popList(mark);
    s.expect(RARROW);
    Expr returns = expressions.expression();
    end();
    return new Mod.FunctionType(arguments, returns);
  }
}
