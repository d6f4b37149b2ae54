package io.github.pycmaven.vm.module.math;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The functions of {@code math} that compute with ints. */
@BuiltinModule("math")
final class IntegerMath {
  private IntegerMath() {}

  /** The int part of a float. */
  static PyInt exact(double v) {
    if (Double.isNaN(v)) {
      throw Exc.valueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(v)) {
      throw Exc.overflowError("cannot convert float infinity to integer");
    }
    return Math.abs(v) < 9.2e18 ? PyInt.of((long) v) : PyInt.of(new BigDecimal(v).toBigInteger());
  }

  @Builtin("gcd(*integers)")
  static PyObject gcd(PyObject[] all) {
    PyInt r = PyInt.ZERO;
    for (PyObject o : all) {
      r = gcd(r, Obj.index(o));
    }
    return r;
  }

  private static PyInt gcd(PyInt x, PyInt y) {
    if (x.isBig() || y.isBig() || x.value == Long.MIN_VALUE || y.value == Long.MIN_VALUE) {
      return PyInt.of(x.big().gcd(y.big()));
    }
    long a = Math.abs(x.value);
    long b = Math.abs(y.value);
    while (b != 0) {
      long t = a % b;
      a = b;
      b = t;
    }
    return PyInt.of(a);
  }

  @Builtin("lcm(*integers)")
  static PyObject lcm(PyObject[] all) {
    PyInt r = PyInt.ONE;
    for (PyObject o : all) {
      PyInt i = Obj.index(o);
      if (r.signum() == 0 || i.signum() == 0) {
        r = PyInt.ZERO;
        continue;
      }
      BigInteger a = r.big();
      r = PyInt.of(a.divide(gcd(r, i).big()).multiply(i.big()).abs());
    }
    return r;
  }

  @Builtin("isqrt(n, /)")
  static PyObject isqrt(PyObject o) {
    PyInt n = Obj.index(o);
    if (n.signum() < 0) {
      throw Exc.valueError("isqrt() argument must be nonnegative");
    }
    if (n.isBig()) {
      return PyInt.of(n.big().sqrt());
    }
    long v = n.value;
    long r = (long) Math.sqrt((double) v);
    while (r > 3037000499L || r * r > v) {
      r--;
    }
    while (r < 3037000499L && (r + 1) * (r + 1) <= v) {
      r++;
    }
    return PyInt.of(r);
  }

  /** The product of all ints of a range. */
  private static BigInteger product(long from, long to) {
    if (to - from < 16) {
      BigInteger r = BigInteger.ONE;
      long small = 1;
      for (long i = from; i <= to; i++) {
        if (i < 1 << 20 && small < 1L << 42) {
          small *= i;
        } else {
          r = r.multiply(BigInteger.valueOf(small));
          small = i;
        }
      }
      return r.multiply(BigInteger.valueOf(small));
    }
    long middle = from + to >>> 1;
    return product(from, middle).multiply(product(middle + 1, to));
  }

  @Builtin("factorial(n, /)")
  static PyObject factorial(PyObject o) {
    PyInt n = Obj.index(o);
    if (n.signum() < 0) {
      throw Exc.valueError("factorial() not defined for negative values");
    }
    if (n.isBig()) {
      throw Exc.overflowError("factorial() argument should not exceed " + Long.MAX_VALUE);
    }
    return n.value < 2 ? PyInt.ONE : PyInt.of(product(2, n.value));
  }

  private static BigInteger count(PyObject o, String name) {
    BigInteger v = Obj.index(o).big();
    if (v.signum() < 0) {
      throw Exc.valueError(name + " must be a non-negative integer");
    }
    return v;
  }

  private static BigInteger falling(BigInteger n, long k) {
    if (n.bitLength() < 63) {
      return k == 0 ? BigInteger.ONE : product(n.longValue() - k + 1, n.longValue());
    }
    BigInteger r = BigInteger.ONE;
    for (long i = 0; i < k; i++) {
      r = r.multiply(n.subtract(BigInteger.valueOf(i)));
    }
    return r;
  }

  @Builtin("perm(n, k=None, /)")
  static PyObject perm(PyObject n, PyObject k) {
    if (k == null || k == PyNone.NONE) {
      return factorial(n);
    }
    PyInt a = Obj.index(n);
    PyInt b = Obj.index(k);
    BigInteger from = count(a, "n");
    BigInteger many = count(b, "k");
    if (many.compareTo(from) > 0) {
      return PyInt.ZERO;
    }
    if (many.bitLength() > 63) {
      throw Exc.overflowError("k must not exceed " + Long.MAX_VALUE);
    }
    return PyInt.of(falling(from, many.longValue()));
  }

  @Builtin("comb(n, k, /)")
  static PyObject comb(PyObject n, PyObject k) {
    PyInt a = Obj.index(n);
    PyInt b = Obj.index(k);
    BigInteger from = count(a, "n");
    BigInteger many = count(b, "k");
    if (many.compareTo(from) > 0) {
      return PyInt.ZERO;
    }
    many = many.min(from.subtract(many));
    if (many.bitLength() > 63) {
      throw Exc.overflowError("min(n - k, k) must not exceed " + Long.MAX_VALUE);
    }
    long m = many.longValue();
    if (m == 0) {
      return PyInt.ONE;
    }
    return PyInt.of(falling(from, m).divide(product(1, m)));
  }
}
