package io.github.pycmaven.compiler.fold;

import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.ExceptHandler;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Keyword;
import io.github.pycmaven.compiler.ast.MatchCase;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.compiler.ast.WithItem;
import io.github.pycmaven.diagnostic.WarningSink;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import java.util.List;

/**
 * Rewrites statements, and warns of jumps out of {@code finally} (PEP 765).
 *
 * @cpython Python/ast_preprocess.c:astfold_stmt
 */
final class StatementFolder implements Stmt.Visitor<Stmt> {
  /** The innermost of the blocks that decide whether a jump leaves a {@code finally}. */
  private enum Block {
    NONE,
    FINALLY,
    FUNCTION,
    LOOP
  }

  private final AstPreprocessor p;
  private final PatternFolder patterns;
  private final TypeParamFolder typeParams;
  private final WarningSink warnings;
  private Block block = Block.NONE;

  StatementFolder(AstPreprocessor preprocessor, WarningSink warnings) {
    p = preprocessor;
    patterns = new PatternFolder(p);
    typeParams = new TypeParamFolder(p);
    this.warnings = warnings;
  }

  private List<Stmt> inside(Block kind, List<Stmt> body) {
    Block outer = block;
    block = kind;
    List<Stmt> folded = p.statements(body);
    block = outer;
    return folded;
  }

  private List<Stmt> functionBody(List<Stmt> body) {
    Block outer = block;
    block = Block.FUNCTION;
    List<Stmt> folded = p.body(body);
    block = outer;
    return folded;
  }

  private void warn(String keyword, Span span) {
    if (p.target.has(Feature.FINALLY_EXIT_WARNINGS)) {
      warnings.warn("'" + keyword + "' in a 'finally' block", span);
    }
  }

  private Expr annotation(Expr e) {
    return p.keepAnnotations ? e : p.expression(e);
  }

  @Override
  public Stmt visitFunctionDef(Stmt.FunctionDef s) {
    List<TypeParam> params = typeParams.foldAll(s.typeParams());
    Arguments args = p.expressions.arguments(s.args());
    List<Stmt> body = functionBody(s.body());
    List<Expr> decorators = p.expressions(s.decoratorList());
    Expr returns = annotation(s.returns());
    boolean same =
        params == s.typeParams()
            && args == s.args()
            && body == s.body()
            && decorators == s.decoratorList()
            && returns == s.returns();
    return same
        ? s
        : new Stmt.FunctionDef(s.name(), args, body, decorators, returns, params, s.span());
  }

  @Override
  public Stmt visitAsyncFunctionDef(Stmt.AsyncFunctionDef s) {
    List<TypeParam> params = typeParams.foldAll(s.typeParams());
    Arguments args = p.expressions.arguments(s.args());
    List<Stmt> body = functionBody(s.body());
    List<Expr> decorators = p.expressions(s.decoratorList());
    Expr returns = annotation(s.returns());
    boolean same =
        params == s.typeParams()
            && args == s.args()
            && body == s.body()
            && decorators == s.decoratorList()
            && returns == s.returns();
    return same
        ? s
        : new Stmt.AsyncFunctionDef(s.name(), args, body, decorators, returns, params, s.span());
  }

  @Override
  public Stmt visitClassDef(Stmt.ClassDef s) {
    List<TypeParam> params = typeParams.foldAll(s.typeParams());
    List<Expr> bases = p.expressions(s.bases());
    List<Keyword> keywords = p.expressions.keywords(s.keywords());
    List<Stmt> body = p.body(s.body());
    List<Expr> decorators = p.expressions(s.decoratorList());
    boolean same =
        params == s.typeParams()
            && bases == s.bases()
            && keywords == s.keywords()
            && body == s.body()
            && decorators == s.decoratorList();
    return same
        ? s
        : new Stmt.ClassDef(s.name(), bases, keywords, body, decorators, params, s.span());
  }

  @Override
  public Stmt visitReturn(Stmt.Return s) {
    if (block == Block.FINALLY) {
      warn("return", s.span());
    }
    Expr value = p.expression(s.value());
    return value == s.value() ? s : new Stmt.Return(value, s.span());
  }

