package io.github.pycmaven.compiler.symtable;

import io.github.pycmaven.compiler.ast.Alias;
import io.github.pycmaven.compiler.ast.Arg;
import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.Docstrings;
import io.github.pycmaven.compiler.ast.ExceptHandler;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.MatchCase;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.compiler.ast.WithItem;
import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * The scopes that statements open and the names that they bind.
 *
 * @cpython Python/symtable.c:symtable_visit_stmt
 */
final class StatementScopes implements Stmt.Visitor<Void> {
  private final SymtableBuilder builder;

  StatementScopes(SymtableBuilder builder) {
    this.builder = builder;
  }

  void visit(Stmt statement) {
    builder.enterNode(statement.span());
    statement.accept(this);
    builder.leaveNode();
  }

  private void visit(Expr expression) {
    builder.expressions.visit(expression);
  }

  private void visitAll(List<Expr> expressions) {
    builder.expressions.visit(expressions);
  }

  @Override
  public Void visitFunctionDef(Stmt.FunctionDef s) {
    visitFunction(
        s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams(), false);
    return null;
  }

  @Override
  public Void visitAsyncFunctionDef(Stmt.AsyncFunctionDef s) {
    visitFunction(
        s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams(), true);
    return null;
  }

  private void visitFunction(
      Stmt statement,
      String name,
      Arguments args,
      List<Stmt> body,
      List<Expr> decorators,
      Expr returns,
      List<TypeParam> typeParams,
      boolean isAsync) {
    Span span = statement.span();
    builder.define(name, Symbol.LOCAL, span);
    visitAll(args.defaults());
    visitAll(args.kwDefaults());
    visitAll(decorators);
    boolean generic = !typeParams.isEmpty();
    if (generic) {
      builder.typeParams.enter(
          statement,
          name,
          span,
          false,
          // CPython asks whether there is a list of defaults, and there always is one.
          true,
          args.kwDefaults().stream().anyMatch(Objects::nonNull));
      builder.typeParams.visit(typeParams);
    }
    Scope scope = builder.newScope(ScopeKind.FUNCTION, name, span);
    builder.table.put(statement, scope);
    scope.hasDocstring = Docstrings.startsWithOne(body);
    visitAnnotations(statement, args, returns);
    builder.reopen(scope, true);
    scope.coroutine |= isAsync;
    builder.expressions.visitParameters(args);
    builder.visit(body);
    builder.exit();
    if (generic) {
      builder.exit();
    }
  }

  /** The annotations of a function's parameters and result, in a scope of their own. */
  private void visitAnnotations(Stmt function, Arguments args, Expr returns) {
    if (!builder.lazyAnnotations) {
      visitEagerAnnotations(args, returns);
      return;
    }
    boolean seesClass = builder.current.seesClassScope || builder.current.kind() == ScopeKind.CLASS;
    Span span = function.span();
    Scope scope = builder.newScope(ScopeKind.ANNOTATION, "__annotate__", span);
    builder.table.putAnnotations(function, scope);
    builder.open(scope);
    if (seesClass) {
      scope.seesClassScope = true;
      builder.define("__classdict__", Symbol.USE, span);
    }
    visitAnnotationsOf(args);
    if (returns != null) {
      scope.annotationsUsed = true;
      visit(returns);
    }
    builder.exit();
  }

  private void visitAnnotationsOf(Arguments args) {
    for (Arg arg : args.posonlyargs()) {
      visitAnnotation(arg);
    }
    for (Arg arg : args.args()) {
      visitAnnotation(arg);
    }
    visitAnnotation(args.vararg());
    visitAnnotation(args.kwarg());
    for (Arg arg : args.kwonlyargs()) {
      visitAnnotation(arg);
    }
  }

  /** Annotations that are evaluated where the function is made; those that become text nowhere. */
  private void visitEagerAnnotations(Arguments args, Expr returns) {
    boolean inert = builder.table.future().annotations();
    if (inert) {
      builder.open(builder.newScope(ScopeKind.ANNOTATION, "_annotation", builder.current.span()));
    }
    boolean used = builder.current.annotationsUsed;
    visitAnnotationsOf(args);
    builder.current.annotationsUsed = used;
    if (inert) {
      builder.exit();
    }
    if (returns != null) {
      visitEagerAnnotation(returns);
    }
  }

