package io.github.pycmaven.compiler.symtable;

import io.github.pycmaven.compiler.ast.Arg;
import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.Comprehension;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Keyword;
import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import java.util.List;

/**
 * The names that expressions bind and use.
 *
 * @cpython Python/symtable.c:symtable_visit_expr
 */
final class ExpressionScopes implements Expr.Visitor<Void> {
  private final SymtableBuilder builder;

  ExpressionScopes(SymtableBuilder builder) {
    this.builder = builder;
  }

  /** Visits an expression, which may be null. */
  void visit(Expr expression) {
    if (expression != null) {
      builder.enterNode(expression.span());
      expression.accept(this);
      builder.leaveNode();
    }
  }

  void visit(List<Expr> expressions) {
    for (Expr expression : expressions) {
      visit(expression);
    }
  }

  void visitKeywords(List<Keyword> keywords) {
    for (Keyword keyword : keywords) {
      if (keyword.arg() != null) {
        builder.checkName(keyword.arg(), keyword.span(), ExprContext.STORE);
      }
    }
    for (Keyword keyword : keywords) {
      visit(keyword.value());
    }
  }

  /** The parameters, inside of the function's scope. */
  void visitParameters(Arguments args) {
    defineAll(args.posonlyargs());
    defineAll(args.args());
    defineAll(args.kwonlyargs());
    if (args.vararg() != null) {
      builder.define(args.vararg().arg(), Symbol.PARAM, args.vararg().span());
      builder.current.varArgs = true;
    }
    if (args.kwarg() != null) {
      builder.define(args.kwarg().arg(), Symbol.PARAM, args.kwarg().span());
      builder.current.varKeywords = true;
    }
  }

  private void defineAll(List<Arg> args) {
    for (Arg arg : args) {
      builder.define(arg.arg(), Symbol.PARAM, arg.span());
    }
  }

  @Override
  public Void visitNamedExpr(Expr.NamedExpr node) {
    rejectInAnnotation("named expression", node.span());
    if (builder.current.comprehensionIterableDepth > 0) {
      throw new Rejection(
          "assignment expression cannot be used in a comprehension iterable expression",
          node.span());
    }
    if (builder.current.comprehension != null) {
      bindOutsideComprehension((Expr.Name) node.target());
    }
    visit(node.value());
    visit(node.target());
    return null;
  }

  /** A walrus in a comprehension binds in the nearest scope that is none. */
  private void bindOutsideComprehension(Expr.Name target) {
    String name = target.id();
    Span span = target.span();
    List<Scope> stack = builder.stack();
    int boundMark = builder.has(Feature.MENTIONED_WALRUS_TARGETS) ? Symbol.LOCAL : 0;
    for (int i = stack.size() - 1; i >= 0; i--) {
      Scope scope = stack.get(i);
      if (scope.comprehension != null) {
        int known = walrusLookup(scope, name);
        int iterated = Symbol.COMP_ITER | boundMark;
        if ((known & iterated) == iterated) {
          throw new Rejection(
              "assignment expression cannot rebind comprehension iteration variable '" + name + "'",
              span);
        }
        continue;
      }
      switch (scope.kind()) {
        case FUNCTION:
          boolean global = (walrusLookup(scope, name) & Symbol.GLOBAL) != 0;
          builder.define(name, global ? Symbol.GLOBAL : Symbol.NONLOCAL, span);
          builder.recordDirective(name, span);
          builder.defineIn(scope, name, Symbol.LOCAL, span);
          return;
        case MODULE:
          builder.define(name, Symbol.GLOBAL, span);
          builder.recordDirective(name, span);
          builder.defineIn(scope, name, Symbol.GLOBAL, span);
          return;
        case CLASS:
          throw walrusRejected("in a class body", span);
        case TYPE_PARAMETERS:
          throw walrusRejected("within the definition of a generic", span);
        case TYPE_ALIAS:
          throw walrusRejected("in a type alias", span);
        case TYPE_VARIABLE:
          throw walrusRejected("in a TypeVar bound", span);
        default:
          break;
      }
    }
  }

