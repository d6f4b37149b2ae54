package io.github.pycmaven.compiler.fold;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.TypeParam;
import java.util.List;

/**
 * Rewrites the bounds and defaults of type parameters.
 *
 * @cpython Python/ast_preprocess.c:astfold_type_param
 */
final class TypeParamFolder implements TypeParam.Visitor<TypeParam> {
  private final AstPreprocessor p;

  TypeParamFolder(AstPreprocessor preprocessor) {
    p = preprocessor;
  }

  List<TypeParam> foldAll(List<TypeParam> params) {
    return AstPreprocessor.map(params, param -> param.accept(this));
  }

  @Override
  public TypeParam visitTypeVar(TypeParam.TypeVar node) {
    Expr bound = p.expression(node.bound());
    Expr value = p.expression(node.defaultValue());
    return bound == node.bound() && value == node.defaultValue()
        ? node
        : new TypeParam.TypeVar(node.name(), bound, value, node.span());
  }

  @Override
  public TypeParam visitParamSpec(TypeParam.ParamSpec node) {
    Expr value = p.expression(node.defaultValue());
    return value == node.defaultValue()
        ? node
        : new TypeParam.ParamSpec(node.name(), value, node.span());
  }

  @Override
  public TypeParam visitTypeVarTuple(TypeParam.TypeVarTuple node) {
    Expr value = p.expression(node.defaultValue());
    return value == node.defaultValue()
        ? node
        : new TypeParam.TypeVarTuple(node.name(), value, node.span());
  }
}
