package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;
import java.math.BigInteger;

/**
 * Python's operators on ints, with the compiler's limits on the size of results.
 *
 * @cpython Objects/longobject.c, Python/flowgraph.c:const_folding_safe_power
 */
final class IntArithmetic {
  private static final int MAX_BITS = 128;

  /** Bits of a quotient that decide how it is rounded to a double. */
  private static final int QUOTIENT_BITS = 66;

  private IntArithmetic() {}

  static Constant fold(String operator, BigInteger a, BigInteger b, boolean areBools) {
    switch (operator) {
      case "+":
        return Numbers.of(a.add(b));
      case "-":
        return Numbers.of(a.subtract(b));
      case "*":
        return isTooLong(a, b) ? null : Numbers.of(a.multiply(b));
      case "/":
        return trueDivide(a, b);
      case "//":
        return b.signum() == 0 ? null : Numbers.of(floorDivide(a, b));
      case "%":
        return b.signum() == 0 ? null : Numbers.of(a.subtract(floorDivide(a, b).multiply(b)));
      case "**":
        return power(a, b);
      case "<<":
        return shiftLeft(a, b);
      case ">>":
        return shiftRight(a, b);
      case "|":
        return bitwise(a.or(b), areBools);
      case "^":
        return bitwise(a.xor(b), areBools);
      case "&":
        return bitwise(a.and(b), areBools);
      default:
        return null;
    }
  }

  private static boolean isTooLong(BigInteger a, BigInteger b) {
    return a.signum() != 0
        && b.signum() != 0
        && Numbers.bits(a) + (long) Numbers.bits(b) > MAX_BITS;
  }

  private static Constant bitwise(BigInteger value, boolean areBools) {
    return areBools ? Constant.Singleton.of(value.signum() != 0) : Numbers.of(value);
  }

  private static BigInteger floorDivide(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    boolean isBelow = parts[1].signum() != 0 && parts[1].signum() != b.signum();
    return isBelow ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Constant power(BigInteger a, BigInteger b) {
    if (a.signum() != 0 && b.signum() > 0) {
      if (b.bitLength() > 31 || Numbers.bits(a) > MAX_BITS / b.intValue()) {
        return null;
      }
      return Numbers.of(a.pow(b.intValue()));
    }
    if (b.signum() >= 0) {
      return Numbers.of(b.signum() == 0 ? BigInteger.ONE : BigInteger.ZERO);
    }
    double base = a.doubleValue();
    double exponent = b.doubleValue();
    return Double.isInfinite(base) || Double.isInfinite(exponent)
        ? null
        : FloatArithmetic.fold("**", base, exponent);
  }

  private static Constant shiftLeft(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return null;
    }
    if (a.signum() == 0 || b.signum() == 0) {
      return Numbers.of(a);
    }
    if (b.bitLength() > 31
        || b.intValue() > MAX_BITS
        || Numbers.bits(a) > MAX_BITS - b.intValue()) {
      return null;
    }
    return Numbers.of(a.shiftLeft(b.intValue()));
  }

  private static Constant shiftRight(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return null;
    }
    return Numbers.of(
        b.bitLength() > 31
            ? BigInteger.valueOf(a.signum() < 0 ? -1 : 0)
            : a.shiftRight(b.intValue()));
  }

  /** The double nearest to the quotient, ties to even; null if it is too large. */
  private static Constant trueDivide(BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      return null;
    }
    if (a.bitLength() <= 53 && b.bitLength() <= 53) {
      return new Constant.Float((double) a.longValue() / (double) b.longValue());
    }
    boolean isNegative = a.signum() < 0 != b.signum() < 0;
    int shift = Math.max(0, QUOTIENT_BITS - (Numbers.bits(a) - Numbers.bits(b)));
    BigInteger[] parts = a.abs().shiftLeft(shift).divideAndRemainder(b.abs());
    BigInteger quotient = parts[0].shiftLeft(1);
    if (parts[1].signum() != 0) {
      quotient = quotient.setBit(0);
    }
    double result = scaled(quotient, -shift - 1);
    if (Double.isInfinite(result)) {
      return null;
    }
    return new Constant.Float(isNegative ? -result : result);
  }

  /**
   * The double nearest to {@code value * 2**exponent}, whose lowest bit stands for all below it.
   */
  private static double scaled(BigInteger value, int exponent) {
    if (value.signum() == 0) {
      return 0.0;
    }
    // The exponent of the last bit that the double can hold.
    int last = Math.max(value.bitLength() + exponent - 53, -1074);
    int drop = last - exponent;
    if (drop > value.bitLength() + 1) {
      return 0.0;
    }
    BigInteger kept = drop > 0 ? value.shiftRight(drop) : value.shiftLeft(-drop);
    if (drop > 0) {
      boolean half = value.testBit(drop - 1);
      boolean more = drop > 1 && value.getLowestSetBit() < drop - 1;
      if (half && (more || kept.testBit(0))) {
        kept = kept.add(BigInteger.ONE);
      }
    }
    if (kept.bitLength() + last > 1024) {
      return Double.POSITIVE_INFINITY;
    }
    // At most 53 bits, or a power of two: exact in each step.
    double result = kept.doubleValue();
    int left = last;
    while (left != 0) {
      int step = Math.max(-1000, Math.min(1000, left));
      result *= Double.longBitsToDouble((long) (step + 1023) << 52);
      left -= step;
    }
    return result;
  }
}