  /** What is known of a name in a scope; in old versions, of the name as it is written. */
  private int walrusLookup(Scope scope, String name) {
    if (builder.has(Feature.MANGLED_WALRUS_LOOKUPS)) {
      return builder.lookup(scope, name);
    }
    Symbol symbol = scope.symbols.get(name);
    return symbol == null ? 0 : symbol.flags;
  }

  private static Rejection walrusRejected(String where, Span span) {
    return new Rejection(
        "assignment expression within a comprehension cannot be used " + where, span);
  }

  @Override
  public Void visitBoolOp(Expr.BoolOp node) {
    visit(node.values());
    return null;
  }

  @Override
  public Void visitBinOp(Expr.BinOp node) {
    visit(node.left());
    visit(node.right());
    return null;
  }

  @Override
  public Void visitUnaryOp(Expr.UnaryOp node) {
    visit(node.operand());
    return null;
  }

  @Override
  public Void visitLambda(Expr.Lambda node) {
    visit(node.args().defaults());
    visit(node.args().kwDefaults());
    builder.enter(ScopeKind.FUNCTION, "lambda", node, node.span());
    visitParameters(node.args());
    visit(node.body());
    builder.exit();
    return null;
  }

  @Override
  public Void visitIfExp(Expr.IfExp node) {
    visit(node.test());
    visit(node.body());
    visit(node.orelse());
    return null;
  }

  @Override
  public Void visitDict(Expr.Dict node) {
    visit(node.keys());
    visit(node.values());
    return null;
  }

  @Override
  public Void visitSetDisplay(Expr.SetDisplay node) {
    visit(node.elts());
    return null;
  }

  @Override
  public Void visitListComp(Expr.ListComp node) {
    visitComprehension(
        node, "listcomp", ComprehensionKind.LIST, node.generators(), node.elt(), null);
    return null;
  }

  @Override
  public Void visitSetComp(Expr.SetComp node) {
    visitComprehension(node, "setcomp", ComprehensionKind.SET, node.generators(), node.elt(), null);
    return null;
  }

  @Override
  public Void visitDictComp(Expr.DictComp node) {
    visitComprehension(
        node, "dictcomp", ComprehensionKind.DICT, node.generators(), node.key(), node.value());
    return null;
  }

  @Override
  public Void visitGeneratorExp(Expr.GeneratorExp node) {
    visitComprehension(
        node, "genexpr", ComprehensionKind.GENERATOR, node.generators(), node.elt(), null);
    return null;
  }

  /**
   * The outermost iterable belongs to the current scope, the rest to one of its own.
   *
   * @cpython Python/symtable.c:symtable_handle_comprehension
   */
  private void visitComprehension(
      Expr node,
      String name,
      ComprehensionKind kind,
      List<Comprehension> generators,
      Expr element,
      Expr value) {
    boolean isGenerator = kind == ComprehensionKind.GENERATOR;
    Comprehension outermost = generators.get(0);
    builder.current.comprehensionIterableDepth++;
    visit(outermost.iter());
    builder.current.comprehensionIterableDepth--;
    Scope scope = builder.enter(ScopeKind.FUNCTION, name, node, node.span());
    scope.comprehension = kind;
    scope.coroutine |= outermost.isAsync();
    builder.define(".0", Symbol.PARAM, node.span());
    visitTarget(scope, outermost.target());
    visit(outermost.ifs());
    for (Comprehension inner : generators.subList(1, generators.size())) {
      visitTarget(scope, inner.target());
      scope.comprehensionIterableDepth++;
      visit(inner.iter());
      scope.comprehensionIterableDepth--;
      visit(inner.ifs());
      scope.coroutine |= inner.isAsync();
    }
    visit(value);
    visit(element);
    scope.generator = isGenerator;
    boolean isAsync = scope.coroutine && !isGenerator;
    builder.exit();
    if (isAsync) {
      if (builder.checksAwait()
          && !builder.inAsyncFunction()
          && builder.current.comprehension == null
          && !builder.allowsTopLevelAwait()) {
        throw new Rejection(
            "asynchronous comprehension outside of an asynchronous function", node.span());
      }
      builder.current.coroutine = true;
    }
  }

