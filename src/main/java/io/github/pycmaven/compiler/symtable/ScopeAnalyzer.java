package io.github.pycmaven.compiler.symtable;

import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The second pass: from the facts of all scopes to how each name is reached. A scope sees what its
 * surroundings bind; what its children leave free goes up until a scope binds it.
 *
 * @cpython Python/symtable.c:analyze_block
 */
final class ScopeAnalyzer {
  private final boolean inlinesComprehensions;

  private ScopeAnalyzer(boolean inlinesComprehensions) {
    this.inlinesComprehensions = inlinesComprehensions;
  }

  /** Decides for a module. */
  static void analyze(Scope top, boolean inlinesComprehensions) {
    new ScopeAnalyzer(inlinesComprehensions)
        .analyze(top, null, new LinkedHashSet<>(), new HashSet<>(), new HashSet<>(), null);
  }

  /**
   * Decides for one scope and those inside.
   *
   * @param bound names bound around the scope; null for a module
   * @param free receives the names that the scope leaves free
   * @param global names declared global around the scope
   * @param typeParams names that are type parameters around the scope
   * @param classScope the class whose names the scope sees, or null
   */
  private void analyze(
      Scope scope,
      Set<String> bound,
      Set<String> free,
      Set<String> global,
      Set<String> typeParams,
      Scope classScope) {
    boolean isClass = scope.kind() == ScopeKind.CLASS;
    Set<String> newBound = new HashSet<>();
    Set<String> newGlobal = new HashSet<>();
    // What a class binds is not visible in its methods, so the sets are filled before its names.
    if (isClass) {
      newGlobal.addAll(global);
      if (bound != null) {
        newBound.addAll(bound);
      }
    }
    Names names = new Names(scope, bound, free, global, typeParams, classScope);
    for (Map.Entry<String, Symbol> entry : scope.symbols.entrySet()) {
      names.decide(entry.getKey(), entry.getValue());
    }
    if (isClass) {
      newBound.add("__class__");
      newBound.add("__classdict__");
      newBound.add("__conditional_annotations__");
    } else {
      if (scope.kind().isFunctionLike()) {
        newBound.addAll(names.local);
      }
      if (bound != null) {
        newBound.addAll(bound);
      }
      newGlobal.addAll(global);
    }
    Set<String> newFree = new LinkedHashSet<>();
    Set<String> inlinedCells = new HashSet<>();
    for (Scope child : scope.children) {
      analyzeChild(
          scope, child, newBound, newFree, newGlobal, typeParams, classScope, names, inlinedCells);
    }
    spliceInlined(scope);
    if (scope.kind().isFunctionLike()) {
      makeCells(names.scopes, newFree, inlinedCells);
    } else if (isClass) {
      scope.needsClassClosure |= newFree.remove("__class__");
      scope.needsClassDict |= newFree.remove("__classdict__");
      scope.hasConditionalAnnotations |= newFree.remove("__conditional_annotations__");
    }
    record(scope, names.scopes, bound, newFree, inlinedCells, isClass || scope.seesClassScope);
    free.addAll(newFree);
  }

  private void analyzeChild(
      Scope scope,
      Scope child,
      Set<String> newBound,
      Set<String> newFree,
      Set<String> newGlobal,
      Set<String> typeParams,
      Scope classScope,
      Names names,
      Set<String> inlinedCells) {
    Scope childClass = null;
    if (child.seesClassScope) {
      childClass = scope.kind() == ScopeKind.CLASS ? scope : classScope;
    }
    // All comprehensions but generator expressions run in the frame around them; not so in an
    // annotation scope inside of a class.
    boolean inline =
        inlinesComprehensions
            && child.comprehension != null
            && !child.generator
            && !scope.seesClassScope;
    Set<String> childFree = new LinkedHashSet<>(newFree);
    analyze(
        child,
        new HashSet<>(newBound),
        childFree,
        new HashSet<>(newGlobal),
        new HashSet<>(typeParams),
        childClass);
    if (inline) {
      inlineComprehension(scope, child, names.scopes, childFree, inlinedCells);
      child.comprehensionInlined = true;
    }
    newFree.addAll(childFree);
  }

  /**
   * Makes the names of an inlined comprehension names of the scope around it.
   *
   * @cpython Python/symtable.c:inline_comprehension
   */
  private static void inlineComprehension(
      Scope scope,
      Scope comprehension,
      Map<String, NameScope> scopes,
      Set<String> childFree,
      Set<String> inlinedCells) {
    boolean dropClass = false;
    for (Map.Entry<String, Symbol> entry : comprehension.symbols.entrySet()) {
      String name = entry.getKey();
      Symbol symbol = entry.getValue();
      if (symbol.has(Symbol.PARAM)) {
        continue;
      }
      NameScope reached = symbol.scope;
      if (reached == NameScope.CELL || symbol.has(Symbol.COMP_CELL)) {
        inlinedCells.add(name);
      }
      // __class__ is never free through a class.
      if (reached == NameScope.FREE
          && scope.kind() == ScopeKind.CLASS
          && name.equals("__class__")) {
        reached = NameScope.GLOBAL_IMPLICIT;
        childFree.remove(name);
        dropClass = true;
      }
      Symbol existing = scope.symbols.get(name);
      if (existing == null) {
        scope.symbols.put(name, new Symbol(symbol.flags));
        scopes.put(name, reached);
      } else if (existing.has(Symbol.BOUND)
          && scope.kind() != ScopeKind.CLASS
          && !isFreeInAnyChild(comprehension, name)) {
        childFree.remove(name);
      }
    }
    if (dropClass) {
      comprehension.symbols.remove("__class__");
    }
  }

