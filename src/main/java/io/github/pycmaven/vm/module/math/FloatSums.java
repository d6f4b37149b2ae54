package io.github.pycmaven.vm.module.math;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.op.Operators;
import java.util.Arrays;

/** Sums, products and norms of many floats, with more precision inside than a float has. */
@BuiltinModule("math")
final class FloatSums {
  private FloatSums() {}

  /** A sum kept exactly as floats that do not overlap, smallest first. */
  private static final class Partials {
    private double[] p = new double[16];
    private int n;
    private double special;
    private double infinities;

    void add(double given) {
      double x = given;
      int used = 0;
      for (int j = 0; j < n; j++) {
        double y = p[j];
        if (Math.abs(x) < Math.abs(y)) {
          double t = x;
          x = y;
          y = t;
        }
        double hi = x + y;
        double lo = y - (hi - x);
        if (lo != 0) {
          p[used++] = lo;
        }
        x = hi;
      }
      n = used;
      if (x == 0) {
        return;
      }
      if (Double.isNaN(x) || Double.isInfinite(x)) {
        if (Double.isFinite(given)) {
          throw Exc.overflowError("intermediate overflow in fsum");
        }
        if (Double.isInfinite(given)) {
          infinities += given;
        }
        special += given;
        n = 0;
        return;
      }
      if (n == p.length) {
        p = Arrays.copyOf(p, n * 2);
      }
      p[n++] = x;
    }

    double total() {
      if (special != 0) {
        if (Double.isNaN(infinities)) {
          throw Exc.valueError("-inf + inf in fsum");
        }
        return special;
      }
      if (n == 0) {
        return 0;
      }
      double hi = p[--n];
      double lo = 0;
      while (n > 0) {
        double x = hi;
        double y = p[--n];
        hi = x + y;
        lo = y - (hi - x);
        if (lo != 0) {
          break;
        }
      }
      // A tie of the last addition goes the way that the rest of the sum points.
      if (n > 0 && (lo < 0 && p[n - 1] < 0 || lo > 0 && p[n - 1] > 0)) {
        double y = lo * 2;
        double x = hi + y;
        if (y == x - hi) {
          hi = x;
        }
      }
      return hi;
    }
  }

  @Builtin("fsum(seq, /)")
  static double fsum(PyObject all) {
    Partials p = new Partials();
    PyObject it = Obj.iter(all);
    for (PyObject o = it.next(); o != null; o = it.next()) {
      p.add(Obj.toDouble(o));
    }
    return p.total();
  }

  @Builtin("prod(iterable, /, *, start=1)")
  static PyObject prod(PyObject all, PyObject start) {
    PyObject r = start == null ? PyInt.ONE : start;
    PyObject it = Obj.iter(all);
    PyObject x = it.next();
    if (r.getClass() == PyInt.class && r.type == PyInt.TYPE) {
      long v = ((PyInt) r).value;
      while (x != null && x.getClass() == PyInt.class) {
        long f = ((PyInt) x).value;
        long p = v * f;
        if (Math.multiplyHigh(v, f) != p >> 63) {
          break;
        }
        v = p;
        x = it.next();
      }
      r = PyInt.of(v);
    }
    if (r.type == PyFloat.TYPE) {
      double v = ((PyFloat) r).value;
      for (; x != null; x = it.next()) {
        if (x.type == PyFloat.TYPE) {
          v *= ((PyFloat) x).value;
        } else if (x.getClass() == PyInt.class) {
          v *= ((PyInt) x).value;
        } else {
          break;
        }
      }
      r = new PyFloat(v);
    }
    for (; x != null; x = it.next()) {
      r = Operators.binary(Operators.MULTIPLY, r, x);
    }
    return r;
  }

  /** The norm of a vector whose greatest absolute value is known. */
  private static double norm(double[] v, double max, boolean nan) {
    int n = v.length;
    if (Double.isInfinite(max)) {
      return max;
    }
    if (nan) {
      return Double.NaN;
    }
    if (max == 0 || n <= 1) {
      return max;
    }
    int e = Elementary.exponent(max);
    if (e < -1023) {
      for (int i = 0; i < n; i++) {
        v[i] /= Double.MIN_NORMAL;
      }
      return Double.MIN_NORMAL * norm(v, max / Double.MIN_NORMAL, false);
    }
    double scale = Math.scalb(1.0, -e);
    double sum = 1;
    double low = 0;
    double rest = 0;
    for (double d : v) {
      double x = d * scale;
      double hi = x * x;
      low += Math.fma(x, x, -hi);
      double s = sum + hi;
      rest += sum - s + hi;
      sum = s;
    }
    double h = Math.sqrt(sum - 1.0 + (low + rest));
    double hi = -h * h;
    low += Math.fma(-h, h, -hi);
    double s = sum + hi;
    rest += sum - s + hi;
    sum = s;
    double x = sum - 1.0 + (low + rest);
    h += x / (2.0 * h);
    return h / scale;
  }

