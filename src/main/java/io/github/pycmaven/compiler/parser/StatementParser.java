package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.compiler.token.TokenKind;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import java.util.List;

/** Simple statements: those that fit on a line. */
final class StatementParser {
  private static final BinaryOperator[] AUGMENTED = new BinaryOperator[TokenKind.COUNT];

  static {
    AUGMENTED[PLUSEQUAL] = BinaryOperator.ADD;
    AUGMENTED[MINEQUAL] = BinaryOperator.SUB;
    AUGMENTED[STAREQUAL] = BinaryOperator.MULT;
    AUGMENTED[ATEQUAL] = BinaryOperator.MAT_MULT;
    AUGMENTED[SLASHEQUAL] = BinaryOperator.DIV;
    AUGMENTED[PERCENTEQUAL] = BinaryOperator.MOD;
    AUGMENTED[AMPEREQUAL] = BinaryOperator.BIT_AND;
    AUGMENTED[VBAREQUAL] = BinaryOperator.BIT_OR;
    AUGMENTED[CIRCUMFLEXEQUAL] = BinaryOperator.BIT_XOR;
    AUGMENTED[LEFTSHIFTEQUAL] = BinaryOperator.L_SHIFT;
    AUGMENTED[RIGHTSHIFTEQUAL] = BinaryOperator.R_SHIFT;
    AUGMENTED[DOUBLESTAREQUAL] = BinaryOperator.POW;
    AUGMENTED[DOUBLESLASHEQUAL] = BinaryOperator.FLOOR_DIV;
  }

  private final ParserState s;
  private final ExpressionParser expressions;
  private final TargetParser targets;
  private final ImportParser imports;
  private final TypeParameterParser typeParameters;

  StatementParser(
      ParserState state,
      ExpressionParser expressions,
      TargetParser targets,
      TypeParameterParser typeParameters) {
    s = state;
    this.expressions = expressions;
    this.targets = targets;
    this.typeParameters = typeParameters;
    imports = new ImportParser(state);
  }

  /** The statements of a line, pushed one by one. */
  void simpleStatements() {
    s.push(simpleStatement());
    while (s.accept(SEMI) && !s.at(NEWLINE)) {
      s.push(simpleStatement());
    }
    s.expect(NEWLINE);
  }

  private Stmt simpleStatement() {
    int first = s.pos;
    switch (s.kind()) {
      case KW_RETURN:
        {
          s.pos++;
          Expr value = endsStatement() ? null : expressions.starExpressions();
          return new Stmt.Return(value, s.span(first));
        }
      case KW_IMPORT:
        return imports.importNames(false);
      case KW_FROM:
        return imports.importFrom(false);
      case KW_RAISE:
        return raise();
      case KW_PASS:
        s.pos++;
        return new Stmt.Pass(s.span(first));
      case KW_DEL:
        return delete();
      case KW_YIELD:
        {
          Expr value = expressions.yieldExpression();
          return new Stmt.ExprStmt(value, value.span());
        }
      case KW_ASSERT:
        {
          s.pos++;
          Expr test = expressions.expression();
          Expr message = s.accept(COMMA) ? expressions.expression() : null;
          return new Stmt.Assert(test, message, s.span(first));
        }
      case KW_BREAK:
        s.pos++;
        return new Stmt.Break(s.span(first));
      case KW_CONTINUE:
        s.pos++;
        return new Stmt.Continue(s.span(first));
      case KW_GLOBAL:
        {
          List<String> names = names();
          return new Stmt.Global(names, s.span(first));
        }
      case KW_NONLOCAL:
        {
          List<String> names = names();
          return new Stmt.Nonlocal(names, s.span(first));
        }
      case NAME:
        if (s.kindAt(first + 1) == NAME && s.atSoftKeyword("type")) {
          return typeAlias();
        }
        if ((s.kindAt(first + 1) == KW_IMPORT || s.kindAt(first + 1) == KW_FROM)
            && s.atSoftKeyword("lazy")) {
          return imports.lazy();
        }
        return expressionStatement();
      default:
        return expressionStatement();
    }
  }

  private boolean endsStatement() {
    return s.at(NEWLINE) || s.at(SEMI);
  }

  private Stmt raise() {
    int first = s.pos++;
    Expr exception = null;
    Expr cause = null;
    if (!endsStatement()) {
      exception = expressions.expression();
      if (s.accept(KW_FROM)) {
        cause = expressions.expression();
      }
    }
    return new Stmt.Raise(exception, cause, s.span(first));
  }

  private Stmt delete() {
    int first = s.pos++;
    List<Expr> deleted = targets.delTargets();
    if (!endsStatement()) {
      throw s.fail();
    }
    return new Stmt.Delete(deleted, s.span(first));
  }

  private List<String> names() {
    s.pos++;
    int mark = s.mark();
    do {
      s.push(s.expectName());
    } while (s.accept(COMMA));
    return s.popList(mark);
  }

  private Stmt typeAlias() {
    int first = s.pos++;
    s.demand(Feature.TYPE_PARAMETERS);
    int token = s.expect(NAME);
    Expr name = new Expr.Name(s.tokens.text(token), ExprContext.STORE, s.tokenSpan(token));
    List<TypeParam> parameters = typeParameters.optional();
    s.expect(EQUAL);
    Expr value = expressions.expression();
    return new Stmt.TypeAlias(name, parameters, value, s.span(first));
  }

  /** An expression, or an assignment, which starts like one. */
  private Stmt expressionStatement() {
    int first = s.pos;
    Expr expr = expressions.starExpressions();
    int kind = s.kind();
    switch (kind) {
      case NEWLINE:
      case SEMI:
        return new Stmt.ExprStmt(expr, s.span(first));
      case EQUAL:
        return assignment(first, expr);
      case COLON:
        return annotated(first, expr);
      default:
        if (AUGMENTED[kind] == null) {
          throw s.fail();
        }
        Expr target = targets.toSingleStore(expr);
        s.pos++;
        Expr value = expressions.annotatedRhs();
        return new Stmt.AugAssign(target, AUGMENTED[kind], value, s.span(first));
    }
  }

  private Stmt assignment(int first, Expr expr) {
    int mark = s.mark();
    Expr value = expr;
    while (s.accept(EQUAL)) {
      s.push(targets.toStore(value));
      value = expressions.annotatedRhs();
    }
    List<Expr> assigned = s.popList(mark);
    return new Stmt.Assign(assigned, value, s.span(first));
  }

  private Stmt annotated(int first, Expr expr) {
    boolean simple = expr instanceof Expr.Name && s.kindAt(first) == NAME;
    Expr target = targets.toSingleStore(expr);
    s.pos++;
    Expr annotation = expressions.expression();
    Expr value = s.accept(EQUAL) ? expressions.annotatedRhs() : null;
    Span span = s.span(first);
    return new Stmt.AnnAssign(target, annotation, value, simple, span);
  }
}
