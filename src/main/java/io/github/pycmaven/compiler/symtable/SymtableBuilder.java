package io.github.pycmaven.compiler.symtable;

import io.github.pycmaven.compiler.ast.Docstrings;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The first pass: a stack of open scopes, and the rules by which a mention of a name changes them.
 * The walk itself is done by the visitors, one for each family of nodes, which share this builder.
 *
 * @cpython Python/symtable.c:symtable_add_def_helper
 */
public final class SymtableBuilder {
  /** CPython's stack lets about as many nested nodes pass; deeper trees get RecursionError. */
  private static final int MAX_DEPTH = 40_000;

  private static final int MAX_DEPTH_313 = 9_996;
  private static final int MAX_DEPTH_3121 = 2_994;

  final Symtable table;
  final ExpressionScopes expressions;
  final StatementScopes statements;
  final PatternScopes patterns;
  final TypeParamScopes typeParams;
  private final Target target;
  private final int maxDepth;

  /** Whether annotations have a scope of their own that is always there. */
  final boolean lazyAnnotations;

  private final boolean topLevelAwait;
  private final List<Scope> stack = new ArrayList<>();
  Scope current;
  String className;
  private int depth;

  /** Whether it matters where await stands in asserts. */
  private final boolean checksAsserts;

  private int assertDepth;

  private SymtableBuilder(
      FutureFeatures future, Target target, boolean topLevelAwait, int optimize) {
    this.checksAsserts = optimize == 0 || target.has(Feature.EARLY_AWAIT_CHECKS);
    this.target = target;
    this.maxDepth = maxDepth(target);
    this.lazyAnnotations = target.has(Feature.LAZY_ANNOTATIONS);
    this.table = new Symtable(future);
    this.topLevelAwait = topLevelAwait;
    this.expressions = new ExpressionScopes(this);
    this.statements = new StatementScopes(this);
    this.patterns = new PatternScopes(this);
    this.typeParams = new TypeParamScopes(this);
  }

  /**
   * Makes the symbol table of a tree.
   *
   * @param target the CPython that the tree is for
   * @param topLevelAwait whether {@code await} may stand at module level
   * @param optimize the optimisation level
   * @throws Rejection where the uses of a name contradict one another
   * @cpython Python/symtable.c:_PySymtable_Build
   */
  public static Symtable build(
      Mod mod, FutureFeatures future, Target target, boolean topLevelAwait, int optimize) {
    SymtableBuilder builder = new SymtableBuilder(future, target, topLevelAwait, optimize);
    Scope top = builder.enter(ScopeKind.MODULE, "top", mod, new Span(0, 0, 0, 0));
    builder.table.setTop(top);
    if (mod instanceof Mod.Module module) {
      top.hasDocstring = Docstrings.startsWithOne(module.body());
      builder.visit(module.body());
    } else if (mod instanceof Mod.Interactive interactive) {
      builder.visit(interactive.body());
    } else if (mod instanceof Mod.Expression expression) {
      builder.expressions.visit(expression.body());
    } else {
      throw new IllegalArgumentException("this compiler does not handle FunctionTypes");
    }
    builder.exit();
    ScopeAnalyzer.analyze(top, target.has(Feature.INLINED_COMPREHENSIONS));
    return builder.table;
  }

  void enterAssert() {
    assertDepth++;
  }

  void leaveAssert() {
    assertDepth--;
  }

  /** Whether it matters where await stands. */
  boolean checksAwait() {
    return checksAsserts || assertDepth == 0;
  }

  boolean has(Feature feature) {
    return target.has(feature);
  }

  void visit(List<Stmt> body) {
    for (Stmt statement : body) {
      statements.visit(statement);
    }
  }

  private static int maxDepth(Target target) {
    if (!target.has(Feature.DEEP_TREES)) {
      return MAX_DEPTH_3121;
    }
    return target.has(Feature.COUNTED_DEPTHS) ? MAX_DEPTH_313 : MAX_DEPTH;
  }

  /** Counts nesting; every visit of a statement, expression or pattern is paired with a leave. */
  void enterNode(Span span) {
    if (++depth > maxDepth) {
      throw new Rejection(
          Rejection.Type.RECURSION_ERROR,
          "maximum recursion depth exceeded during compilation",
          span);
    }
  }

  void leaveNode() {
    depth--;
  }

  boolean allowsTopLevelAwait() {
    return topLevelAwait && current.kind() == ScopeKind.MODULE;
  }

  boolean inAsyncFunction() {
    return current.kind() == ScopeKind.FUNCTION && current.coroutine;
  }

