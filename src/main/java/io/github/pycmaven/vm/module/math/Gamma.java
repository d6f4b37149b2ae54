package io.github.pycmaven.vm.module.math;

/**
 * The gamma function by Lanczos' approximation with the parameters that CPython uses, so that
 * results agree.
 *
 * @cpython Modules/mathmodule.c:m_tgamma
 */
final class Gamma {
  private static final double G = 6.024680040776729583740234375;
  private static final double G_MINUS_HALF = 5.524680040776729583740234375;
  private static final double LOG_PI = 1.144729885849400174143427351353058711647;
  private static final double[] NUMERATOR = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786772,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408
  };
  private static final double[] DENOMINATOR = {
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0
  };

  private Gamma() {}

  /** {@code sin(pi x)} without the error of {@code pi x}. */
  private static double sinPi(double x) {
    double y = Math.abs(x) % 2.0;
    double r;
    switch ((int) Math.floor(2 * y + 0.5)) {
      case 0:
        r = StrictMath.sin(Math.PI * y);
        break;
      case 1:
        r = StrictMath.cos(Math.PI * (y - 0.5));
        break;
      case 2:
        r = StrictMath.sin(Math.PI * (1.0 - y));
        break;
      case 3:
        r = -StrictMath.cos(Math.PI * (y - 1.5));
        break;
      default:
        r = StrictMath.sin(Math.PI * (y - 2.0));
    }
    return Math.copySign(1.0, x) * r;
  }

  private static double lanczosSum(double x) {
    double n = 0;
    double d = 0;
    if (x < 5) {
      for (int i = NUMERATOR.length - 1; i >= 0; i--) {
        n = n * x + NUMERATOR[i];
        d = d * x + DENOMINATOR[i];
      }
    } else {
      for (int i = 0; i < NUMERATOR.length; i++) {
        n = n / x + NUMERATOR[i];
        d = d / x + DENOMINATOR[i];
      }
    }
    return n / d;
  }

  /** Gamma; NaN at a pole below zero, infinite at zero and where it is too large. */
  static double gamma(double x) {
    if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (x == Double.NEGATIVE_INFINITY) {
      return Double.NaN;
    }
    if (x == 0) {
      return 1 / x;
    }
    if (x == Math.floor(x)) {
      if (x < 0) {
        return Double.NaN;
      }
      if (x <= 23) {
        double f = 1;
        for (int i = 2; i < x; i++) {
          f *= i;
        }
        return f;
      }
    }
    double a = Math.abs(x);
    if (a < 1e-20) {
      return 1 / x;
    }
    if (a > 200) {
      return x < 0 ? 0.0 / sinPi(x) : Double.POSITIVE_INFINITY;
    }
    double y = a + G_MINUS_HALF;
    double error = a > G_MINUS_HALF ? (y - a) - G_MINUS_HALF : (y - G_MINUS_HALF) - a;
    double z = error * G / y;
    double r;
    if (x < 0) {
      r = -Math.PI / sinPi(a) / a * StrictMath.exp(y) / lanczosSum(a);
      r -= z * r;
      if (a < 140) {
        return r / StrictMath.pow(y, a - 0.5);
      }
      double root = StrictMath.pow(y, a / 2 - 0.25);
      return r / root / root;
    }
    r = lanczosSum(a) / StrictMath.exp(y);
    r += z * r;
    if (a < 140) {
      return r * StrictMath.pow(y, a - 0.5);
    }
    double root = StrictMath.pow(y, a / 2 - 0.25);
    return r * root * root;
  }

  /** The logarithm of gamma's absolute value. */
  static double logGamma(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (Double.isInfinite(x)) {
      return Double.POSITIVE_INFINITY;
    }
    if (x == Math.floor(x) && x <= 2) {
      return x <= 0 ? Double.POSITIVE_INFINITY : 0;
    }
    double a = Math.abs(x);
    if (a < 1e-20) {
      return -StrictMath.log(a);
    }
    double r = StrictMath.log(lanczosSum(a)) - G;
    r += (a - 0.5) * (StrictMath.log(a + G - 0.5) - 1);
    if (x < 0) {
      r = LOG_PI - StrictMath.log(Math.abs(sinPi(a))) - StrictMath.log(a) - r;
    }
    return r;
  }
}
