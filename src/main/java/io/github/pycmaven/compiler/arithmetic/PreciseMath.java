package io.github.pycmaven.compiler.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Functions whose double results are the nearest ones, as those of the C library nearly always are.
 * Java's own may be off by one in the last place.
 *
 * <p>Slow, and good enough for that: powers of float constants are rare.
 */
final class PreciseMath {
  private static final int DIGITS = 90;
  private static final MathContext MC = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** What is that close to a tie, relatively, is one. */
  private static final BigDecimal SNAP = new BigDecimal("1e-40");

  /** Results whose natural logarithm is larger overflow; smaller than its negative, they vanish. */
  private static final int LARGEST_LOGARITHM = 760;

  private PreciseMath() {}

  /** {@code base ** exponent} for a base that is not negative. */
  static double power(double base, double exponent) {
    if (exponent == 1 || base == 1) {
      return base;
    }
    if (exponent == 0) {
      return 1;
    }
    if (!isFinite(base) || !isFinite(exponent) || base == 0) {
      return StrictMath.pow(base, exponent);
    }
    if (exponent == 2) {
      return base * base;
    }
    if (exponent == 0.5) {
      return Math.sqrt(base);
    }
    if (exponent == -1) {
      return 1 / base;
    }
    double rough = exponent * StrictMath.log(base);
    if (Math.abs(rough) > LARGEST_LOGARITHM) {
      return rough > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    BigDecimal logarithm = ln(new BigDecimal(base)).multiply(new BigDecimal(exponent), MC);
    return nearest(exp(logarithm));
  }

  private static boolean isFinite(double x) {
    return Math.abs(x) <= Double.MAX_VALUE;
  }

  /** {@code e ** x}. */
  static double exponential(double x) {
    if (Double.isNaN(x) || Math.abs(x) > LARGEST_LOGARITHM) {
      return x > 0 ? Double.POSITIVE_INFINITY : x < 0 ? 0 : x;
    }
    return x == 0 ? 1 : nearest(exp(new BigDecimal(x)));
  }

  /** The natural logarithm of a positive number. */
  static double logarithm(double x) {
    if (!isFinite(x)) {
      return x;
    }
    return x == 1 ? 0 : nearest(ln(new BigDecimal(x)));
  }

  /** {@code sqrt(x*x + y*y)} without overflow in between. */
  static double hypotenuse(double x, double y) {
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return Double.POSITIVE_INFINITY;
    }
    if (x == 0 || y == 0 || Double.isNaN(x) || Double.isNaN(y)) {
      return Math.abs(x + y);
    }
    BigDecimal a = new BigDecimal(x);
    BigDecimal b = new BigDecimal(y);
    return nearest(a.multiply(a).add(b.multiply(b)).sqrt(MC));
  }

  /** The angle of the point {@code (x, y)}, as {@code atan2(y, x)}. */
  static double angle(double y, double x) {
    if (!isFinite(x) || !isFinite(y)) {
      return StrictMath.atan2(y, x);
    }
    if (y == 0) {
      boolean isForward = Math.copySign(1.0, x) > 0;
      return Math.copySign(isForward ? 0.0 : Math.PI, y);
    }
    if (x == 0) {
      return Math.copySign(Math.PI / 2, y);
    }
    BigDecimal size =
        arctangent(new BigDecimal(Math.abs(y)).divide(new BigDecimal(Math.abs(x)), MC));
    if (x < 0) {
      size = pi(DIGITS).subtract(size, MC);
    }
    return Math.copySign(nearest(size), y);
  }

  /** The sine of a finite angle. */
  static double sine(double x) {
    return x == 0 || Double.isNaN(x) ? x : trigonometric(x, 0);
  }

  /** The cosine of a finite angle. */
  static double cosine(double x) {
    return x == 0 || Double.isNaN(x) ? 1 + x : trigonometric(x, 1);
  }

  /** The sine of the angle that is some quarters of a turn further. */
  private static double trigonometric(double x, int quarters) {
    // Enough digits of pi for what is left of the largest doubles.
    int digits = DIGITS + Math.max(0, Math.getExponent(x) / 3);
    BigDecimal angle = new BigDecimal(x);
    BigDecimal right = pi(digits).divide(TWO);
    BigInteger turns = angle.divide(right, 0, RoundingMode.HALF_EVEN).toBigInteger();
    BigDecimal rest = angle.subtract(right.multiply(new BigDecimal(turns)));
    int quarter = turns.mod(BigInteger.valueOf(4)).intValue() + quarters & 3;
    BigDecimal value = series(rest, (quarter & 1) != 0);
    double result = nearest(value.abs());
    return value.signum() < 0 != quarter >= 2 ? -result : result;
  }

  /** Sine, or cosine, of a small angle. */
  private static BigDecimal series(BigDecimal x, boolean isCosine) {
    BigDecimal square = x.multiply(x, MC).negate();
    BigDecimal term = isCosine ? BigDecimal.ONE : x;
    BigDecimal sum = term;
    for (int n = isCosine ? 1 : 2; isSignificant(term, sum); n += 2) {
      term = term.multiply(square, MC).divide(BigDecimal.valueOf((long) n * (n + 1)), MC);
      sum = sum.add(term, MC);
    }
    return sum;
  }