  /** A scope that is not entered yet. */
  Scope newScope(ScopeKind kind, String name, Span span) {
    Scope scope = new Scope(kind, name, span);
    if (current != null) {
      scope.nested = current.nested || current.kind().isFunctionLike();
      scope.method = current.kind() == ScopeKind.CLASS && kind == ScopeKind.FUNCTION;
    }
    return scope;
  }

  /** Opens a scope, which belongs to the node. */
  Scope enter(ScopeKind kind, String name, Object node, Span span) {
    Scope scope = newScope(kind, name, span);
    table.put(node, scope);
    open(scope);
    return scope;
  }

  /** Opens a new scope that the caller registers. */
  void open(Scope scope) {
    reopen(scope, true);
    if (!lazyAnnotations) {
      return;
    }
    if (scope.kind() == ScopeKind.ANNOTATION
        || scope.kind() == ScopeKind.TYPE_VARIABLE
        || scope.kind() == ScopeKind.TYPE_ALIAS) {
      define(".format", Symbol.PARAM, scope.span());
      define(".format", Symbol.USE, scope.span());
    }
  }

  void reopen(Scope scope, boolean addToChildren) {
    Scope previous = current;
    stack.add(scope);
    current = scope;
    if (previous != null) {
      // No walrus in a comprehension's outermost iterable, however deep inside of it.
      scope.comprehensionIterableDepth = previous.comprehensionIterableDepth;
      if (previous.mangledNames != null && scope.kind() != ScopeKind.CLASS) {
        scope.mangledNames = previous.mangledNames;
      }
      // Annotations that become strings have no effect on names.
      boolean inert = table.future().annotations() && scope.kind() == ScopeKind.ANNOTATION;
      if (addToChildren && !inert) {
        previous.children.add(scope);
      }
    }
  }

  void exit() {
    stack.remove(stack.size() - 1);
    current = stack.isEmpty() ? null : stack.get(stack.size() - 1);
  }

  /** The open scopes, innermost last. */
  List<Scope> stack() {
    return stack;
  }

  String mangle(Scope scope, String name) {
    return NameMangler.mangle(className, scope, name);
  }

  /** What the current scope knows of the name: the flags, or 0. */
  int lookup(String name) {
    return lookup(current, name);
  }

  int lookup(Scope scope, String name) {
    Symbol symbol = scope.symbols.get(mangle(scope, name));
    return symbol == null ? 0 : symbol.flags;
  }

  void define(String name, int flag, Span span) {
    define(name, flag, span, flag == Symbol.USE ? ExprContext.LOAD : ExprContext.STORE);
  }

  void define(String name, int flag, Span span, ExprContext context) {
    if ((flag & (Symbol.PARAM | Symbol.LOCAL | Symbol.IMPORT)) != 0) {
      checkName(name, span, context);
    }
    if ((flag & Symbol.TYPE_PARAM) != 0 && current.mangledNames != null) {
      current.mangledNames.add(name);
    }
    defineIn(current, name, flag, span);
  }

  void defineIn(Scope scope, String name, int flag, Span span) {
    String mangled = NameMangler.mangle(className, current, name);
    Symbol symbol = scope.symbols.get(mangled);
    if (symbol == null) {
      symbol = new Symbol(flag);
      scope.symbols.put(mangled, symbol);
    } else {
      if ((flag & Symbol.PARAM & symbol.flags) != 0) {
        String thing = target.has(Feature.MESSAGES_OF_3_15) ? "parameter" : "argument";
        throw new Rejection("duplicate " + thing + " '" + name + "' in function definition", span);
      }
      if ((flag & Symbol.TYPE_PARAM & symbol.flags) != 0) {
        throw new Rejection("duplicate type parameter '" + name + "'", span);
      }
      symbol.flags |= flag;
    }
    if (scope.inComprehensionTarget) {
      if (symbol.has(Symbol.GLOBAL | Symbol.NONLOCAL)) {
        throw new Rejection(
            "comprehension inner loop cannot rebind assignment expression target '" + name + "'",
            span);
      }
      symbol.flags |= Symbol.COMP_ITER;
    }
    if ((flag & Symbol.PARAM) != 0) {
      scope.parameters.add(mangled);
    } else if ((flag & Symbol.GLOBAL) != 0) {
      table.top().symbols.computeIfAbsent(mangled, key -> new Symbol(0)).flags |= flag;
    }
  }

  void checkName(String name, Span span, ExprContext context) {
    if (context != ExprContext.LOAD && name.equals("__debug__")) {
      String verb = context == ExprContext.STORE ? "assign to" : "delete";
      throw new Rejection("cannot " + verb + " __debug__", span);
    }
  }

  void recordDirective(String name, Span span) {
    if (current.directives == null) {
      current.directives = new ArrayList<>();
    }
    current.directives.add(new Scope.Directive(mangle(current, name), span));
  }
}
