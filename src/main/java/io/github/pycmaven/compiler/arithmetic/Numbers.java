package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;
import java.math.BigInteger;

/** Constants as numbers and back. */
final class Numbers {
  private Numbers() {}

  static boolean isBool(Constant value) {
    return value == Constant.Singleton.TRUE || value == Constant.Singleton.FALSE;
  }

  /** The value of an int or bool; otherwise null. */
  static BigInteger integer(Constant value) {
    if (value instanceof Constant.Int i) {
      return BigInteger.valueOf(i.value());
    }
    if (value instanceof Constant.BigInt i) {
      return i.value();
    }
    if (isBool(value)) {
      return value == Constant.Singleton.TRUE ? BigInteger.ONE : BigInteger.ZERO;
    }
    return null;
  }

  static Constant of(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? new Constant.Int(value.longValue())
        : new Constant.BigInt(value);
  }

  /** How many bits the magnitude has. */
  static int bits(BigInteger value) {
    return value.abs().bitLength();
  }

  static boolean isReal(Constant value) {
    return value instanceof Constant.Float || integer(value) != null;
  }

  /** The double nearest to a real constant; infinite if an int is too large for one. */
  static double real(Constant value) {
    if (value instanceof Constant.Float f) {
      return f.value();
    }
    if (value instanceof Constant.Int i) {
      return i.value();
    }
    return integer(value).doubleValue();
  }

  /** Whether a constant is an int that no double can stand for. */
  static boolean isTooLarge(Constant value) {
    return value instanceof Constant.BigInt i && Double.isInfinite(i.value().doubleValue());
  }
}
