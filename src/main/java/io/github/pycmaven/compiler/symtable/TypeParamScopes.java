package io.github.pycmaven.compiler.symtable;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.source.Span;
import java.util.List;

/**
 * Type parameters: a scope around the generic statement, and one for each bound and default.
 *
 * @cpython Python/symtable.c:symtable_visit_type_param
 */
final class TypeParamScopes implements TypeParam.Visitor<Void> {
  private final SymtableBuilder builder;

  TypeParamScopes(SymtableBuilder builder) {
    this.builder = builder;
  }

  /** Opens the scope of a generic statement's parameters; the caller closes it. */
  void enter(
      Object statement,
      String name,
      Span span,
      boolean isClass,
      boolean defaults,
      boolean kwDefaults) {
    boolean inClass = builder.current.kind() == ScopeKind.CLASS;
    Scope scope = builder.newScope(ScopeKind.TYPE_PARAMETERS, name, span);
    builder.table.putTypeParameters(statement, scope);
    builder.open(scope);
    if (inClass) {
      scope.seesClassScope = true;
      builder.define("__classdict__", Symbol.USE, span);
    }
    if (isClass) {
      builder.define(".type_params", Symbol.LOCAL, span);
      builder.define(".type_params", Symbol.USE, span);
      builder.define(".generic_base", Symbol.LOCAL, span);
      builder.define(".generic_base", Symbol.USE, span);
    }
    if (defaults) {
      builder.define(".defaults", Symbol.PARAM, span);
    }
    if (kwDefaults) {
      builder.define(".kwdefaults", Symbol.PARAM, span);
    }
  }

  void visit(List<TypeParam> params) {
    for (TypeParam param : params) {
      param.accept(this);
    }
  }

  @Override
  public Void visitTypeVar(TypeParam.TypeVar node) {
    define(node.name(), node.span());
    String what = node.bound() instanceof Expr.Tuple ? "a TypeVar constraint" : "a TypeVar bound";
    visitInner(node, node.name(), node.bound(), false, what);
    visitInner(node, node.name(), node.defaultValue(), true, "a TypeVar default");
    return null;
  }

  @Override
  public Void visitParamSpec(TypeParam.ParamSpec node) {
    define(node.name(), node.span());
    visitInner(node, node.name(), node.defaultValue(), true, "a ParamSpec default");
    return null;
  }

  @Override
  public Void visitTypeVarTuple(TypeParam.TypeVarTuple node) {
    define(node.name(), node.span());
    visitInner(node, node.name(), node.defaultValue(), true, "a TypeVarTuple default");
    return null;
  }

  private void define(String name, Span span) {
    builder.define(name, Symbol.TYPE_PARAM | Symbol.LOCAL, span);
  }

  private void visitInner(
      TypeParam param, String name, Expr value, boolean isDefault, String description) {
    if (name.equals("__classdict__")) {
      throw new Rejection(
          "reserved name '" + name + "' cannot be used for type parameter", param.span());
    }
    if (value == null) {
      return;
    }
    boolean seesClass = builder.current.seesClassScope;
    Scope scope = builder.newScope(ScopeKind.TYPE_VARIABLE, name, value.span());
    if (isDefault) {
      builder.table.putDefault(param, scope);
    } else {
      builder.table.put(param, scope);
    }
    builder.open(scope);
    scope.seesClassScope = seesClass;
    if (seesClass) {
      builder.define("__classdict__", Symbol.USE, value.span());
    }
    scope.description = description;
    builder.expressions.visit(value);
    builder.exit();
  }
}
