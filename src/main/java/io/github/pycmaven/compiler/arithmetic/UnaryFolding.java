package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.target.Op;
import java.math.BigInteger;

/**
 * Unary operators on constants. Null stands for whatever Python would raise.
 *
 * @cpython Python/flowgraph.c:eval_const_unaryop
 */
public final class UnaryFolding {
  private UnaryFolding() {}

  public static Constant fold(Op op, Constant operand) {
    switch (op) {
      case UNARY_NOT:
        return Constant.Singleton.of(!Truth.of(operand));
      case UNARY_NEGATIVE:
        return negative(operand);
      case UNARY_INVERT:
        BigInteger value = Numbers.integer(operand);
        // Of a bool it is deprecated, and left for the interpreter to warn of.
        return value == null || Numbers.isBool(operand) ? null : Numbers.of(value.not());
      default:
        return positive(operand);
    }
  }

  private static Constant negative(Constant operand) {
    if (operand instanceof Constant.Float f) {
      return new Constant.Float(-f.value());
    }
    if (operand instanceof Constant.Complex z) {
      return new Constant.Complex(-z.real(), -z.imaginary());
    }
    BigInteger value = Numbers.integer(operand);
    return value == null ? null : Numbers.of(value.negate());
  }

  private static Constant positive(Constant operand) {
    if (operand instanceof Constant.Float || operand instanceof Constant.Complex) {
      return operand;
    }
    BigInteger value = Numbers.integer(operand);
    return value == null ? null : Numbers.of(value);
  }
}
