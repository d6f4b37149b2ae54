package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.source.Span;
import java.util.List;

/** Functions and classes with their decorators. */
final class DefinitionParser {
  private final ParserState s;
  private final ExpressionParser expressions;
  private final TypeParameterParser typeParameters;
  private final CompoundStatementParser statements;

  DefinitionParser(
      ParserState state,
      ExpressionParser expressions,
      TypeParameterParser typeParameters,
      CompoundStatementParser statements) {
    s = state;
    this.expressions = expressions;
    this.typeParameters = typeParameters;
    this.statements = statements;
  }

  Stmt definition() {
    int mark = s.mark();
    while (s.accept(AT)) {
      s.push(expressions.namedExpression());
      s.expect(NEWLINE);
    }
    List<Expr> decorators = s.popList(mark);
    int first = s.pos;
    if (s.at(KW_CLASS)) {
      return classDefinition(first, decorators);
    }
    boolean isAsync = s.accept(KW_ASYNC);
    return function(first, isAsync, decorators);
  }

  private Stmt function(int first, boolean isAsync, List<Expr> decorators) {
    s.expect(KW_DEF);
    String name = s.expectName();
    List<TypeParam> types = typeParameters.optional();
    s.expect(LPAR);
    Arguments args = expressions.parameters().functionParameters();
    s.expect(RPAR);
    Expr returns = s.accept(RARROW) ? expressions.expression() : null;
    List<Stmt> body = statements.colonAndBlock();
    Span span = s.statementSpan(first);
    return isAsync
        ? new Stmt.AsyncFunctionDef(name, args, body, decorators, returns, types, span)
        : new Stmt.FunctionDef(name, args, body, decorators, returns, types, span);
  }

  private Stmt classDefinition(int first, List<Expr> decorators) {
    s.pos++;
    String name = s.expectName();
    List<TypeParam> types = typeParameters.optional();
    CallParser.ArgumentList bases =
        s.at(LPAR) ? expressions.primaries().calls().bases() : CallParser.ArgumentList.EMPTY;
    List<Stmt> body = statements.colonAndBlock();
    Span span = s.statementSpan(first);
    return new Stmt.ClassDef(name, bases.args(), bases.keywords(), body, decorators, types, span);
  }
}