  @Override
  public Stmt visitDelete(Stmt.Delete s) {
    List<Expr> targets = p.expressions(s.targets());
    return targets == s.targets() ? s : new Stmt.Delete(targets, s.span());
  }

  @Override
  public Stmt visitAssign(Stmt.Assign s) {
    List<Expr> targets = p.expressions(s.targets());
    Expr value = p.expression(s.value());
    return targets == s.targets() && value == s.value()
        ? s
        : new Stmt.Assign(targets, value, s.span());
  }

  @Override
  public Stmt visitTypeAlias(Stmt.TypeAlias s) {
    List<TypeParam> params = typeParams.foldAll(s.typeParams());
    Expr value = p.expression(s.value());
    return params == s.typeParams() && value == s.value()
        ? s
        : new Stmt.TypeAlias(s.name(), params, value, s.span());
  }

  @Override
  public Stmt visitAugAssign(Stmt.AugAssign s) {
    Expr target = p.expression(s.target());
    Expr value = p.expression(s.value());
    return target == s.target() && value == s.value()
        ? s
        : new Stmt.AugAssign(target, s.op(), value, s.span());
  }

  @Override
  public Stmt visitAnnAssign(Stmt.AnnAssign s) {
    Expr target = p.expression(s.target());
    Expr annotation = annotation(s.annotation());
    Expr value = p.expression(s.value());
    return target == s.target() && annotation == s.annotation() && value == s.value()
        ? s
        : new Stmt.AnnAssign(target, annotation, value, s.simple(), s.span());
  }

  @Override
  public Stmt visitFor(Stmt.For s) {
    Expr target = p.expression(s.target());
    Expr iter = p.iterated(p.expression(s.iter()));
    List<Stmt> body = inside(Block.LOOP, s.body());
    List<Stmt> orelse = p.statements(s.orelse());
    boolean same =
        target == s.target() && iter == s.iter() && body == s.body() && orelse == s.orelse();
    return same ? s : new Stmt.For(target, iter, body, orelse, s.span());
  }

  @Override
  public Stmt visitAsyncFor(Stmt.AsyncFor s) {
    Expr target = p.expression(s.target());
    Expr iter = p.expression(s.iter());
    List<Stmt> body = inside(Block.LOOP, s.body());
    List<Stmt> orelse = p.statements(s.orelse());
    boolean same =
        target == s.target() && iter == s.iter() && body == s.body() && orelse == s.orelse();
    return same ? s : new Stmt.AsyncFor(target, iter, body, orelse, s.span());
  }

  @Override
  public Stmt visitWhile(Stmt.While s) {
    Expr test = p.expression(s.test());
    List<Stmt> body = inside(Block.LOOP, s.body());
    List<Stmt> orelse = p.statements(s.orelse());
    return test == s.test() && body == s.body() && orelse == s.orelse()
        ? s
        : new Stmt.While(test, body, orelse, s.span());
  }

  @Override
  public Stmt visitIf(Stmt.If s) {
    Expr test = p.expression(s.test());
    List<Stmt> body = p.statements(s.body());
    List<Stmt> orelse = p.statements(s.orelse());
    return test == s.test() && body == s.body() && orelse == s.orelse()
        ? s
        : new Stmt.If(test, body, orelse, s.span());
  }

  private List<WithItem> items(List<WithItem> items) {
    return AstPreprocessor.map(
        items,
        i -> {
          Expr context = p.expression(i.contextExpr());
          Expr vars = p.expression(i.optionalVars());
          return context == i.contextExpr() && vars == i.optionalVars()
              ? i
              : new WithItem(context, vars);
        });
  }

  @Override
  public Stmt visitWith(Stmt.With s) {
    List<WithItem> items = items(s.items());
    List<Stmt> body = p.statements(s.body());
    return items == s.items() && body == s.body() ? s : new Stmt.With(items, body, s.span());
  }