  private void visitEagerAnnotation(Expr annotation) {
    boolean inert = builder.table.future().annotations();
    if (inert) {
      builder.open(builder.newScope(ScopeKind.ANNOTATION, "_annotation", annotation.span()));
    }
    visit(annotation);
    if (inert) {
      builder.exit();
    }
  }

  private void visitAnnotation(Arg arg) {
    if (arg != null && arg.annotation() != null) {
      builder.current.annotationsUsed = true;
      visit(arg.annotation());
    }
  }

  @Override
  public Void visitClassDef(Stmt.ClassDef s) {
    Span span = s.span();
    builder.define(s.name(), Symbol.LOCAL, span);
    visitAll(s.decoratorList());
    String outerClass = builder.className;
    boolean generic = !s.typeParams().isEmpty();
    if (generic) {
      builder.typeParams.enter(s, s.name(), span, true, false, false);
      builder.className = s.name();
      builder.current.mangledNames = new HashSet<>();
      builder.typeParams.visit(s.typeParams());
    }
    visitAll(s.bases());
    builder.expressions.visitKeywords(s.keywords());
    Scope scope = builder.enter(ScopeKind.CLASS, s.name(), s, span);
    builder.className = s.name();
    if (generic) {
      builder.define("__type_params__", Symbol.LOCAL, span);
      builder.define(".type_params", Symbol.USE, span);
    }
    scope.hasDocstring = Docstrings.startsWithOne(s.body());
    builder.visit(s.body());
    builder.exit();
    if (generic) {
      builder.exit();
    }
    builder.className = outerClass;
    return null;
  }

  @Override
  public Void visitTypeAlias(Stmt.TypeAlias s) {
    visit(s.name());
    String name = ((Expr.Name) s.name()).id();
    boolean inClass = builder.current.kind() == ScopeKind.CLASS;
    boolean generic = !s.typeParams().isEmpty();
    if (generic) {
      builder.typeParams.enter(s, name, s.span(), false, false, false);
      builder.typeParams.visit(s.typeParams());
    }
    Scope scope = builder.enter(ScopeKind.TYPE_ALIAS, name, s, s.span());
    scope.seesClassScope = inClass;
    if (inClass) {
      builder.define("__classdict__", Symbol.USE, s.value().span());
    }
    visit(s.value());
    builder.exit();
    if (generic) {
      builder.exit();
    }
    return null;
  }

  @Override
  public Void visitReturn(Stmt.Return s) {
    visit(s.value());
    return null;
  }

  @Override
  public Void visitDelete(Stmt.Delete s) {
    visitAll(s.targets());
    return null;
  }

  @Override
  public Void visitAssign(Stmt.Assign s) {
    visitAll(s.targets());
    visit(s.value());
    return null;
  }

  @Override
  public Void visitAugAssign(Stmt.AugAssign s) {
    visit(s.target());
    visit(s.value());
    return null;
  }

  @Override
  public Void visitAnnAssign(Stmt.AnnAssign s) {
    builder.current.annotationsUsed = true;
    if (s.target() instanceof Expr.Name name) {
      int known = builder.lookup(name.id());
      if ((known & (Symbol.GLOBAL | Symbol.NONLOCAL)) != 0
          && builder.current != builder.table.top()
          && s.simple()) {
        String what = (known & Symbol.GLOBAL) != 0 ? "global" : "nonlocal";
        throw new Rejection("annotated name '" + name.id() + "' can't be " + what, s.span());
      }
      if (s.simple()) {
        builder.define(name.id(), Symbol.ANNOT | Symbol.LOCAL, name.span());
      } else if (s.value() != null) {
        builder.define(name.id(), Symbol.LOCAL, name.span());
      }
    } else {
      visit(s.target());
    }
    visitVariableAnnotation(s.annotation());
    visit(s.value());
    return null;
  }