  private static boolean isFreeInAnyChild(Scope scope, String name) {
    for (Scope child : scope.children) {
      if (child.scopeOf(name) == NameScope.FREE) {
        return true;
      }
    }
    return false;
  }

  private static void spliceInlined(Scope scope) {
    boolean any = false;
    for (Scope child : scope.children) {
      any |= child.comprehensionInlined;
    }
    if (!any) {
      return;
    }
    List<Scope> spliced = new ArrayList<>();
    for (Scope child : scope.children) {
      if (child.comprehensionInlined) {
        spliced.addAll(child.children);
      } else {
        spliced.add(child);
      }
    }
    scope.children.clear();
    scope.children.addAll(spliced);
  }

  /** A local that a child needs becomes a cell. */
  private static void makeCells(
      Map<String, NameScope> scopes, Set<String> free, Set<String> inlinedCells) {
    for (Map.Entry<String, NameScope> entry : scopes.entrySet()) {
      String name = entry.getKey();
      if (entry.getValue() == NameScope.LOCAL
          && (free.contains(name) || inlinedCells.contains(name))) {
        entry.setValue(NameScope.CELL);
        free.remove(name);
      }
    }
  }

  /**
   * Writes the decisions into the scope, and adds what its children leave free.
   *
   * @cpython Python/symtable.c:update_symbols
   */
  private static void record(
      Scope scope,
      Map<String, NameScope> scopes,
      Set<String> bound,
      Set<String> free,
      Set<String> inlinedCells,
      boolean classLike) {
    for (Map.Entry<String, Symbol> entry : scope.symbols.entrySet()) {
      if (inlinedCells.contains(entry.getKey())) {
        entry.getValue().flags |= Symbol.COMP_CELL;
      }
      entry.getValue().scope = scopes.get(entry.getKey());
    }
    for (String name : free) {
      Symbol symbol = scope.symbols.get(name);
      if (symbol != null) {
        // A method's free variable that the class binds too.
        if (classLike) {
          symbol.flags |= Symbol.FREE_CLASS;
        }
      } else if (bound == null || bound.contains(name)) {
        Symbol passed = new Symbol(0);
        passed.scope = NameScope.FREE;
        scope.symbols.put(name, passed);
      }
    }
  }

  /**
   * Decides for the names that a scope itself mentions.
   *
   * @cpython Python/symtable.c:analyze_name
   */
  private static final class Names {
    final Map<String, NameScope> scopes = new LinkedHashMap<>();
    final Set<String> local = new HashSet<>();
    private final Scope scope;
    private final Set<String> bound;
    private final Set<String> free;
    private final Set<String> global;
    private final Set<String> typeParams;
    private final Scope classScope;

    Names(
        Scope scope,
        Set<String> bound,
        Set<String> free,
        Set<String> global,
        Set<String> typeParams,
        Scope classScope) {
      this.scope = scope;
      this.bound = bound;
      this.free = free;
      this.global = global;
      this.typeParams = typeParams;
      this.classScope = classScope;
    }

    void decide(String name, Symbol symbol) {
      if (symbol.has(Symbol.GLOBAL)) {
        if (symbol.has(Symbol.NONLOCAL)) {
          throw rejected("name '" + name + "' is nonlocal and global", name);
        }
        scopes.put(name, NameScope.GLOBAL_EXPLICIT);
        global.add(name);
        if (bound != null) {
          bound.remove(name);
        }
      } else if (symbol.has(Symbol.NONLOCAL)) {
        checkNonlocal(name);
        scopes.put(name, NameScope.FREE);
        free.add(name);
      } else if (symbol.has(Symbol.BOUND)) {
        scopes.put(name, NameScope.LOCAL);
        local.add(name);
        global.remove(name);
        if (symbol.has(Symbol.TYPE_PARAM)) {
          typeParams.add(name);
        } else {
          typeParams.remove(name);
        }
      } else {
        scopes.put(name, used(name));
      }
    }

    private NameScope used(String name) {
      // In a scope that sees a class's names, a name that the class binds too is looked up in the
      // class and the globals at run time, not in the function around.
      if (classScope != null) {
        Symbol inClass = classScope.symbols.get(name);
        if (inClass != null && inClass.has(Symbol.GLOBAL)) {
          return NameScope.GLOBAL_EXPLICIT;
        }
        if (inClass != null && inClass.has(Symbol.BOUND) && !inClass.has(Symbol.NONLOCAL)) {
          return NameScope.GLOBAL_IMPLICIT;
        }
      }
      if (bound != null && bound.contains(name)) {
        free.add(name);
        return NameScope.FREE;
      }
      return NameScope.GLOBAL_IMPLICIT;
    }

    private void checkNonlocal(String name) {
      if (bound == null) {
        throw rejected("nonlocal declaration not allowed at module level", name);
      }
      if (!bound.contains(name)) {
        throw rejected("no binding for nonlocal '" + name + "' found", name);
      }
      if (typeParams.contains(name)) {
        throw rejected("nonlocal binding not allowed for type parameter '" + name + "'", name);
      }
    }

    private Rejection rejected(String message, String name) {
      for (Scope.Directive directive : scope.directives) {
        if (directive.name().equals(name)) {
          return new Rejection(message, directive.span());
        }
      }
      return new Rejection(message, Span.NONE);
    }
  }
}
