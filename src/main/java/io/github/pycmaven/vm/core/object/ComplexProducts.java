package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;

/**
 * Product and quotient of complex numbers, with the infinities that C's Annex G wants where the
 * plain formulas give NaN in both parts.
 *
 * @cpython Objects/complexobject.c:_Py_c_prod
 */
final class ComplexProducts {
  private ComplexProducts() {}

  /** An infinite part as one of 1, a finite one as 0, with its sign. */
  private static double boxed(double v) {
    return Math.copySign(Double.isInfinite(v) ? 1.0 : 0.0, v);
  }

  private static double withoutNaN(double v) {
    return Double.isNaN(v) ? Math.copySign(0.0, v) : v;
  }

  private static boolean isInfinite(double x, double y) {
    return Double.isInfinite(x) || Double.isInfinite(y);
  }

  private static boolean isFinite(double x, double y) {
    return Double.isFinite(x) && Double.isFinite(y);
  }

  static PyComplex product(double a, double b, double c, double d) {
    double re = a * c - b * d;
    double im = a * d + b * c;
    if (!Double.isNaN(re) || !Double.isNaN(im)) {
      return new PyComplex(re, im);
    }
    boolean left = isInfinite(a, b);
    boolean right = isInfinite(c, d);
    boolean overflow = isInfinite(a * c, b * d) || isInfinite(a * d, b * c);
    if (!left && !right && !overflow) {
      return new PyComplex(re, im);
    }
    double w = left ? boxed(a) : withoutNaN(a);
    double x = left ? boxed(b) : withoutNaN(b);
    double y = right ? boxed(c) : withoutNaN(c);
    double z = right ? boxed(d) : withoutNaN(d);
    return new PyComplex(
        Double.POSITIVE_INFINITY * (w * y - x * z), Double.POSITIVE_INFINITY * (w * z + x * y));
  }

  static PyComplex quotient(double re, double im, double c, double d) {
    double x;
    double y;
    if (Math.abs(c) >= Math.abs(d)) {
      requireNotZero(c);
      double ratio = d / c;
      double denominator = c + d * ratio;
      x = (re + im * ratio) / denominator;
      y = (im - re * ratio) / denominator;
    } else if (Math.abs(d) >= Math.abs(c)) {
      double ratio = c / d;
      double denominator = c * ratio + d;
      x = (re * ratio + im) / denominator;
      y = (im * ratio - re) / denominator;
    } else {
      x = Double.NaN;
      y = Double.NaN;
    }
    if (Double.isNaN(x) && Double.isNaN(y)) {
      if (isInfinite(re, im) && isFinite(c, d)) {
        double p = boxed(re);
        double q = boxed(im);
        x = Double.POSITIVE_INFINITY * (p * c + q * d);
        y = Double.POSITIVE_INFINITY * (q * c - p * d);
      } else if (isInfinite(c, d) && isFinite(re, im)) {
        double p = boxed(c);
        double q = boxed(d);
        x = 0.0 * (re * p + im * q);
        y = 0.0 * (im * p - re * q);
      }
    }
    return new PyComplex(x, y);
  }

  /** A real number divided by a complex one. */
  static PyComplex quotient(double a, double c, double d) {
    double x;
    double y;
    if (Math.abs(c) >= Math.abs(d)) {
      requireNotZero(c);
      double ratio = d / c;
      double denominator = c + d * ratio;
      x = a / denominator;
      y = -a * ratio / denominator;
    } else if (Math.abs(d) >= Math.abs(c)) {
      double ratio = c / d;
      double denominator = c * ratio + d;
      x = a * ratio / denominator;
      y = -a / denominator;
    } else {
      x = Double.NaN;
      y = Double.NaN;
    }
    if (Double.isNaN(x) && Double.isNaN(y) && Double.isFinite(a) && isInfinite(c, d)) {
      x = 0.0 * (a * boxed(c));
      y = 0.0 * (-a * boxed(d));
    }
    return new PyComplex(x, y);
  }

  private static void requireNotZero(double c) {
    if (c == 0) {
      throw Exc.zeroDivision("division by zero");
    }
  }
}
