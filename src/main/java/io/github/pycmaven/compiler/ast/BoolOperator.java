package io.github.pycmaven.compiler.ast;

/**
 * A short-circuit operator.
 *
 * @cpython Parser/Python.asdl
 */
public enum BoolOperator {
  AND("and"),
  OR("or");

  private final String symbol;

  BoolOperator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as it is written in a source. */
  public String symbol() {
    return symbol;
  }
}