  private void visitTarget(Scope scope, Expr target) {
    scope.inComprehensionTarget = true;
    visit(target);
    scope.inComprehensionTarget = false;
  }

  @Override
  public Void visitAwait(Expr.Await node) {
    rejectInAnnotation("await expression", node.span());
    if (builder.checksAwait() && !builder.allowsTopLevelAwait()) {
      if (!builder.current.kind().isFunctionLike()) {
        throw new Rejection("'await' outside function", node.span());
      }
      if (!builder.inAsyncFunction() && builder.current.comprehension == null) {
        throw new Rejection("'await' outside async function", node.span());
      }
    }
    visit(node.value());
    builder.current.coroutine = true;
    return null;
  }

  @Override
  public Void visitYield(Expr.Yield node) {
    visitYield(node.value(), node.span());
    return null;
  }

  @Override
  public Void visitYieldFrom(Expr.YieldFrom node) {
    visitYield(node.value(), node.span());
    return null;
  }

  private void visitYield(Expr value, Span span) {
    rejectInAnnotation("yield expression", span);
    visit(value);
    builder.current.generator = true;
    if (builder.current.comprehension != null) {
      throw new Rejection("'yield' inside " + builder.current.comprehension.description(), span);
    }
  }

  private void rejectInAnnotation(String what, Span span) {
    Scope scope = builder.current;
    switch (scope.kind()) {
      case ANNOTATION:
        throw new Rejection(what + " cannot be used within an annotation", span);
      case TYPE_VARIABLE:
        throw new Rejection(what + " cannot be used within " + scope.description, span);
      case TYPE_ALIAS:
        throw new Rejection(what + " cannot be used within a type alias", span);
      case TYPE_PARAMETERS:
        throw new Rejection(what + " cannot be used within the definition of a generic", span);
      default:
    }
  }

  @Override
  public Void visitCompare(Expr.Compare node) {
    visit(node.left());
    visit(node.comparators());
    return null;
  }

  @Override
  public Void visitCall(Expr.Call node) {
    visit(node.func());
    visit(node.args());
    visitKeywords(node.keywords());
    return null;
  }

  @Override
  public Void visitFormattedValue(Expr.FormattedValue node) {
    visit(node.value());
    visit(node.formatSpec());
    return null;
  }

  @Override
  public Void visitInterpolation(Expr.Interpolation node) {
    visit(node.value());
    visit(node.formatSpec());
    return null;
  }

  @Override
  public Void visitJoinedStr(Expr.JoinedStr node) {
    visit(node.values());
    return null;
  }

  @Override
  public Void visitTemplateStr(Expr.TemplateStr node) {
    visit(node.values());
    return null;
  }

  @Override
  public Void visitConstantExpr(Expr.ConstantExpr node) {
    return null;
  }

  @Override
  public Void visitAttribute(Expr.Attribute node) {
    builder.checkName(node.attr(), node.span(), node.ctx());
    visit(node.value());
    return null;
  }

  @Override
  public Void visitSubscript(Expr.Subscript node) {
    visit(node.value());
    visit(node.slice());
    return null;
  }

  @Override
  public Void visitStarred(Expr.Starred node) {
    visit(node.value());
    return null;
  }

  @Override
  public Void visitName(Expr.Name node) {
    if (builder.current.inUnevaluatedAnnotation) {
      return null;
    }
    boolean load = node.ctx() == ExprContext.LOAD;
    builder.define(node.id(), load ? Symbol.USE : Symbol.LOCAL, node.span(), node.ctx());
    // super() without arguments reads the class from its cell.
    if (load && node.id().equals("super") && builder.current.kind().isFunctionLike()) {
      builder.define("__class__", Symbol.USE, node.span());
    }
    return null;
  }

  @Override
  public Void visitListDisplay(Expr.ListDisplay node) {
    visit(node.elts());
    return null;
  }

  @Override
  public Void visitTuple(Expr.Tuple node) {
    visit(node.elts());
    return null;
  }

  @Override
  public Void visitSlice(Expr.Slice node) {
    visit(node.lower());
    visit(node.upper());
    visit(node.step());
    return null;
  }
}