  /**
   * The annotation of a variable: all those of one class or module share a scope.
   *
   * @cpython Python/symtable.c:symtable_visit_annotation
   */
  private void visitVariableAnnotation(Expr annotation) {
    if (!builder.lazyAnnotations) {
      visitEagerAnnotation(annotation);
      return;
    }
    Scope owner = builder.current;
    boolean unevaluated = owner.kind() == ScopeKind.FUNCTION;
    boolean conditional =
        owner.kind() == ScopeKind.MODULE
            || owner.kind() == ScopeKind.CLASS && owner.inConditionalBlock;
    if (conditional && !owner.hasConditionalAnnotations) {
      owner.hasConditionalAnnotations = true;
      builder.define("__conditional_annotations__", Symbol.USE, annotation.span());
    }
    if (owner.annotationScope == null) {
      Scope scope = builder.newScope(ScopeKind.ANNOTATION, "__annotate__", annotation.span());
      builder.open(scope);
      owner.annotationScope = scope;
      if (owner.kind() == ScopeKind.CLASS && !builder.table.future().annotations()) {
        scope.seesClassScope = true;
        builder.define("__classdict__", Symbol.USE, annotation.span());
      }
    } else {
      builder.reopen(owner.annotationScope, false);
    }
    builder.current.inUnevaluatedAnnotation = unevaluated;
    visit(annotation);
    builder.current.inUnevaluatedAnnotation = false;
    builder.exit();
  }

  @Override
  public Void visitFor(Stmt.For s) {
    visitLoop(s.target(), s.iter(), s.body(), s.orelse());
    return null;
  }

  @Override
  public Void visitAsyncFor(Stmt.AsyncFor s) {
    requireCoroutine("'async for' outside async function", s.span());
    visitLoop(s.target(), s.iter(), s.body(), s.orelse());
    return null;
  }

  private void visitLoop(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse) {
    visit(target);
    visit(iter);
    visitConditional(body, orelse);
  }

  /** Visits blocks of which some may not run. */
  @SafeVarargs
  private void visitConditional(List<Stmt>... blocks) {
    boolean outer = enterConditional();
    for (List<Stmt> block : blocks) {
      builder.visit(block);
    }
    builder.current.inConditionalBlock = outer;
  }

  private boolean enterConditional() {
    boolean outer = builder.current.inConditionalBlock;
    builder.current.inConditionalBlock = true;
    return outer;
  }

  @Override
  public Void visitWhile(Stmt.While s) {
    visit(s.test());
    visitConditional(s.body(), s.orelse());
    return null;
  }

  @Override
  public Void visitIf(Stmt.If s) {
    visit(s.test());
    visitConditional(s.body(), s.orelse());
    return null;
  }

  @Override
  public Void visitWith(Stmt.With s) {
    visitItems(s.items(), s.body());
    return null;
  }

  @Override
  public Void visitAsyncWith(Stmt.AsyncWith s) {
    requireCoroutine("'async with' outside async function", s.span());
    visitItems(s.items(), s.body());
    return null;
  }

  private void requireCoroutine(String message, Span span) {
    if (builder.allowsTopLevelAwait()) {
      builder.current.coroutine = true;
    }
    if (!builder.current.coroutine) {
      throw new Rejection(message, span);
    }
  }

  private void visitItems(List<WithItem> items, List<Stmt> body) {
    boolean outer = enterConditional();
    for (WithItem item : items) {
      visit(item.contextExpr());
      visit(item.optionalVars());
    }
    builder.visit(body);
    builder.current.inConditionalBlock = outer;
  }

  @Override
  public Void visitMatch(Stmt.Match s) {
    visit(s.subject());
    boolean outer = enterConditional();
    for (MatchCase matchCase : s.cases()) {
      builder.patterns.visit(matchCase.pattern());
      visit(matchCase.guard());
      builder.visit(matchCase.body());
    }
    builder.current.inConditionalBlock = outer;
    return null;
  }

  @Override
  public Void visitRaise(Stmt.Raise s) {
    visit(s.exc());
    visit(s.cause());
    return null;
  }

  @Override
  public Void visitTry(Stmt.Try s) {
    visitTry(s.body(), s.handlers(), s.orelse(), s.finalbody());
    return null;
  }

  @Override
  public Void visitTryStar(Stmt.TryStar s) {
    visitTry(s.body(), s.handlers(), s.orelse(), s.finalbody());
    return null;
  }

