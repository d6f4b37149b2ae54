package io.github.pycmaven.compiler.ast;

/**
 * A comparison.
 *
 * @cpython Parser/Python.asdl
 */
public enum CompareOperator {
  EQ("=="),
  NOT_EQ("!="),
  LT("<"),
  LT_E("<="),
  GT(">"),
  GT_E(">="),
  IS("is"),
  IS_NOT("is not"),
  IN("in"),
  NOT_IN("not in");

  private final String symbol;

  CompareOperator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as it is written in a source. */
  public String symbol() {
    return symbol;
  }
}
