package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.code.Constant;
import java.util.List;

/** What counts as a docstring. */
public final class Docstrings {
  private Docstrings() {}

  /** Whether the first statement is a plain string. */
  public static boolean startsWithOne(List<Stmt> body) {
    return !body.isEmpty()
        && body.get(0) instanceof Stmt.ExprStmt statement
        && statement.value() instanceof Expr.ConstantExpr constant
        && constant.value() instanceof Constant.Str;
  }
}
