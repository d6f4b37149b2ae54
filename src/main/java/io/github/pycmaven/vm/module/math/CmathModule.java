package io.github.pycmaven.vm.module.math;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyComplex;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * The module {@code cmath}.
 *
 * @cpython Modules/cmathmodule.c
 */
@BuiltinModule("cmath")
public final class CmathModule {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double LARGE = Double.MAX_VALUE / 4;
  private static final double SQRT_LARGE = Math.sqrt(LARGE);
  private static final double LOG_LARGE = StrictMath.log(LARGE);
  private static final double SQRT_TINY = Math.sqrt(Double.MIN_NORMAL);
  private static final double LN2 = 0.6931471805599453094;
  private static final double LN10 = 2.302585092994045684;

  private CmathModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new CmathModuleTable());
    m.dict.put("pi", new PyFloat(Math.PI));
    m.dict.put("e", new PyFloat(Math.E));
    m.dict.put("tau", new PyFloat(2 * Math.PI));
    m.dict.put("inf", new PyFloat(INF));
    m.dict.put("nan", new PyFloat(Double.NaN));
    m.dict.put("infj", new PyComplex(0, INF));
    m.dict.put("nanj", new PyComplex(0, Double.NaN));
    return m;
  }

  /** The complex value of any number. */
  private static PyComplex number(PyObject o) {
    if (o instanceof PyComplex c) {
      return c;
    }
    PyObject f = Obj.special(o, PyStr.intern("__complex__"));
    if (f != null) {
      PyObject r = f.call0();
      if (!(r instanceof PyComplex c)) {
        throw Exc.typeError(
            o.type.name + ".__complex__() must return a complex, not " + r.type.name);
      }
      return c;
    }
    return new PyComplex(Obj.toDouble(o), 0);
  }

  private static boolean isFinite(PyComplex z) {
    return Double.isFinite(z.real) && Double.isFinite(z.imaginary);
  }

  private static PyComplex special(double[][] table, PyComplex z) {
    double[] v = SpecialValues.at(table, z.real, z.imaginary);
    return new PyComplex(v[0], v[1]);
  }

  private static double hypot(double x, double y) {
    return Double.isInfinite(x) || Double.isInfinite(y) ? INF : StrictMath.hypot(x, y);
  }

  private static PyComplex bounded(double re, double im) {
    if (Double.isInfinite(re) || Double.isInfinite(im)) {
      throw MathModule.range();
    }
    return new PyComplex(re, im);
  }

  // ---- roots and inverse functions ----

  private static PyComplex squareRoot(PyComplex z) {
    if (!isFinite(z)) {
      return special(SpecialValues.SQRT, z);
    }
    if (z.real == 0 && z.imaginary == 0) {
      return new PyComplex(0, z.imaginary);
    }
    double ax = Math.abs(z.real);
    double ay = Math.abs(z.imaginary);
    double s;
    if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
      // Both parts are lifted out of the subnormal range first.
      ax = Math.scalb(ax, 53);
      s = Math.scalb(Math.sqrt(ax + hypot(ax, Math.scalb(ay, 53))), -27);
    } else {
      ax /= 8;
      s = 2 * Math.sqrt(ax + hypot(ax, ay / 8));
    }
    double d = ay / (2 * s);
    return z.real >= 0
        ? new PyComplex(s, Math.copySign(d, z.imaginary))
        : new PyComplex(d, Math.copySign(s, z.imaginary));
  }

  @Builtin("sqrt(z, /)")
  static PyObject sqrt(PyObject o) {
    return squareRoot(number(o));
  }

  private static boolean isLarge(PyComplex z) {
    return Math.abs(z.real) > LARGE || Math.abs(z.imaginary) > LARGE;
  }

  private static double largeLog(PyComplex z) {
    return StrictMath.log(hypot(z.real / 2, z.imaginary / 2)) + LN2 * 2;
  }

  @Builtin("acos(z, /)")
  static PyObject acos(PyObject o) {
    PyComplex z = number(o);
    if (!isFinite(z)) {
      return special(SpecialValues.ACOS, z);
    }
    if (isLarge(z)) {
      return new PyComplex(
          StrictMath.atan2(Math.abs(z.imaginary), z.real),
          -Math.copySign(largeLog(z), z.imaginary));
    }
    PyComplex a = squareRoot(new PyComplex(1 - z.real, -z.imaginary));
    PyComplex b = squareRoot(new PyComplex(1 + z.real, z.imaginary));
    return new PyComplex(
        2 * StrictMath.atan2(a.real, b.real),
        Elementary.asinh(b.real * a.imaginary - b.imaginary * a.real));
  }

  @Builtin("acosh(z, /)")
  static PyObject acosh(PyObject o) {
    PyComplex z = number(o);
    if (!isFinite(z)) {
      return special(SpecialValues.ACOSH, z);
    }
    if (isLarge(z)) {
      return new PyComplex(largeLog(z), StrictMath.atan2(z.imaginary, z.real));
    }
    PyComplex a = squareRoot(new PyComplex(z.real - 1, z.imaginary));
    PyComplex b = squareRoot(new PyComplex(z.real + 1, z.imaginary));
    return new PyComplex(
        Elementary.asinh(a.real * b.real + a.imaginary * b.imaginary),
        2 * StrictMath.atan2(a.imaginary, b.real));
  }

  private static PyComplex asinh(PyComplex z) {
    if (!isFinite(z)) {
      return special(SpecialValues.ASINH, z);
    }
    if (isLarge(z)) {
      double re = Math.copySign(largeLog(z), z.real);
      return new PyComplex(re, StrictMath.atan2(z.imaginary, Math.abs(z.real)));
    }
    PyComplex a = squareRoot(new PyComplex(1 + z.imaginary, -z.real));
    PyComplex b = squareRoot(new PyComplex(1 - z.imaginary, z.real));
    return new PyComplex(
        Elementary.asinh(a.real * b.imaginary - b.real * a.imaginary),
        StrictMath.atan2(z.imaginary, a.real * b.real - a.imaginary * b.imaginary));
  }

  @Builtin("asinh(z, /)")
  static PyObject asinh(PyObject o) {
    return asinh(number(o));
  }

  /** {@code f(iz) / i}: how the circular functions come from the hyperbolic ones. */
  private static PyComplex turn(PyComplex z) {
    return new PyComplex(-z.imaginary, z.real);
  }

  private static PyComplex turnBack(PyComplex r) {
    return new PyComplex(r.imaginary, -r.real);
  }

  @Builtin("asin(z, /)")
  static PyObject asin(PyObject o) {
    return turnBack(asinh(turn(number(o))));
  }

  private static PyComplex atanh(PyComplex z) {
    if (!isFinite(z)) {
      return special(SpecialValues.ATANH, z);
    }
    if (z.real < 0) {
      PyComplex r = atanh(new PyComplex(-z.real, -z.imaginary));
      return new PyComplex(-r.real, -r.imaginary);
    }
    double ay = Math.abs(z.imaginary);
    if (z.real > SQRT_LARGE || ay > SQRT_LARGE) {
      double h = hypot(z.real / 2, z.imaginary / 2);
      return new PyComplex(z.real / 4 / h / h, Math.copySign(Math.PI / 2, z.imaginary));
    }
    if (z.real == 1 && ay < SQRT_TINY) {
      if (ay == 0) {
        throw MathModule.domain();
      }
      return new PyComplex(
          -StrictMath.log(Math.sqrt(ay) / Math.sqrt(hypot(ay, 2))),
          Math.copySign(StrictMath.atan2(2, -ay) / 2, z.imaginary));
    }
    double away = 1 - z.real;
    return new PyComplex(
        StrictMath.log1p(4 * z.real / (away * away + ay * ay)) / 4,
        -StrictMath.atan2(-2 * z.imaginary, away * (1 + z.real) - ay * ay) / 2);
  }

  @Builtin("atanh(z, /)")
  static PyObject atanh(PyObject o) {
    return atanh(number(o));
  }

  @Builtin("atan(z, /)")
  static PyObject atan(PyObject o) {
    return turnBack(atanh(turn(number(o))));
  }

  // ---- exponential and trigonometric functions ----

  /** Whether infinity times a direction that has to be computed. */
  private static boolean isDirected(double infinite, double angle) {
    return Double.isInfinite(infinite) && Double.isFinite(angle) && angle != 0;
  }

  @Builtin("exp(z, /)")
  static PyObject exp(PyObject o) {
    PyComplex z = number(o);
    double x = z.real;
    double y = z.imaginary;
    double c = StrictMath.cos(y);
    double s = StrictMath.sin(y);
    if (isFinite(z)) {
      double l = x > LOG_LARGE ? StrictMath.exp(x - 1) : StrictMath.exp(x);
      return x > LOG_LARGE ? bounded(l * c * Math.E, l * s * Math.E) : bounded(l * c, l * s);
    }
    if (isDirected(x, y)) {
      double size = x > 0 ? INF : 0;
      return new PyComplex(Math.copySign(size, c), Math.copySign(size, s));
    }
    if (Double.isInfinite(y) && !Double.isNaN(x) && x != -INF) {
      throw MathModule.domain();
    }
    return special(SpecialValues.EXP, z);
  }

  private static PyComplex cosh(PyComplex z) {
    double x = z.real;
    double y = z.imaginary;
    double c = StrictMath.cos(y);
    double s = StrictMath.sin(y);
    if (!isFinite(z)) {
      if (isDirected(x, y)) {
        return new PyComplex(
            Math.copySign(INF, c), x > 0 ? Math.copySign(INF, s) : -Math.copySign(INF, s));
      }
      checkAngle(z);
      return special(SpecialValues.COSH, z);
    }
    if (Math.abs(x) > LOG_LARGE) {
      double less = x - Math.copySign(1, x);
      return bounded(c * StrictMath.cosh(less) * Math.E, s * StrictMath.sinh(less) * Math.E);
    }
    return bounded(c * StrictMath.cosh(x), s * StrictMath.sinh(x));
  }

  private static void checkAngle(PyComplex z) {
    if (Double.isInfinite(z.imaginary) && !Double.isNaN(z.real)) {
      throw MathModule.domain();
    }
  }

  private static PyComplex sinh(PyComplex z) {
    double x = z.real;
    double y = z.imaginary;
    double c = StrictMath.cos(y);
    double s = StrictMath.sin(y);
    if (!isFinite(z)) {
      if (isDirected(x, y)) {
        return new PyComplex(
            x > 0 ? Math.copySign(INF, c) : -Math.copySign(INF, c), Math.copySign(INF, s));
      }
      checkAngle(z);
      return special(SpecialValues.SINH, z);
    }
    if (Math.abs(x) > LOG_LARGE) {
      double less = x - Math.copySign(1, x);
      return bounded(c * StrictMath.sinh(less) * Math.E, s * StrictMath.cosh(less) * Math.E);
    }
    return bounded(c * StrictMath.sinh(x), s * StrictMath.cosh(x));
  }

  private static PyComplex tanh(PyComplex z) {
    double x = z.real;
    double y = z.imaginary;
    if (!isFinite(z)) {
      if (isDirected(x, y)) {
        double sign = 2 * StrictMath.sin(y) * StrictMath.cos(y);
        return new PyComplex(x > 0 ? 1 : -1, Math.copySign(0.0, sign));
      }
      if (Double.isInfinite(y) && Double.isFinite(x)) {
        throw MathModule.domain();
      }
      return special(SpecialValues.TANH, z);
    }
    if (Math.abs(x) > LOG_LARGE) {
      return new PyComplex(
          Math.copySign(1, x),
          4 * StrictMath.sin(y) * StrictMath.cos(y) * StrictMath.exp(-2 * Math.abs(x)));
    }
    double tx = StrictMath.tanh(x);
    double ty = StrictMath.tan(y);
    double cx = 1 / StrictMath.cosh(x);
    double both = tx * ty;
    double d = 1 + both * both;
    return new PyComplex(tx * (1 + ty * ty) / d, ty / d * cx * cx);
  }

  @Builtin("cosh(z, /)")
  static PyObject cosh(PyObject o) {
    return cosh(number(o));
  }

  @Builtin("sinh(z, /)")
  static PyObject sinh(PyObject o) {
    return sinh(number(o));
  }

  @Builtin("tanh(z, /)")
  static PyObject tanh(PyObject o) {
    return tanh(number(o));
  }

  @Builtin("cos(z, /)")
  static PyObject cos(PyObject o) {
    return cosh(turn(number(o)));
  }

  @Builtin("sin(z, /)")
  static PyObject sin(PyObject o) {
    return turnBack(sinh(turn(number(o))));
  }

  @Builtin("tan(z, /)")
  static PyObject tan(PyObject o) {
    return turnBack(tanh(turn(number(o))));
  }

  // ---- logarithms and polar coordinates ----

  private static PyComplex logarithm(PyComplex z, boolean poleAllowed) {
    if (!isFinite(z)) {
      return special(SpecialValues.LOG, z);
    }
    double ax = Math.abs(z.real);
    double ay = Math.abs(z.imaginary);
    double re;
    if (ax > LARGE || ay > LARGE) {
      re = StrictMath.log(hypot(ax / 2, ay / 2)) + LN2;
    } else if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
      if (ax == 0 && ay == 0) {
        if (!poleAllowed) {
          throw MathModule.domain();
        }
        re = -INF;
      } else {
        re = StrictMath.log(hypot(Math.scalb(ax, 53), Math.scalb(ay, 53))) - 53 * LN2;
      }
    } else {
      double h = hypot(ax, ay);
      if (0.71 <= h && h <= 1.73) {
        double more = Math.max(ax, ay);
        double less = Math.min(ax, ay);
        re = StrictMath.log1p((more - 1) * (more + 1) + less * less) / 2;
      } else {
        re = StrictMath.log(h);
      }
    }
    return new PyComplex(re, StrictMath.atan2(z.imaginary, z.real));
  }

  @Builtin("log(z, base=<unrepresentable>, /)")
  static PyObject log(PyObject o, PyObject base) {
    PyComplex z = logarithm(number(o), base != null);
    if (base == null) {
      return z;
    }
    PyComplex b = logarithm(number(base), false);
    if (b.real == 0 && b.imaginary == 0) {
      throw MathModule.domain();
    }
    return io.github.pycmaven.vm.op.Operators.binary(
        io.github.pycmaven.vm.op.Operators.TRUE_DIVIDE, z, b);
  }

  @Builtin("log10(z, /)")
  static PyObject log10(PyObject o) {
    PyComplex z = logarithm(number(o), false);
    return new PyComplex(z.real / LN10, z.imaginary / LN10);
  }

  @Builtin("phase(z, /)")
  static double phase(PyObject o) {
    PyComplex z = number(o);
    return StrictMath.atan2(z.imaginary, z.real);
  }

  @Builtin("polar(z, /)")
  static PyObject polar(PyObject o) {
    PyComplex z = number(o);
    double r = hypot(z.real, z.imaginary);
    if (Double.isInfinite(r) && isFinite(z)) {
      throw MathModule.range();
    }
    double phase = StrictMath.atan2(z.imaginary, z.real);
    return PyTuple.of(new PyFloat(r), new PyFloat(phase));
  }

  @Builtin("rect(r, phi, /)")
  static PyObject rect(double r, double phi) {
    double c = StrictMath.cos(phi);
    double s = StrictMath.sin(phi);
    if (Double.isFinite(r) && Double.isFinite(phi)) {
      return phi == 0 ? new PyComplex(r, r * phi) : new PyComplex(r * c, r * s);
    }
    if (isDirected(r, phi)) {
      double sign = r > 0 ? 1 : -1;
      return new PyComplex(sign * Math.copySign(INF, c), sign * Math.copySign(INF, s));
    }
    if (r != 0 && !Double.isNaN(r) && Double.isInfinite(phi)) {
      throw MathModule.domain();
    }
    double[] v = SpecialValues.at(SpecialValues.RECT, r, phi);
    return new PyComplex(v[0], v[1]);
  }

  // ---- questions ----

  @Builtin("isfinite(z, /)")
  static boolean isFinite(PyObject o) {
    return isFinite(number(o));
  }

  @Builtin("isnan(z, /)")
  static boolean isNan(PyObject o) {
    PyComplex z = number(o);
    return Double.isNaN(z.real) || Double.isNaN(z.imaginary);
  }

  @Builtin("isinf(z, /)")
  static boolean isInfinite(PyObject o) {
    PyComplex z = number(o);
    return Double.isInfinite(z.real) || Double.isInfinite(z.imaginary);
  }

  @Builtin("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")
  static boolean isClose(PyObject x, PyObject y, PyObject relative, PyObject absolute) {
    PyComplex a = number(x);
    PyComplex b = number(y);
    double rel = relative == null ? 1e-9 : Obj.toDouble(relative);
    double abs = absolute == null ? 0 : Obj.toDouble(absolute);
    if (rel < 0 || abs < 0) {
      throw Exc.valueError("tolerances must be non-negative");
    }
    if (a.real == b.real && a.imaginary == b.imaginary) {
      return true;
    }
    if (isInfinite(a) || isInfinite(b)) {
      return false;
    }
    double d = hypot(a.real - b.real, a.imaginary - b.imaginary);
    return d <= rel * hypot(b.real, b.imaginary)
        || d <= rel * hypot(a.real, a.imaginary)
        || d <= abs;
  }
}
