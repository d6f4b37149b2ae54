package io.github.pycmaven.compiler.ast;

import java.util.List;

/**
 * A whole source, by the way it is compiled.
 *
 * @cpython Parser/Python.asdl
 */
public sealed interface Mod {
  /** Calls the visitor's method for this node's kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of node; exhaustive because nothing has a default. */
  interface Visitor<R> {
    R visitModule(Module node);

    R visitInteractive(Interactive node);

    R visitExpression(Expression node);

    R visitFunctionType(FunctionType node);
  }

  /** A file ("exec"). */
  record Module(List<Stmt> body) implements Mod {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitModule(this);
    }
  }

  /** One interactive statement ("single"). */
  record Interactive(List<Stmt> body) implements Mod {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitInteractive(this);
    }
  }

  /** One expression ("eval"). */
  record Expression(Expr body) implements Mod {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitExpression(this);
    }
  }

  /** A signature type comment ("func_type"). */
  record FunctionType(List<Expr> argtypes, Expr returns) implements Mod {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFunctionType(this);
    }
  }
}
