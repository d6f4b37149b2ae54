package io.github.pycmaven.vm.module.math;

/**
 * Results of complex functions where a part of the argument is infinite, NaN or zero. Rows go by
 * the real part, columns by the imaginary one, each in the order -inf, below zero, -0, 0, above
 * zero, inf, NaN. {@code p34} is three quarters of pi, {@code u} is a place that is not looked at.
 *
 * @cpython Modules/cmathmodule.c:cmath_exec
 */
final class SpecialValues {
  static final double[][] ACOS =
      table(
          "p34,inf p,inf p,inf p,-inf p,-inf p34,-inf nan,inf "
              + "p12,inf u,u u,u u,u u,u p12,-inf nan,nan "
              + "p12,inf u,u p12,0 p12,-0 u,u p12,-inf p12,nan "
              + "p12,inf u,u p12,0 p12,-0 u,u p12,-inf p12,nan "
              + "p12,inf u,u u,u u,u u,u p12,-inf nan,nan "
              + "p14,inf 0,inf 0,inf 0,-inf 0,-inf p14,-inf nan,inf "
              + "nan,inf nan,nan nan,nan nan,nan nan,nan nan,-inf nan,nan");

  static final double[][] ACOSH =
      table(
          "inf,-p34 inf,-p inf,-p inf,p inf,p inf,p34 inf,nan "
              + "inf,-p12 u,u u,u u,u u,u inf,p12 nan,nan "
              + "inf,-p12 u,u 0,-p12 0,p12 u,u inf,p12 nan,p12 "
              + "inf,-p12 u,u 0,-p12 0,p12 u,u inf,p12 nan,p12 "
              + "inf,-p12 u,u u,u u,u u,u inf,p12 nan,nan "
              + "inf,-p14 inf,-0 inf,-0 inf,0 inf,0 inf,p14 inf,nan "
              + "inf,nan nan,nan nan,nan nan,nan nan,nan inf,nan nan,nan");

  static final double[][] ASINH =
      table(
          "-inf,-p14 -inf,-0 -inf,-0 -inf,0 -inf,0 -inf,p14 -inf,nan "
              + "-inf,-p12 u,u u,u u,u u,u -inf,p12 nan,nan "
              + "-inf,-p12 u,u -0,-0 -0,0 u,u -inf,p12 nan,nan "
              + "inf,-p12 u,u 0,-0 0,0 u,u inf,p12 nan,nan "
              + "inf,-p12 u,u u,u u,u u,u inf,p12 nan,nan "
              + "inf,-p14 inf,-0 inf,-0 inf,0 inf,0 inf,p14 inf,nan "
              + "inf,nan nan,nan nan,-0 nan,0 nan,nan inf,nan nan,nan");

  static final double[][] ATANH =
      table(
          "-0,-p12 -0,-p12 -0,-p12 -0,p12 -0,p12 -0,p12 -0,nan "
              + "-0,-p12 u,u u,u u,u u,u -0,p12 nan,nan "
              + "-0,-p12 u,u -0,-0 -0,0 u,u -0,p12 -0,nan "
              + "0,-p12 u,u 0,-0 0,0 u,u 0,p12 0,nan "
              + "0,-p12 u,u u,u u,u u,u 0,p12 nan,nan "
              + "0,-p12 0,-p12 0,-p12 0,p12 0,p12 0,p12 0,nan "
              + "0,-p12 nan,nan nan,nan nan,nan nan,nan 0,p12 nan,nan");

  static final double[][] COSH =
      table(
          "inf,nan u,u inf,0 inf,-0 u,u inf,nan inf,nan "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "nan,0 u,u 1,0 1,-0 u,u nan,0 nan,0 "
              + "nan,0 u,u 1,-0 1,0 u,u nan,0 nan,0 "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "inf,nan u,u inf,-0 inf,0 u,u inf,nan inf,nan "
              + "nan,nan nan,nan nan,0 nan,0 nan,nan nan,nan nan,nan");

  static final double[][] EXP =
      table(
          "0,0 u,u 0,-0 0,0 u,u 0,0 0,0 "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "nan,nan u,u 1,-0 1,0 u,u nan,nan nan,nan "
              + "nan,nan u,u 1,-0 1,0 u,u nan,nan nan,nan "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "inf,nan u,u inf,-0 inf,0 u,u inf,nan inf,nan "
              + "nan,nan nan,nan nan,-0 nan,0 nan,nan nan,nan nan,nan");

