package io.github.pycmaven.compiler.ast;

/**
 * A binary arithmetic operator, as in {@code a + b} and {@code a += b}.
 *
 * @cpython Parser/Python.asdl
 */
public enum BinaryOperator {
  ADD("+"),
  SUB("-"),
  MULT("*"),
  MAT_MULT("@"),
  DIV("/"),
  MOD("%"),
  POW("**"),
  L_SHIFT("<<"),
  R_SHIFT(">>"),
  BIT_OR("|"),
  BIT_XOR("^"),
  BIT_AND("&"),
  FLOOR_DIV("//");

  private final String symbol;

  BinaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as it is written in a source. */
  public String symbol() {
    return symbol;
  }
}