  private void visitTry(
      List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody) {
    boolean outer = enterConditional();
    builder.current.tryBlocks++;
    builder.visit(body);
    for (ExceptHandler handler : handlers) {
      visit(handler.type());
      if (handler.name() != null) {
        builder.define(handler.name(), Symbol.LOCAL, handler.span());
      }
      builder.visit(handler.body());
    }
    builder.visit(orelse);
    builder.visit(finalbody);
    builder.current.tryBlocks--;
    builder.current.inConditionalBlock = outer;
  }

  @Override
  public Void visitAssert(Stmt.Assert s) {
    builder.enterAssert();
    visit(s.test());
    visit(s.msg());
    builder.leaveAssert();
    return null;
  }

  @Override
  public Void visitImport(Stmt.Import s) {
    checkLazy(s.isLazy(), s.span());
    for (Alias alias : s.names()) {
      visitAlias(alias);
    }
    return null;
  }

  @Override
  public Void visitImportFrom(Stmt.ImportFrom s) {
    checkLazy(s.isLazy(), s.span());
    if (s.isLazy() && s.names().get(0).name().equals("*")) {
      throw new Rejection("lazy from ... import * is not allowed", s.span());
    }
    for (Alias alias : s.names()) {
      visitAlias(alias);
    }
    Span last = builder.table.future().last();
    boolean late =
        s.span().line() > last.line()
            || s.span().line() == last.endLine() && s.span().column() > last.endColumn();
    if (s.level() == 0 && "__future__".equals(s.module()) && late) {
      throw new Rejection(
          "from __future__ imports must occur at the beginning of the file", s.span());
    }
    return null;
  }

  private void checkLazy(boolean isLazy, Span span) {
    if (!isLazy) {
      return;
    }
    if (builder.current.kind() == ScopeKind.FUNCTION) {
      throw new Rejection("lazy import not allowed inside functions", span);
    }
    if (builder.current.kind() == ScopeKind.CLASS) {
      throw new Rejection("lazy import not allowed inside classes", span);
    }
    if (builder.current.tryBlocks > 0) {
      throw new Rejection("lazy import not allowed inside try/except blocks", span);
    }
  }

  private void visitAlias(Alias alias) {
    String name = alias.asname() == null ? alias.name() : alias.asname();
    if (name.equals("*")) {
      if (builder.current.kind() != ScopeKind.MODULE) {
        throw new Rejection("import * only allowed at module level", alias.span());
      }
      return;
    }
    int dot = name.indexOf('.');
    builder.define(dot < 0 ? name : name.substring(0, dot), Symbol.IMPORT, alias.span());
  }

  @Override
  public Void visitGlobal(Stmt.Global s) {
    for (String name : s.names()) {
      declare(name, Symbol.GLOBAL, "global", s.span());
    }
    return null;
  }

  @Override
  public Void visitNonlocal(Stmt.Nonlocal s) {
    for (String name : s.names()) {
      declare(name, Symbol.NONLOCAL, "nonlocal", s.span());
    }
    return null;
  }

  private void declare(String name, int flag, String word, Span span) {
    int known = builder.lookup(name);
    if ((known & Symbol.PARAM) != 0) {
      throw new Rejection("name '" + name + "' is parameter and " + word, span);
    }
    if ((known & Symbol.USE) != 0) {
      throw new Rejection("name '" + name + "' is used prior to " + word + " declaration", span);
    }
    if ((known & Symbol.ANNOT) != 0) {
      throw new Rejection("annotated name '" + name + "' can't be " + word, span);
    }
    if ((known & Symbol.LOCAL) != 0) {
      throw new Rejection(
          "name '" + name + "' is assigned to before " + word + " declaration", span);
    }
    builder.define(name, flag, span);
    builder.recordDirective(name, span);
  }

  @Override
  public Void visitExprStmt(Stmt.ExprStmt s) {
    visit(s.value());
    return null;
  }

  @Override
  public Void visitPass(Stmt.Pass s) {
    return null;
  }

  @Override
  public Void visitBreak(Stmt.Break s) {
    return null;
  }

  @Override
  public Void visitContinue(Stmt.Continue s) {
    return null;
  }
}
