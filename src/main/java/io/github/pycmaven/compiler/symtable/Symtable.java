package io.github.pycmaven.compiler.symtable;

import io.github.pycmaven.compiler.ast.TypeParam;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The scopes of one module, each found by the tree node that it belongs to.
 *
 * @cpython Python/symtable.c:_PySymtable_Lookup
 */
public final class Symtable {
  private final FutureFeatures future;
  private Scope top;

  /** Functions, classes, lambdas, comprehensions and aliases, and the bounds of type parameters. */
  private final Map<Object, Scope> scopes = new IdentityHashMap<>();

  /** The scopes of function annotations, by function. */
  private final Map<Object, Scope> annotations = new IdentityHashMap<>();

  /** The scopes of type parameter lists, by the generic statement. */
  private final Map<Object, Scope> typeParameters = new IdentityHashMap<>();

  /** The scopes of the defaults of type variables, which may have a bound too. */
  private final Map<TypeParam, Scope> defaults = new IdentityHashMap<>();

  Symtable(FutureFeatures future) {
    this.future = future;
  }

  /** The module's scope. */
  public Scope top() {
    return top;
  }

  /** The module's future features. */
  public FutureFeatures future() {
    return future;
  }

  /** The scope of a function, class, lambda, comprehension, alias or type variable's bound. */
  public Scope scopeOf(Object node) {
    return scopes.get(node);
  }

  /** The scope of a function's annotations. */
  public Scope annotationsOf(Object function) {
    return annotations.get(function);
  }

  /** The scope of a generic statement's type parameters. */
  public Scope typeParametersOf(Object statement) {
    return typeParameters.get(statement);
  }

  /** The scope of a type parameter's default. */
  public Scope defaultOf(TypeParam parameter) {
    return defaults.get(parameter);
  }

  void setTop(Scope scope) {
    top = scope;
  }

  void put(Object node, Scope scope) {
    scopes.put(node, scope);
  }

  void putAnnotations(Object function, Scope scope) {
    annotations.put(function, scope);
  }

  void putTypeParameters(Object statement, Scope scope) {
    typeParameters.put(statement, scope);
  }

  void putDefault(TypeParam parameter, Scope scope) {
    defaults.put(parameter, scope);
  }
}