  private static double norm(double[] v) {
    double max = 0;
    boolean nan = false;
    for (int i = 0; i < v.length; i++) {
      double a = Math.abs(v[i]);
      v[i] = a;
      nan |= Double.isNaN(a);
      if (a > max) {
        max = a;
      }
    }
    return norm(v, max, nan);
  }

  @Builtin("hypot(*coordinates)")
  static double hypot(PyObject[] all) {
    double[] v = new double[all.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = Obj.toDouble(all[i]);
    }
    return norm(v);
  }

  @Builtin("dist(p, q, /)")
  static double dist(PyObject p, PyObject q) {
    PyObject[] a = Obj.toArray(p);
    PyObject[] b = Obj.toArray(q);
    if (a.length != b.length) {
      throw Exc.valueError("both points must have the same number of dimensions");
    }
    double[] v = new double[a.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = Obj.toDouble(a[i]) - Obj.toDouble(b[i]);
    }
    return norm(v);
  }

  /** A sum of products with thrice the precision. */
  private static final class Triple {
    double hi;
    double lo;
    double tiny;

    /** Adds a product; false, and no change, if the sum would not be finite. */
    boolean add(double x, double y) {
      double p = x * y;
      double pe = Math.fma(x, y, -p);
      double s = hi + p;
      if (!Double.isFinite(s)) {
        return false;
      }
      double se = error(hi, p, s);
      double r = lo + pe;
      double re = error(lo, pe, r);
      double t = r + se;
      tiny += re + error(r, se, t);
      hi = s;
      lo = t;
      return true;
    }

    private static double error(double a, double b, double sum) {
      double z = sum - a;
      return a - (sum - z) + (b - z);
    }

    double value() {
      double s = lo + hi;
      return tiny + error(lo, hi, s) + s;
    }
  }

  private static boolean isWhole(PyObject o) {
    return o.getClass() == PyInt.class || o instanceof PyBool;
  }

  private static boolean isPlain(PyObject o) {
    PyType t = o.type;
    return t == PyFloat.TYPE || t == PyInt.TYPE && !((PyInt) o).isBig() || t == PyBool.TYPE;
  }

  @Builtin("sumprod(p, q, /)")
  static PyObject sumProduct(PyObject p, PyObject q) {
    PyObject i = Obj.iter(p);
    PyObject j = Obj.iter(q);
    PyObject total = PyInt.ZERO;
    boolean ints = true;
    boolean floats = true;
    long whole = 0;
    Triple sum = null;
    while (true) {
      PyObject a = i.next();
      PyObject b = j.next();
      if ((a == null) != (b == null)) {
        throw Exc.valueError("Inputs are not the same length");
      }
      if (ints) {
        if (a != null && isWhole(a) && isWhole(b) && a.type == b.type && a.type == PyInt.TYPE) {
          long x = ((PyInt) a).value;
          long y = ((PyInt) b).value;
          long product = x * y;
          long next = whole + product;
          if (Math.multiplyHigh(x, y) == product >> 63
              && ((whole ^ next) & (product ^ next)) >= 0) {
            whole = next;
            continue;
          }
        }
        ints = false;
        total = PyInt.of(whole);
      }
      if (floats) {
        if (a != null
            && (a.type == PyFloat.TYPE || b.type == PyFloat.TYPE)
            && isPlain(a)
            && isPlain(b)) {
          sum = sum == null ? new Triple() : sum;
          if (sum.add(Obj.toDouble(a), Obj.toDouble(b))) {
            continue;
          }
        }
        floats = false;
        if (sum != null) {
          total = Operators.binary(Operators.ADD, total, new PyFloat(sum.value()));
        }
      }
      if (a == null) {
        return total;
      }
      total = Operators.binary(Operators.ADD, total, Operators.binary(Operators.MULTIPLY, a, b));
    }
  }
}
