package io.github.pycmaven.vm.module.math;

import io.github.pycmaven.util.FloatRepr;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.op.Operators;
import java.math.BigInteger;

/**
 * The module {@code math}: functions of floats. Ints are in {@link IntegerMath}, sums in {@link
 * FloatSums}.
 *
 * @cpython Modules/mathmodule.c
 */
@BuiltinModule("math")
public final class MathModule {
  private static final String UNIT = "expected a number in range from -1 up to 1, got ";
  private static final String FINITE = "expected a finite input, got ";
  private static final PyStr CEIL = PyStr.intern("__ceil__");
  private static final PyStr FLOOR = PyStr.intern("__floor__");
  private static final PyStr TRUNC = PyStr.intern("__trunc__");
  private static final BigInteger ALL_STEPS = BigInteger.ONE.shiftLeft(64);

  private MathModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new MathModuleTable());
    m.add(new IntegerMathTable());
    m.add(new FloatSumsTable());
    m.dict.put("pi", new PyFloat(Math.PI));
    m.dict.put("e", new PyFloat(Math.E));
    m.dict.put("tau", new PyFloat(2 * Math.PI));
    m.dict.put("inf", new PyFloat(Double.POSITIVE_INFINITY));
    m.dict.put("nan", new PyFloat(Double.NaN));
    return m;
  }

  static PyRaise domain() {
    return Exc.valueError("math domain error");
  }

  static PyRaise range() {
    return Exc.overflowError("math range error");
  }

  /** A result that may not be NaN or infinite unless the argument is. */
  private static double checked(double r, double x, String message) {
    if (Double.isNaN(r) && !Double.isNaN(x) || Double.isInfinite(r) && Double.isFinite(x)) {
      throw message == null ? domain() : Exc.valueError(message + FloatRepr.repr(x));
    }
    return r;
  }

  private static double bounded(double r, double x) {
    if (Double.isInfinite(r) && Double.isFinite(x)) {
      throw range();
    }
    return r;
  }

  @Builtin("acos(x, /)")
  static double acos(double x) {
    return checked(StrictMath.acos(x), x, UNIT);
  }

  @Builtin("asin(x, /)")
  static double asin(double x) {
    return checked(StrictMath.asin(x), x, UNIT);
  }

  @Builtin("atan(x, /)")
  static double atan(double x) {
    return StrictMath.atan(x);
  }

  @Builtin("acosh(x, /)")
  static double acosh(double x) {
    return checked(Elementary.acosh(x), x, "expected argument value not less than 1, got ");
  }

  @Builtin("asinh(x, /)")
  static double asinh(double x) {
    return Elementary.asinh(x);
  }

  @Builtin("atanh(x, /)")
  static double atanh(double x) {
    return checked(Elementary.atanh(x), x, "expected a number between -1 and 1, got ");
  }

  @Builtin("cos(x, /)")
  static double cos(double x) {
    return checked(StrictMath.cos(x), x, FINITE);
  }

  @Builtin("sin(x, /)")
  static double sin(double x) {
    return checked(StrictMath.sin(x), x, FINITE);
  }

  @Builtin("tan(x, /)")
  static double tan(double x) {
    return checked(StrictMath.tan(x), x, FINITE);
  }

  @Builtin("cosh(x, /)")
  static double cosh(double x) {
    return bounded(StrictMath.cosh(x), x);
  }

  @Builtin("sinh(x, /)")
  static double sinh(double x) {
    return bounded(StrictMath.sinh(x), x);
  }

  @Builtin("tanh(x, /)")
  static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  @Builtin("cbrt(x, /)")
  static double cbrt(double x) {
    return StrictMath.cbrt(x);
  }

  @Builtin("sqrt(x, /)")
  static double sqrt(double x) {
    return checked(Math.sqrt(x), x, "expected a nonnegative input, got ");
  }

  @Builtin("exp(x, /)")
  static double exp(double x) {
    return bounded(StrictMath.exp(x), x);
  }

  @Builtin("exp2(x, /)")
  static double exp2(double x) {
    return bounded(Elementary.exp2(x), x);
  }

  @Builtin("expm1(x, /)")
  static double expm1(double x) {
    return bounded(StrictMath.expm1(x), x);
  }

  @Builtin("log1p(x, /)")
  static double log1p(double x) {
    return checked(StrictMath.log1p(x), x, "expected argument value > -1, got ");
  }

  @Builtin("erf(x, /)")
  static double erf(double x) {
    return Elementary.erf(x);
  }

  @Builtin("erfc(x, /)")
  static double erfc(double x) {
    return Elementary.erfc(x);
  }

  @Builtin("gamma(x, /)")
  static double gamma(double x) {
    double r = Gamma.gamma(x);
    if (Double.isNaN(r) && !Double.isNaN(x) || x == 0) {
      throw Exc.valueError("expected a noninteger or positive integer, got " + FloatRepr.repr(x));
    }
    return bounded(r, x);
  }

  @Builtin("lgamma(x, /)")
  static double logGamma(double x) {
    double r = Gamma.logGamma(x);
    if (Double.isInfinite(r) && x <= 0 && Double.isFinite(x)) {
      throw Exc.valueError("expected a noninteger or positive integer, got " + FloatRepr.repr(x));
    }
    return bounded(r, x);
  }

  @Builtin("fabs(x, /)")
  static double fabs(double x) {
    return Math.abs(x);
  }

  @Builtin("atan2(y, x, /)")
  static double atan2(double y, double x) {
    return StrictMath.atan2(y, x);
  }

  @Builtin("copysign(x, y, /)")
  static double copySign(double x, double y) {
    // The sign of a NaN counts too.
    long sign = Double.doubleToRawLongBits(y) & Long.MIN_VALUE;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & Long.MAX_VALUE | sign);
  }

  @Builtin("fmod(x, y, /)")
  static double fmod(double x, double y) {
    if (Double.isInfinite(y) && Double.isFinite(x)) {
      return x;
    }
    double r = x % y;
    if (Double.isNaN(r) && !Double.isNaN(x) && !Double.isNaN(y)) {
      throw domain();
    }
    return r;
  }

  @Builtin("remainder(x, y, /)")
  static double remainder(double x, double y) {
    if (Double.isInfinite(y) && Double.isFinite(x)) {
      return x;
    }
    double r = StrictMath.IEEEremainder(x, y);
    if (Double.isNaN(r) && !Double.isNaN(x) && !Double.isNaN(y)) {
      throw domain();
    }
    return r;
  }

  @Builtin("pow(x, y, /)")
  static double pow(double x, double y) {
    if (x == 1 || y == 0) {
      return 1;
    }
    if (x == -1 && Double.isInfinite(y)) {
      return 1;
    }
    double r = Double.isNaN(x) || Double.isNaN(y) ? Double.NaN : StrictMath.pow(x, y);
    if (Double.isFinite(x) && Double.isFinite(y)) {
      if (Double.isNaN(r)) {
        throw domain();
      }
      if (Double.isInfinite(r)) {
        throw x == 0 ? domain() : range();
      }
    }
    return r;
  }

  @Builtin("fma(x, y, z, /)")
  static double fma(double x, double y, double z) {
    double r = Math.fma(x, y, z);
    if (Double.isNaN(r) && !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z)) {
      throw Exc.valueError("invalid operation in fma");
    }
    if (Double.isInfinite(r) && Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z)) {
      throw Exc.overflowError("overflow in fma");
    }
    return r;
  }

  @Builtin("degrees(x, /)")
  static double degrees(double x) {
    return x * (180.0 / Math.PI);
  }

  @Builtin("radians(x, /)")
  static double radians(double x) {
    return x * (Math.PI / 180.0);
  }

  @Builtin("isfinite(x, /)")
  static boolean isFinite(double x) {
    return Double.isFinite(x);
  }

  @Builtin("isinf(x, /)")
  static boolean isInfinite(double x) {
    return Double.isInfinite(x);
  }

  @Builtin("isnan(x, /)")
  static boolean isNan(double x) {
    return Double.isNaN(x);
  }

  @Builtin("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")
  static boolean isClose(double a, double b, PyObject relative, PyObject absolute) {
    double rel = relative == null ? 1e-9 : Obj.toDouble(relative);
    double abs = absolute == null ? 0 : Obj.toDouble(absolute);
    if (rel < 0 || abs < 0) {
      throw Exc.valueError("tolerances must be non-negative");
    }
    if (a == b) {
      return true;
    }
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return false;
    }
    double d = Math.abs(b - a);
    return d <= Math.abs(rel * b) || d <= Math.abs(rel * a) || d <= abs;
  }

  private static PyObject rounded(PyObject x, PyStr method, boolean up) {
    if (!(x instanceof PyFloat) || x.type != PyFloat.TYPE) {
      PyObject f = Obj.special(x, method);
      if (f != null) {
        return f.call0();
      }
    }
    double d = Obj.toDouble(x);
    return IntegerMath.exact(up ? Math.ceil(d) : Math.floor(d));
  }

  @Builtin("ceil(x, /)")
  static PyObject ceil(PyObject x) {
    return rounded(x, CEIL, true);
  }

  @Builtin("floor(x, /)")
  static PyObject floor(PyObject x) {
    return rounded(x, FLOOR, false);
  }

  @Builtin("trunc(x, /)")
  static PyObject trunc(PyObject x) {
    if (x.type == PyFloat.TYPE) {
      return IntegerMath.exact(((PyFloat) x).value);
    }
    PyObject f = Obj.special(x, TRUNC);
    if (f == null) {
      throw Exc.typeError("type " + x.type.name + " doesn't define __trunc__ method");
    }
    return f.call0();
  }

  @Builtin("frexp(x, /)")
  static PyObject frexp(double x) {
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return PyTuple.of(new PyFloat(x), PyInt.ZERO);
    }
    int e = Elementary.exponent(x);
    double m = e < -1000 ? x * 0x1p60 * Math.scalb(1, -e - 60) : Math.scalb(x, -e);
    return PyTuple.of(new PyFloat(m), PyInt.of(e));
  }

  @Builtin("ldexp(x, i, /)")
  static double ldexp(double x, PyObject i) {
    if (!(i instanceof PyInt n)) {
      throw Exc.typeError("Expected an int as second argument to ldexp.");
    }
    return bounded(Elementary.scale(x, n.clipped()), x);
  }

  @Builtin("modf(x, /)")
  static PyObject modf(double x) {
    if (Double.isInfinite(x)) {
      return PyTuple.of(new PyFloat(Math.copySign(0.0, x)), new PyFloat(x));
    }
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    return PyTuple.of(new PyFloat(Math.copySign(x - whole, x)), new PyFloat(whole));
  }

  @Builtin("nextafter(x, y, /, *, steps=None)")
  static double nextAfter(double x, double y, PyObject steps) {
    if (steps == null || steps == PyNone.NONE) {
      return Math.nextAfter(x, y);
    }
    BigInteger n = Obj.index(steps).big();
    if (n.signum() < 0) {
      throw Exc.valueError("steps must be a non-negative integer");
    }
    if (n.signum() == 0 || Double.isNaN(x)) {
      return x;
    }
    if (Double.isNaN(y)) {
      return y;
    }
    BigInteger from = order(x);
    BigInteger to = order(y);
    int side = to.compareTo(from);
    if (side == 0) {
      return y;
    }
    n = n.min(ALL_STEPS);
    BigInteger at = side > 0 ? from.add(n) : from.subtract(n);
    if (side > 0 ? at.compareTo(to) >= 0 : at.compareTo(to) <= 0) {
      return y;
    }
    double r = Double.longBitsToDouble(at.abs().longValue());
    return at.signum() < 0 || at.signum() == 0 && x < 0 ? -r : r;
  }

  /** The place of a float in the order of all floats, zero for both zeros. */
  private static BigInteger order(double x) {
    BigInteger n = BigInteger.valueOf(Double.doubleToRawLongBits(Math.abs(x)));
    return x < 0 ? n.negate() : n;
  }

  @Builtin("ulp(x, /)")
  static double ulp(double x) {
    return Math.ulp(x);
  }

  // ---- logarithms, also of ints that no float can hold ----

  private static PyFloat logarithm(PyObject x, int base) {
    if (x instanceof PyInt i) {
      if (i.signum() <= 0) {
        throw Exc.valueError("expected a positive input");
      }
      if (i.isBig() && i.big().bitLength() > 1000) {
        BigInteger b = i.big();
        int shift = b.bitLength() - 64;
        int e = b.bitLength();
        // One sticky bit keeps the quotient's rounding right.
        BigInteger top = b.shiftRight(shift);
        if (b.getLowestSetBit() < shift) {
          top = top.setBit(0);
        }
        double m = Math.scalb(top.doubleValue(), -64);
        return new PyFloat(log(m, base) + log(2, base) * e);
      }
      return new PyFloat(log(i.big().doubleValue(), base));
    }
    double d = Obj.toDouble(x);
    return new PyFloat(checked(log(d, base), d, "expected a positive input, got "));
  }

  private static double log(double x, int base) {
    return base == 10 ? StrictMath.log10(x) : base == 2 ? Elementary.log2(x) : StrictMath.log(x);
  }

  @Builtin("log(x, base=<e>, /)")
  static PyObject log(PyObject x, PyObject base) {
    PyFloat n = logarithm(x, 0);
    return base == null ? n : Operators.binary(Operators.TRUE_DIVIDE, n, logarithm(base, 0));
  }

  @Builtin("log2(x, /)")
  static PyObject log2(PyObject x) {
    return logarithm(x, 2);
  }

  @Builtin("log10(x, /)")
  static PyObject log10(PyObject x) {
    return logarithm(x, 10);
  }
}
