package io.github.pycmaven.compiler.ast;

/**
 * A unary operator.
 *
 * @cpython Parser/Python.asdl
 */
public enum UnaryOperator {
  INVERT("~"),
  NOT("not"),
  U_ADD("+"),
  U_SUB("-");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as it is written in a source. */
  public String symbol() {
    return symbol;
  }
}
