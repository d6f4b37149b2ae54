package io.github.pycmaven.vm.module.math;

/**
 * Elementary functions whose results are the same on every JVM. What {@link StrictMath} lacks is
 * made from what it has.
 */
final class Elementary {
  private static final double LN2 = 0.69314718055994530942;

  private Elementary() {}

  static double asinh(double x) {
    double a = Math.abs(x);
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    if (a < 0x1p-28) {
      return x;
    }
    double w;
    if (a > 0x1p28) {
      w = StrictMath.log(a) + LN2;
    } else if (a > 2) {
      w = StrictMath.log(2 * a + 1 / (Math.sqrt(x * x + 1) + a));
    } else {
      double t = x * x;
      w = StrictMath.log1p(a + t / (1 + Math.sqrt(1 + t)));
    }
    return Math.copySign(w, x);
  }

  static double acosh(double x) {
    if (x < 1) {
      return Double.NaN;
    }
    if (x >= 0x1p28) {
      return StrictMath.log(x) + LN2;
    }
    if (x == 1) {
      return 0;
    }
    if (x > 2) {
      double t = x * x;
      return StrictMath.log(2 * x - 1 / (x + Math.sqrt(t - 1)));
    }
    double t = x - 1;
    return StrictMath.log1p(t + Math.sqrt(2 * t + t * t));
  }

  static double atanh(double x) {
    double a = Math.abs(x);
    if (!(a < 1)) {
      return a == 1 ? x / 0.0 : Double.NaN;
    }
    if (a < 0x1p-28) {
      return x;
    }
    double t = a + a;
    t = a < 0.5 ? 0.5 * StrictMath.log1p(t + t * a / (1 - a)) : 0.5 * StrictMath.log1p(t / (1 - a));
    return Math.copySign(t, x);
  }

  /** The base-2 logarithm, exact for powers of two. */
  static double log2(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return x > 0 ? x : x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }
    int e = exponent(x);
    double m = StrictMath.scalb(x, -e);
    // Near 1 the whole value is taken, for m and e would cancel each other.
    return x > 1 ? StrictMath.log(2 * m) / LN2 + (e - 1) : StrictMath.log(m) / LN2 + e;
  }

  /** The exponent that {@code frexp} gives for a finite number that is not zero. */
  static int exponent(double x) {
    int e = Math.getExponent(x);
    return e < Double.MIN_EXPONENT ? Math.getExponent(x * 0x1p60) - 59 : e + 1;
  }

  static double exp2(double x) {
    return StrictMath.pow(2, x);
  }

  /** The error function for small arguments, by its series. */
  private static double erfSeries(double x) {
    double square = x * x;
    double sum = 0;
    double at = 25.5;
    for (int i = 0; i < 25; i++) {
      sum = 2 + square * sum / at;
      at -= 1;
    }
    return sum * x * StrictMath.exp(-square) / Math.sqrt(Math.PI);
  }

  /** The complement for large arguments, by its continued fraction. */
  private static double erfcFraction(double x) {
    if (x >= 30) {
      return 0;
    }
    double square = x * x;
    double a = 0;
    double da = 0.5;
    double p = 1;
    double p0 = 0;
    double q = da + square;
    double q0 = 1;
    for (int i = 0; i < 50; i++) {
      a += da;
      da += 2;
      double b = da + square;
      double t = p;
      p = b * p - a * p0;
      p0 = t;
      t = q;
      q = b * q - a * q0;
      q0 = t;
    }
    return p / q * x * StrictMath.exp(-square) / Math.sqrt(Math.PI);
  }

  static double erf(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    double a = Math.abs(x);
    if (a < 1.5) {
      return erfSeries(x);
    }
    double c = erfcFraction(a);
    return x > 0 ? 1 - c : c - 1;
  }

  static double erfc(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    double a = Math.abs(x);
    if (a < 1.5) {
      return 1 - erfSeries(x);
    }
    double c = erfcFraction(a);
    return x > 0 ? c : 2 - c;
  }

  /** C's {@code ldexp}: one rounding, also into the subnormal numbers. */
  static double scale(double x, long by) {
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    int n = by > 5000 ? 5000 : by < -5000 ? -5000 : (int) by;
    return Math.scalb(x, n);
  }
}
