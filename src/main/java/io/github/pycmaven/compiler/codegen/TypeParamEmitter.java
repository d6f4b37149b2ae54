package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.compiler.symtable.Scope;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.List;

/**
 * Type parameters, and {@code type} statements.
 *
 * @cpython Python/codegen.c:codegen_type_params
 */
final class TypeParamEmitter implements TypeParam.Visitor<Void> {
  private final CodegenContext c;

  /** Whether a parameter of the list at hand had a default. */
  private boolean seenDefault;

  TypeParamEmitter(CodegenContext context) {
    c = context;
  }

  /** Creates and binds the parameters, and pushes them as a tuple. */
  void tuple(List<TypeParam> params) {
    boolean outer = seenDefault;
    seenDefault = false;
    for (TypeParam param : params) {
      param.accept(this);
    }
    seenDefault = outer;
    c.op(Op.BUILD_TUPLE, params.size(), params.get(0).span());
  }

  @Override
  public Void visitTypeVar(TypeParam.TypeVar node) {
    Span span = node.span();
    c.loadName(node.name(), span);
    if (node.bound() == null) {
      c.intrinsic1("TYPEVAR", span);
    } else {
      Span made = c.has(Feature.TYPE_PARAMETER_DEFAULTS) ? node.bound().span() : span;
      lazily(node.bound(), node.name(), c.symtable.scopeOf(node), false, made);
      c.intrinsic2(
          node.bound() instanceof Expr.Tuple ? "TYPEVAR_WITH_CONSTRAINTS" : "TYPEVAR_WITH_BOUND",
          span);
    }
    finish(node, node.name(), node.defaultValue(), false);
    return null;
  }

  @Override
  public Void visitTypeVarTuple(TypeParam.TypeVarTuple node) {
    c.loadName(node.name(), node.span());
    c.intrinsic1("TYPEVARTUPLE", node.span());
    finish(node, node.name(), node.defaultValue(), true);
    return null;
  }

  @Override
  public Void visitParamSpec(TypeParam.ParamSpec node) {
    c.loadName(node.name(), node.span());
    c.intrinsic1("PARAMSPEC", node.span());
    finish(node, node.name(), node.defaultValue(), false);
    return null;
  }

  private void finish(TypeParam node, String name, Expr defaultValue, boolean mayStar) {
    Span span = node.span();
    if (defaultValue != null) {
      seenDefault = true;
      lazily(defaultValue, name, c.symtable.defaultOf(node), mayStar, defaultValue.span());
      c.intrinsic2("SET_TYPEPARAM_DEFAULT", span);
    } else if (seenDefault) {
      throw c.error(
          "non-default type parameter '" + name + "' follows default type parameter", span);
    }
    c.op(Op.COPY, 1, span);
    c.store(name, span);
  }

  /** Pushes a function that evaluates an expression when it is asked for. */
  private void lazily(Expr e, String name, Scope scope, boolean mayStar, Span made) {
    Span span = e.span();
    int attributes = pushFormatDefault(span);
    c.annotations.enter(scope, name, span);
    if (mayStar && e instanceof Expr.Starred star) {
      c.visit(star.value());
      c.op(Op.UNPACK_SEQUENCE, 1, span);
    } else {
      c.visit(e);
    }
    c.op(Op.RETURN_VALUE, made);
    c.functions.makeClosure(c.leave(true), attributes, made);
  }

  /**
   * The format that the lazy function's parameter has by default: VALUE. Says which attribute of
   * the function was pushed.
   */
  private int pushFormatDefault(Span span) {
    if (!c.has(Feature.LAZY_ANNOTATIONS)) {
      return 0;
    }
    c.loadConst(new Constant.Tuple(List.of(new Constant.Int(1))), span);
    return FunctionEmitter.DEFAULTS;
  }

  void typeAlias(Stmt.TypeAlias s) {
    Span span = s.span();
    String name = ((Expr.Name) s.name()).id();
    if (s.typeParams().isEmpty()) {
      c.loadName(name, span);
      c.loadNone(span);
      aliasBody(s, name);
    } else {
      c.nullBelow(span);
      c.enter(
          FunctionEmitter.genericName(name),
          ScopeType.ANNOTATIONS,
          c.symtable.typeParametersOf(s),
          span.line(),
          null);
      c.loadName(name, span);
      tuple(s.typeParams());
      aliasBody(s, name);
      c.functions.makeClosure(c.leave(false), 0, span);
      c.nullAbove(span);
      c.call(0, span);
    }
    c.store(name, span);
  }

  private void aliasBody(Stmt.TypeAlias s, String name) {
    Span span = s.span();
    int attributes = pushFormatDefault(span);
    Scope scope = c.symtable.scopeOf(s);
    if (c.has(Feature.LAZY_ANNOTATIONS)) {
      c.annotations.enter(scope, name, span);
    } else {
      c.enter(name, ScopeType.FUNCTION, scope, span.line(), null);
      c.functions.noDocstring();
    }
    c.visit(s.value());
    c.op(Op.RETURN_VALUE, span);
    c.functions.makeClosure(c.leave(false), attributes, span);
    c.op(Op.BUILD_TUPLE, 3, span);
    c.intrinsic1("TYPEALIAS", span);
  }
}
