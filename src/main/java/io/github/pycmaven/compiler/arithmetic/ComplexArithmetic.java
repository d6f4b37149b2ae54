package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;

/**
 * Python's operators on complex numbers. From 3.14 on a real operand is not made complex first, and
 * infinities survive as C99 wants it.
 *
 * @cpython Objects/complexobject.c (3.14)
 */
final class ComplexArithmetic {
  private static final double LARGEST_FAST_POWER = 100;

  /** As from 3.14 on. */
  static final ComplexArithmetic MIXED = new ComplexArithmetic(true);

  /** As until 3.13. */
  static final ComplexArithmetic PLAIN = new ComplexArithmetic(false);

  private final boolean isMixed;

  private ComplexArithmetic(boolean isMixed) {
    this.isMixed = isMixed;
  }

  Constant fold(String operator, Constant left, Constant right) {
    Complex a = Complex.of(left);
    Complex b = Complex.of(right);
    boolean leftIsReal = isMixed && !(left instanceof Constant.Complex);
    boolean rightIsReal = isMixed && !(right instanceof Constant.Complex);
    Complex result;
    switch (operator) {
      case "+":
        result = sum(a, b, leftIsReal, rightIsReal);
        break;
      case "-":
        result = difference(a, b, leftIsReal, rightIsReal);
        break;
      case "*":
        result = leftIsReal ? b.scaled(a.re) : rightIsReal ? a.scaled(b.re) : product(a, b);
        break;
      case "/":
        if (b.isZero()) {
          return null;
        }
        result =
            rightIsReal
                ? new Complex(a.re / b.re, a.im / b.re)
                : leftIsReal ? quotient(a.re, b) : quotient(a, b);
        break;
      case "**":
        result = power(a, b);
        break;
      default:
        return null;
    }
    return result == null
        ? null
        : new Constant.Complex(
            FloatArithmetic.settled(result.re, 0, 0), FloatArithmetic.settled(result.im, 0, 0));
  }

  private static Complex sum(Complex a, Complex b, boolean leftIsReal, boolean rightIsReal) {
    if (leftIsReal) {
      return new Complex(b.re + a.re, b.im);
    }
    return new Complex(a.re + b.re, rightIsReal ? a.im : a.im + b.im);
  }

  private static Complex difference(Complex a, Complex b, boolean leftIsReal, boolean rightIsReal) {
    return new Complex(a.re - b.re, leftIsReal ? -b.im : rightIsReal ? a.im : a.im - b.im);
  }

  private Complex product(Complex z, Complex w) {
    double re = z.re * w.re - z.im * w.im;
    double im = z.re * w.im + z.im * w.re;
    return isMixed && Double.isNaN(re) && Double.isNaN(im)
        ? infiniteProduct(z, w, re, im)
        : new Complex(re, im);
  }

  /** The product where the plain formula gave NaN for both parts; C11, annex G.5.1. */
  private static Complex infiniteProduct(Complex z, Complex w, double re, double im) {
    Complex a = z;
    Complex b = w;
    boolean again = false;
    if (a.isInfinite()) {
      a = a.boxed();
      b = b.withoutNan();
      again = true;
    }
    if (b.isInfinite()) {
      b = b.boxed();
      a = a.withoutNan();
      again = true;
    }
    boolean overflows =
        Double.isInfinite(z.re * w.re)
            || Double.isInfinite(z.im * w.im)
            || Double.isInfinite(z.re * w.im)
            || Double.isInfinite(z.im * w.re);
    if (!again && overflows) {
      a = a.withoutNan();
      b = b.withoutNan();
      again = true;
    }
    if (!again) {
      return new Complex(re, im);
    }
    double infinity = Double.POSITIVE_INFINITY;
    return new Complex(
        infinity * (a.re * b.re - a.im * b.im), infinity * (a.re * b.im + a.im * b.re));
  }