  @Override
  public Stmt visitAsyncWith(Stmt.AsyncWith s) {
    List<WithItem> items = items(s.items());
    List<Stmt> body = p.statements(s.body());
    return items == s.items() && body == s.body() ? s : new Stmt.AsyncWith(items, body, s.span());
  }

  @Override
  public Stmt visitMatch(Stmt.Match s) {
    Expr subject = p.expression(s.subject());
    List<MatchCase> cases =
        AstPreprocessor.map(
            s.cases(),
            c -> {
              Pattern pattern = patterns.fold(c.pattern());
              Expr guard = p.expression(c.guard());
              List<Stmt> body = p.statements(c.body());
              return pattern == c.pattern() && guard == c.guard() && body == c.body()
                  ? c
                  : new MatchCase(pattern, guard, body);
            });
    return subject == s.subject() && cases == s.cases()
        ? s
        : new Stmt.Match(subject, cases, s.span());
  }

  @Override
  public Stmt visitRaise(Stmt.Raise s) {
    Expr exc = p.expression(s.exc());
    Expr cause = p.expression(s.cause());
    return exc == s.exc() && cause == s.cause() ? s : new Stmt.Raise(exc, cause, s.span());
  }

  private List<ExceptHandler> handlers(List<ExceptHandler> handlers) {
    return AstPreprocessor.map(
        handlers,
        h -> {
          Expr type = p.expression(h.type());
          List<Stmt> body = p.statements(h.body());
          return type == h.type() && body == h.body()
              ? h
              : new ExceptHandler(type, h.name(), body, h.span());
        });
  }

  @Override
  public Stmt visitTry(Stmt.Try s) {
    List<Stmt> body = p.statements(s.body());
    List<ExceptHandler> handlers = handlers(s.handlers());
    List<Stmt> orelse = p.statements(s.orelse());
    List<Stmt> finalbody = inside(Block.FINALLY, s.finalbody());
    boolean same =
        body == s.body()
            && handlers == s.handlers()
            && orelse == s.orelse()
            && finalbody == s.finalbody();
    return same ? s : new Stmt.Try(body, handlers, orelse, finalbody, s.span());
  }

  @Override
  public Stmt visitTryStar(Stmt.TryStar s) {
    List<Stmt> body = p.statements(s.body());
    List<ExceptHandler> handlers = handlers(s.handlers());
    List<Stmt> orelse = p.statements(s.orelse());
    List<Stmt> finalbody = inside(Block.FINALLY, s.finalbody());
    boolean same =
        body == s.body()
            && handlers == s.handlers()
            && orelse == s.orelse()
            && finalbody == s.finalbody();
    return same ? s : new Stmt.TryStar(body, handlers, orelse, finalbody, s.span());
  }

  @Override
  public Stmt visitAssert(Stmt.Assert s) {
    Expr test = p.expression(s.test());
    Expr msg = p.expression(s.msg());
    return test == s.test() && msg == s.msg() ? s : new Stmt.Assert(test, msg, s.span());
  }

  @Override
  public Stmt visitImport(Stmt.Import s) {
    return s;
  }

  @Override
  public Stmt visitImportFrom(Stmt.ImportFrom s) {
    return s;
  }

  @Override
  public Stmt visitGlobal(Stmt.Global s) {
    return s;
  }

  @Override
  public Stmt visitNonlocal(Stmt.Nonlocal s) {
    return s;
  }

  @Override
  public Stmt visitExprStmt(Stmt.ExprStmt s) {
    Expr value = p.expression(s.value());
    return value == s.value() ? s : new Stmt.ExprStmt(value, s.span());
  }

  @Override
  public Stmt visitPass(Stmt.Pass s) {
    return s;
  }

  @Override
  public Stmt visitBreak(Stmt.Break s) {
    if (block == Block.FINALLY) {
      warn("break", s.span());
    }
    return s;
  }

  @Override
  public Stmt visitContinue(Stmt.Continue s) {
    if (block == Block.FINALLY) {
      warn("continue", s.span());
    }
    return s;
  }
}
