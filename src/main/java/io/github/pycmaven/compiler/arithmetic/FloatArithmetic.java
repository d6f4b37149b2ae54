package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;

/**
 * Python's operators on floats.
 *
 * @cpython Objects/floatobject.c
 */
final class FloatArithmetic {
  /** The NaN that x86-64 makes; other machines, and so their JVMs, make another. */
  private static final double DEFAULT_NAN = Double.longBitsToDouble(0xfff8000000000000L);

  private FloatArithmetic() {}

  /** The result on x86-64: of a NaN among the operands the first is passed on. */
  static double settled(double result, double a, double b) {
    return !Double.isNaN(result) ? result : Double.isNaN(a) ? a : Double.isNaN(b) ? b : DEFAULT_NAN;
  }

  static Constant fold(String operator, double a, double b) {
    Constant result = plain(operator, a, b);
    return result instanceof Constant.Float f && Double.isNaN(f.value())
        ? new Constant.Float(settled(f.value(), a, b))
        : result;
  }

  private static Constant plain(String operator, double a, double b) {
    switch (operator) {
      case "+":
        return new Constant.Float(a + b);
      case "-":
        return new Constant.Float(a - b);
      case "*":
        return new Constant.Float(a * b);
      case "/":
        return b == 0 ? null : new Constant.Float(a / b);
      case "//":
        return b == 0 ? null : new Constant.Float(floorDivide(a, b));
      case "%":
        return b == 0 ? null : new Constant.Float(remainder(a, b));
      case "**":
        return power(a, b);
      default:
        return null;
    }
  }

  private static double remainder(double a, double b) {
    double mod = a % b;
    if (mod == 0) {
      return Math.copySign(0.0, b);
    }
    return b < 0 != mod < 0 ? mod + b : mod;
  }

  private static double floorDivide(double a, double b) {
    double mod = a % b;
    double quotient = (a - mod) / b;
    if (mod != 0 && b < 0 != mod < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static Constant power(double a, double b) {
    if (b == 0) {
      return new Constant.Float(1);
    }
    if (Double.isNaN(a)) {
      return new Constant.Float(a);
    }
    if (Double.isNaN(b)) {
      return new Constant.Float(a == 1 ? 1 : b);
    }
    if (Double.isInfinite(b)) {
      double size = Math.abs(a);
      double result = size == 1 ? 1 : b > 0 == size > 1 ? Double.POSITIVE_INFINITY : 0;
      return new Constant.Float(result);
    }
    boolean isOdd = Math.abs(b) % 2 == 1;
    if (Double.isInfinite(a)) {
      double size = b > 0 ? Double.POSITIVE_INFINITY : 0;
      return new Constant.Float(isOdd ? Math.copySign(size, a) : size);
    }
    if (a == 0) {
      return b < 0 ? null : new Constant.Float(isOdd ? a : 0);
    }
    if (a < 0 && b != Math.floor(b)) {
      return ComplexArithmetic.MIXED.fold("**", new Constant.Float(a), new Constant.Float(b));
    }
    double size = a == 1 || a == -1 ? 1 : PreciseMath.power(Math.abs(a), b);
    if (Double.isInfinite(size)) {
      return null;
    }
    return new Constant.Float(a < 0 && isOdd ? -size : size);
  }
}