  private static boolean isSignificant(BigDecimal term, BigDecimal sum) {
    return term.signum() != 0
        && term.precision() - term.scale() > sum.precision() - sum.scale() - DIGITS;
  }

  private static BigDecimal exp(BigDecimal x) {
    // exp(x) = exp(x / 2**12) ** (2**12)
    int halvings = 12;
    BigDecimal small = x.divide(BigDecimal.valueOf(1L << halvings), MC);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; isSignificant(term, sum); n++) {
      term = term.multiply(small, MC).divide(BigDecimal.valueOf(n), MC);
      sum = sum.add(term, MC);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, MC);
    }
    return sum;
  }

  private static BigDecimal ln(BigDecimal x) {
    int exponent = Math.getExponent(x.doubleValue());
    if (exponent < Double.MIN_EXPONENT) {
      exponent = Double.MIN_EXPONENT;
    }
    BigDecimal scale = TWO.pow(Math.abs(exponent));
    BigDecimal mantissa = exponent < 0 ? x.multiply(scale) : x.divide(scale, new MathContext(2000));
    int doublings = exponent;
    while (mantissa.compareTo(new BigDecimal("0.75")) < 0) {
      mantissa = mantissa.multiply(TWO);
      doublings--;
    }
    while (mantissa.compareTo(new BigDecimal("1.5")) > 0) {
      mantissa = mantissa.divide(TWO);
      doublings++;
    }
    BigDecimal ln2 = twiceArtanh(BigDecimal.ONE.divide(BigDecimal.valueOf(3), MC));
    BigDecimal z = mantissa.subtract(BigDecimal.ONE).divide(mantissa.add(BigDecimal.ONE), MC);
    return twiceArtanh(z).add(ln2.multiply(BigDecimal.valueOf(doublings)), MC);
  }

  private static BigDecimal twiceArtanh(BigDecimal z) {
    return oddSeries(z, z.multiply(z, MC)).multiply(TWO);
  }

  /** {@code z + z*f/3 + z*f**2/5 + ...}. */
  private static BigDecimal oddSeries(BigDecimal z, BigDecimal factor) {
    BigDecimal power = z;
    BigDecimal sum = z;
    for (int n = 3; isSignificant(power, sum); n += 2) {
      power = power.multiply(factor, MC);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), MC), MC);
    }
    return sum;
  }

  private static BigDecimal arctangent(BigDecimal x) {
    if (x.compareTo(BigDecimal.ONE) > 0) {
      BigDecimal right = pi(DIGITS).divide(TWO);
      return right.subtract(arctangent(BigDecimal.ONE.divide(x, MC)), MC);
    }
    // atan(x) = 2 * atan(x / (1 + sqrt(1 + x*x)))
    BigDecimal small = x;
    int halvings = 4;
    for (int i = 0; i < halvings; i++) {
      BigDecimal root = BigDecimal.ONE.add(small.multiply(small, MC)).sqrt(MC);
      small = small.divide(BigDecimal.ONE.add(root), MC);
    }
    BigDecimal sum = oddSeries(small, small.multiply(small, MC).negate());
    return sum.multiply(BigDecimal.valueOf(1L << halvings));
  }

  /** pi by Machin's formula. */
  private static BigDecimal pi(int digits) {
    MathContext context = new MathContext(digits + 10);
    BigDecimal fifth = inverseArctangent(5, context).multiply(BigDecimal.valueOf(16));
    return fifth.subtract(inverseArctangent(239, context).multiply(BigDecimal.valueOf(4)));
  }

  private static BigDecimal inverseArctangent(int inverse, MathContext context) {
    BigDecimal square = BigDecimal.valueOf(-(long) inverse * inverse);
    BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(inverse), context);
    BigDecimal sum = power;
    BigDecimal least = BigDecimal.ONE.movePointLeft(context.getPrecision() + 2);
    for (int n = 3; power.abs().compareTo(least) > 0; n += 2) {
      power = power.divide(square, context);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), context), context);
    }
    return sum;
  }

  /** The nearest double of a positive value; a tie, which no series hits exactly, goes to even. */
  private static double nearest(BigDecimal value) {
    double found = Double.parseDouble(value.toString());
    if (found == 0 || Double.isInfinite(found)) {
      return found;
    }
    for (double other : new double[] {Math.nextUp(found), Math.nextDown(found)}) {
      if (Double.isInfinite(other)) {
        continue;
      }
      BigDecimal tie = new BigDecimal(found).add(new BigDecimal(other)).divide(TWO);
      if (tie.subtract(value).abs().compareTo(value.multiply(SNAP)) < 0) {
        return (Double.doubleToRawLongBits(found) & 1) == 0 ? found : other;
      }
    }
    return found;
  }
}
