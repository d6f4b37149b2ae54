package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;

/**
 * The type that an expression certainly has, by name, for warnings.
 *
 * @cpython Python/codegen.c:infer_type
 */
final class LiteralTypes {
  private LiteralTypes() {}

  /** The type's name, or null where it is not known. */
  static String nameOf(Expr e) {
    if (e instanceof Expr.ConstantExpr constant) {
      return nameOf(constant.value());
    } else if (e instanceof Expr.Tuple) {
      return "tuple";
    } else if (e instanceof Expr.ListDisplay || e instanceof Expr.ListComp) {
      return "list";
    } else if (e instanceof Expr.Dict || e instanceof Expr.DictComp) {
      return "dict";
    } else if (e instanceof Expr.SetDisplay || e instanceof Expr.SetComp) {
      return "set";
    } else if (e instanceof Expr.GeneratorExp) {
      return "generator";
    } else if (e instanceof Expr.Lambda) {
      return "function";
    } else if (isFormatted(e)) {
      return "str";
    }
    return null;
  }

  static boolean isFormatted(Expr e) {
    return e instanceof Expr.JoinedStr
        || e instanceof Expr.TemplateStr
        || e instanceof Expr.FormattedValue
        || e instanceof Expr.Interpolation;
  }

  private static String nameOf(Constant value) {
    if (value instanceof Constant.Singleton singleton) {
      switch (singleton) {
        case NONE:
          return "NoneType";
        case ELLIPSIS:
          return "ellipsis";
        default:
          return "bool";
      }
    } else if (value instanceof Constant.Int || value instanceof Constant.BigInt) {
      return "int";
    } else if (value instanceof Constant.Float) {
      return "float";
    } else if (value instanceof Constant.Complex) {
      return "complex";
    } else if (value instanceof Constant.Str) {
      return "str";
    } else if (value instanceof Constant.Bytes) {
      return "bytes";
    } else if (value instanceof Constant.Tuple) {
      return "tuple";
    } else if (value instanceof Constant.FrozenSet) {
      return "frozenset";
    }
    return "object";
  }
}