  static final double[][] LOG =
      table(
          "inf,-p34 inf,-p inf,-p inf,p inf,p inf,p34 inf,nan "
              + "inf,-p12 u,u u,u u,u u,u inf,p12 nan,nan "
              + "inf,-p12 u,u -inf,-p -inf,p u,u inf,p12 nan,nan "
              + "inf,-p12 u,u -inf,-0 -inf,0 u,u inf,p12 nan,nan "
              + "inf,-p12 u,u u,u u,u u,u inf,p12 nan,nan "
              + "inf,-p14 inf,-0 inf,-0 inf,0 inf,0 inf,p14 inf,nan "
              + "inf,nan nan,nan nan,nan nan,nan nan,nan inf,nan nan,nan");

  static final double[][] SINH =
      table(
          "inf,nan u,u -inf,-0 -inf,0 u,u inf,nan inf,nan "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "0,nan u,u -0,-0 -0,0 u,u 0,nan 0,nan "
              + "0,nan u,u 0,-0 0,0 u,u 0,nan 0,nan "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "inf,nan u,u inf,-0 inf,0 u,u inf,nan inf,nan "
              + "nan,nan nan,nan nan,-0 nan,0 nan,nan nan,nan nan,nan");

  static final double[][] SQRT =
      table(
          "inf,-inf 0,-inf 0,-inf 0,inf 0,inf inf,inf nan,inf "
              + "inf,-inf u,u u,u u,u u,u inf,inf nan,nan "
              + "inf,-inf u,u 0,-0 0,0 u,u inf,inf nan,nan "
              + "inf,-inf u,u 0,-0 0,0 u,u inf,inf nan,nan "
              + "inf,-inf u,u u,u u,u u,u inf,inf nan,nan "
              + "inf,-inf inf,-0 inf,-0 inf,0 inf,0 inf,inf inf,nan "
              + "inf,-inf nan,nan nan,nan nan,nan nan,nan inf,inf nan,nan");

  static final double[][] TANH =
      table(
          "-1,0 u,u -1,-0 -1,0 u,u -1,0 -1,0 "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "-0,nan u,u -0,-0 -0,0 u,u -0,nan -0,nan "
              + "0,nan u,u 0,-0 0,0 u,u 0,nan 0,nan "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "1,0 u,u 1,-0 1,0 u,u 1,0 1,0 "
              + "nan,nan nan,nan nan,-0 nan,0 nan,nan nan,nan nan,nan");

  static final double[][] RECT =
      table(
          "inf,nan u,u -inf,0 -inf,-0 u,u inf,nan inf,nan "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "0,0 u,u -0,0 -0,-0 u,u 0,0 0,0 "
              + "0,0 u,u 0,-0 0,0 u,u 0,0 0,0 "
              + "nan,nan u,u u,u u,u u,u nan,nan nan,nan "
              + "inf,nan u,u inf,-0 inf,0 u,u inf,nan inf,nan "
              + "nan,nan nan,nan nan,0 nan,0 nan,nan nan,nan nan,nan");

  private SpecialValues() {}

  private static double[][] table(String text) {
    String[] cells = text.split(" ");
    double[][] t = new double[cells.length][];
    for (int i = 0; i < t.length; i++) {
      int comma = cells[i].indexOf(',');
      t[i] =
          new double[] {value(cells[i].substring(0, comma)), value(cells[i].substring(comma + 1))};
    }
    return t;
  }

  private static double value(String s) {
    if (s.startsWith("-")) {
      return -value(s.substring(1));
    }
    switch (s) {
      case "p":
        return Math.PI;
      case "p12":
        return 0.5 * Math.PI;
      case "p14":
        return 0.25 * Math.PI;
      case "p34":
        return 0.75 * Math.PI;
      case "inf":
        return Double.POSITIVE_INFINITY;
      case "0":
        return 0;
      case "1":
        return 1;
      default:
        return Double.NaN;
    }
  }

  private static int kind(double d) {
    if (Double.isNaN(d)) {
      return 6;
    }
    boolean negative = Double.doubleToRawLongBits(d) < 0;
    if (Double.isInfinite(d)) {
      return negative ? 0 : 5;
    }
    return d != 0 ? (negative ? 1 : 4) : negative ? 2 : 3;
  }

  /** The entry for a real and an imaginary part. */
  static double[] at(double[][] table, double re, double im) {
    return table[7 * kind(re) + kind(im)];
  }
}