  private Complex quotient(Complex a, Complex b) {
    double re;
    double im;
    double sizeRe = Math.abs(b.re);
    double sizeIm = Math.abs(b.im);
    if (sizeRe >= sizeIm) {
      double ratio = b.im / b.re;
      double denominator = b.re + b.im * ratio;
      re = (a.re + a.im * ratio) / denominator;
      im = (a.im - a.re * ratio) / denominator;
    } else if (sizeIm >= sizeRe) {
      double ratio = b.re / b.im;
      double denominator = b.re * ratio + b.im;
      re = (a.re * ratio + a.im) / denominator;
      im = (a.im * ratio - a.re) / denominator;
    } else {
      re = Double.NaN;
      im = Double.NaN;
    }
    if (isMixed && Double.isNaN(re) && Double.isNaN(im)) {
      if (a.isInfinite() && b.isFinite()) {
        Complex box = a.boxed();
        return new Complex(
            Double.POSITIVE_INFINITY * (box.re * b.re + box.im * b.im),
            Double.POSITIVE_INFINITY * (box.im * b.re - box.re * b.im));
      }
      if (b.isInfinite() && a.isFinite()) {
        Complex box = b.boxed();
        return new Complex(
            0.0 * (a.re * box.re + a.im * box.im), 0.0 * (a.im * box.re - a.re * box.im));
      }
    }
    return new Complex(re, im);
  }

  private static Complex quotient(double a, Complex b) {
    double re;
    double im;
    double sizeRe = Math.abs(b.re);
    double sizeIm = Math.abs(b.im);
    if (sizeRe >= sizeIm) {
      double ratio = b.im / b.re;
      double denominator = b.re + b.im * ratio;
      re = a / denominator;
      im = (-a * ratio) / denominator;
    } else if (sizeIm >= sizeRe) {
      double ratio = b.re / b.im;
      double denominator = b.re * ratio + b.im;
      re = (a * ratio) / denominator;
      im = (-a) / denominator;
    } else {
      re = Double.NaN;
      im = Double.NaN;
    }
    if (Double.isNaN(re) && Double.isNaN(im) && b.isInfinite() && Math.abs(a) <= Double.MAX_VALUE) {
      Complex box = b.boxed();
      return new Complex(0.0 * (a * box.re), 0.0 * (-a * box.im));
    }
    return new Complex(re, im);
  }

  private Complex power(Complex a, Complex b) {
    Complex result;
    if (b.im == 0 && b.re == Math.floor(b.re) && Math.abs(b.re) <= LARGEST_FAST_POWER) {
      Complex positive = integerPower(a, (int) Math.abs(b.re));
      if (b.re <= 0 && positive.isZero()) {
        return null;
      }
      result = b.re > 0 ? positive : quotient(new Complex(1, 0), positive);
    } else if (a.isZero()) {
      return b.im != 0 || b.re < 0 ? null : new Complex(0, 0);
    } else {
      result = generalPower(a, b);
    }
    return result == null || result.isInfinite() ? null : result;
  }

  private Complex integerPower(Complex base, int exponent) {
    Complex result = new Complex(1, 0);
    Complex square = base;
    for (int mask = 1; mask <= exponent; mask <<= 1) {
      if ((exponent & mask) != 0) {
        result = product(result, square);
      }
      square = product(square, square);
    }
    return result;
  }

  private static Complex generalPower(Complex a, Complex b) {
    double size = PreciseMath.hypotenuse(a.re, a.im);
    double length = PreciseMath.power(size, b.re);
    double angle = PreciseMath.angle(a.im, a.re);
    double phase = angle * b.re;
    if (b.im != 0) {
      length *= PreciseMath.exponential(-angle * b.im);
      phase += b.im * PreciseMath.logarithm(size);
    }
    if (Double.isInfinite(phase)) {
      // The C library finds no sine of that.
      return null;
    }
    return new Complex(length * PreciseMath.cosine(phase), length * PreciseMath.sine(phase));
  }

  private record Complex(double re, double im) {
    static Complex of(Constant value) {
      return value instanceof Constant.Complex z
          ? new Complex(z.real(), z.imaginary())
          : new Complex(Numbers.real(value), 0);
    }

    boolean isZero() {
      return re == 0 && im == 0;
    }

    boolean isInfinite() {
      return Double.isInfinite(re) || Double.isInfinite(im);
    }

    boolean isFinite() {
      return Math.abs(re) <= Double.MAX_VALUE && Math.abs(im) <= Double.MAX_VALUE;
    }

    Complex scaled(double by) {
      return new Complex(re * by, im * by);
    }

    /** Infinite parts become 1, others 0, each with its sign. */
    Complex boxed() {
      return new Complex(
          Math.copySign(Double.isInfinite(re) ? 1.0 : 0.0, re),
          Math.copySign(Double.isInfinite(im) ? 1.0 : 0.0, im));
    }

    Complex withoutNan() {
      return new Complex(
          Double.isNaN(re) ? Math.copySign(0.0, re) : re,
          Double.isNaN(im) ? Math.copySign(0.0, im) : im);
    }
  }
}
