package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;
import java.math.BigInteger;

/**
 * Binary operators on constants. Null stands for whatever Python would raise, and for results that
 * would be too large.
 *
 * @cpython Python/flowgraph.c:eval_const_binop
 */
public final class BinaryFolding {
  private BinaryFolding() {}

  /** As from 3.14 on. */
  public static Constant fold(String operator, Constant left, Constant right) {
    return fold(operator, left, right, ComplexArithmetic.MIXED);
  }

  /** As until 3.13, when a real operand was made complex if the other one was. */
  public static Constant foldUnmixed(String operator, Constant left, Constant right) {
    return fold(operator, left, right, ComplexArithmetic.PLAIN);
  }

  private static Constant fold(
      String operator, Constant left, Constant right, ComplexArithmetic complex) {
    if (operator.equals("[]")) {
      return Subscripts.get(left, right);
    }
    BigInteger a = Numbers.integer(left);
    BigInteger b = Numbers.integer(right);
    if (a != null && b != null) {
      boolean areBools = Numbers.isBool(left) && Numbers.isBool(right);
      return IntArithmetic.fold(operator, a, b, areBools);
    }
    if (left instanceof Constant.Complex || right instanceof Constant.Complex) {
      return isNumber(left) && isNumber(right) ? complex.fold(operator, left, right) : null;
    }
    if (Numbers.isReal(left) && Numbers.isReal(right)) {
      return Numbers.isTooLarge(left) || Numbers.isTooLarge(right)
          ? null
          : FloatArithmetic.fold(operator, Numbers.real(left), Numbers.real(right));
    }
    if (operator.equals("+")) {
      return Sequences.concatenate(left, right);
    }
    if (operator.equals("*")) {
      if (a != null) {
        return Sequences.repeat(right, a);
      }
      return b == null ? null : Sequences.repeat(left, b);
    }
    return null;
  }

  private static boolean isNumber(Constant value) {
    return value instanceof Constant.Complex || Numbers.isReal(value) && !Numbers.isTooLarge(value);
  }
}
