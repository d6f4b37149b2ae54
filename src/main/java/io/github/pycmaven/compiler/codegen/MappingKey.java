package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Constants as keys of a dict: numbers are equal by value, whatever their type.
 *
 * @cpython Objects/object.c:PyObject_RichCompare
 */
final class MappingKey {
  private MappingKey() {}

  /** An object that equals the key of every constant that Python deems equal. */
  static Object of(Constant value) {
    if (value == Constant.Singleton.TRUE) {
      return BigInteger.ONE;
    } else if (value == Constant.Singleton.FALSE) {
      return BigInteger.ZERO;
    } else if (value instanceof Constant.Int number) {
      return BigInteger.valueOf(number.value());
    } else if (value instanceof Constant.BigInt number) {
      return number.value();
    } else if (value instanceof Constant.Float number) {
      return real(number.value());
    } else if (value instanceof Constant.Complex number && number.imaginary() == 0) {
      return real(number.real());
    } else if (value instanceof Constant.Complex number) {
      // -0.0 equals 0.0.
      return new Constant.Complex(number.real() + 0.0, number.imaginary());
    }
    return value;
  }

  private static Object real(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    BigDecimal exact = new BigDecimal(value);
    return exact.stripTrailingZeros().scale() <= 0
        ? exact.toBigInteger()
        : exact.stripTrailingZeros();
  }
}
