package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Float operations whose result must not depend on the JVM. */
public final class FloatMath {
  /** The prime of numeric hashes. */
  static final long HASH_MODULUS = (1L << 61) - 1;

  private FloatMath() {}

  /** The nearest double, infinite if too large. */
  static double toDouble(BigInteger v) {
    return v.doubleValue();
  }

  /** The correctly rounded quotient of two ints. */
  static double divide(BigInteger a, BigInteger b) {
    boolean negative = a.signum() * b.signum() < 0;
    BigInteger x = a.abs();
    BigInteger y = b.abs();
    if (x.signum() == 0) {
      return negative ? -0.0 : 0.0;
    }
    int shift = y.bitLength() - x.bitLength() + 66;
    // Subnormal results keep fewer bits: never compute more than 2^-1076 can hold.
    shift = Math.min(shift, 1076);
    BigInteger n = shift >= 0 ? x.shiftLeft(shift) : x;
    BigInteger d = shift >= 0 ? y : y.shiftLeft(-shift);
    BigInteger[] qr = n.divideAndRemainder(d);
    BigInteger q = qr[1].signum() != 0 ? qr[0].setBit(0) : qr[0];
    if (qr[1].signum() != 0 && !qr[0].testBit(0)) {
      q = qr[0].or(BigInteger.ONE);
    }
    double r;
    if (shift < 1076) {
      r = scale(q, -shift);
    } else {
      r = new BigDecimal(q).divide(new BigDecimal(BigInteger.ONE.shiftLeft(shift))).doubleValue();
    }
    if (Double.isInfinite(r)) {
      throw Exc.overflowError("integer division result too large for a float");
    }
    return negative ? -r : r;
  }

  private static double scale(BigInteger q, int exponent) {
    double m = q.doubleValue();
    int e = Math.getExponent(m) + exponent;
    if (e > 1023) {
      return Double.POSITIVE_INFINITY;
    }
    if (e >= -1022) {
      return Math.scalb(m, exponent);
    }
    return new BigDecimal(q)
        .divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)))
        .doubleValue();
  }

  /** {@code x ** y} for floats, with Python's errors. */
  public static double power(double x, double y) {
    if (y == 0) {
      return 1.0;
    }
    if (x == 0 && y < 0 && !Double.isInfinite(y)) {
      throw Exc.zeroDivision("zero to a negative power");
    }
    if (x == 1) {
      return 1.0;
    }
    if (x == -1 && Double.isInfinite(y)) {
      return 1.0;
    }
    double r = Math.pow(x, y);
    if (Double.isInfinite(r) && !Double.isInfinite(x) && !Double.isInfinite(y)) {
      throw Exc.overflowError(34, "Numerical result out of range");
    }
    return r;
  }

  /** {@code x % y}. */
  static double remainder(double x, double y) {
    if (y == 0) {
      throw Exc.zeroDivision("division by zero");
    }
    double m = x % y;
    if (m != 0) {
      if ((y < 0) != (m < 0)) {
        m += y;
      }
    } else {
      m = Math.copySign(0.0, y);
    }
    return m;
  }

  /** {@code x // y}. */
  static double floorDivide(double x, double y) {
    if (y == 0) {
      throw Exc.zeroDivision("division by zero");
    }
    double m = x % y;
    double div = (x - m) / y;
    if (m != 0 && (y < 0) != (m < 0)) {
      div -= 1.0;
    }
    if (div == 0) {
      return Math.copySign(0.0, x / y);
    }
    double f = Math.floor(div);
    return div - f > 0.5 ? f + 1.0 : f;
  }

  /** The hash, equal for equal ints. */
  public static long hash(double v, PyObject object) {
    if (v == (long) v && Math.abs(v) < HASH_MODULUS) {
      long i = (long) v;
      return i == -1 ? -2 : i;
    }
    if (Double.isInfinite(v)) {
      return v > 0 ? 314159 : -314159;
    }
    if (Double.isNaN(v)) {
      return System.identityHashCode(object);
    }
    int e = Math.getExponent(v);
    if (e < -1022) {
      e = -1074;
    } else {
      e -= 52;
    }
    long bits = Double.doubleToRawLongBits(Math.abs(v));
    long m = bits & 0xfffffffffffffL;
    if (Math.getExponent(v) >= -1022) {
      m |= 1L << 52;
    }
    int shift = Math.floorMod(e, 61);
    long h = rotate(m % HASH_MODULUS, shift);
    h = v < 0 ? -h : h;
    return h == -1 ? -2 : h;
  }

  private static long rotate(long m, int n) {
    BigInteger p = BigInteger.valueOf(m).shiftLeft(n);
    return p.mod(BigInteger.valueOf(HASH_MODULUS)).longValue();
  }

  /** The int part as an int object. */
  static PyInt truncate(double v) {
    if (Double.isNaN(v)) {
      throw Exc.valueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(v)) {
      throw Exc.overflowError("cannot convert float infinity to integer");
    }
    if (Math.abs(v) < 9.2e18) {
      return PyInt.of((long) v);
    }
    return PyInt.of(new BigDecimal(v).toBigInteger());
  }

  /** Compares a float with an int exactly; the float is no NaN. */
  static int compare(double a, PyInt b) {
    if (!b.isBig() && Math.abs(b.value) <= 1L << 53) {
      return Double.compare(a + 0.0, (double) b.value + 0.0) == 0 || a == b.value
          ? 0
          : a < b.value ? -1 : 1;
    }
    if (Double.isInfinite(a)) {
      return a > 0 ? 1 : -1;
    }
    return new BigDecimal(a).compareTo(new BigDecimal(b.big()));
  }
}
