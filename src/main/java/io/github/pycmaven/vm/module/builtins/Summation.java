package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyByteArray;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyComplex;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.op.Operators;

/** {@code sum}: floats with compensation, as CPython does. */
final class Summation {
  private Summation() {}

  static PyObject sum(PyObject iterable, PyObject start) {
    PyObject it = Obj.iter(iterable);
    PyObject total = start == null ? PyInt.ZERO : start;
    if (total instanceof PyStr) {
      throw Exc.typeError("sum() can't sum strings [use ''.join(seq) instead]");
    }
    if (total instanceof PyBytes) {
      throw Exc.typeError("sum() can't sum bytes [use b''.join(seq) instead]");
    }
    if (total instanceof PyByteArray) {
      throw Exc.typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
    }
    PyObject o = it.next();
    while (o != null) {
      if (total.getClass() == PyInt.class) {
        long t = ((PyInt) total).value;
        while (o != null && o.getClass() == PyInt.class) {
          long v = ((PyInt) o).value;
          long r = t + v;
          if (((t ^ r) & (v ^ r)) < 0) {
            break;
          }
          t = r;
          o = it.next();
        }
        total = PyInt.of(t);
        if (o == null) {
          return total;
        }
      }
      if (total.getClass() == PyFloat.class) {
        Compensated sum = new Compensated(((PyFloat) total).value);
        while (o != null && sum.addReal(o)) {
          o = it.next();
        }
        total = new PyFloat(sum.value());
        if (o == null) {
          return total;
        }
      }
      if (total.getClass() == PyComplex.class) {
        Compensated re = new Compensated(((PyComplex) total).real);
        Compensated im = new Compensated(((PyComplex) total).imaginary);
        while (o != null) {
          if (o instanceof PyComplex z && o.type == PyComplex.TYPE) {
            re.add(z.real);
            im.add(z.imaginary);
          } else if (!re.addReal(o)) {
            break;
          }
          o = it.next();
        }
        total = new PyComplex(re.value(), im.value());
        if (o == null) {
          return total;
        }
      }
      total = Operators.binary(Operators.ADD, total, o);
      o = it.next();
    }
    return total;
  }

  /** A sum of doubles and what rounding has taken from it. */
  private static final class Compensated {
    private double high;
    private double low;

    Compensated(double start) {
      high = start;
    }

    void add(double x) {
      double t = high + x;
      low += Math.abs(high) >= Math.abs(x) ? high - t + x : x - t + high;
      high = t;
    }

    /** Adds a float or an int; false if it is neither. */
    boolean addReal(PyObject o) {
      if (o.getClass() == PyFloat.class) {
        add(((PyFloat) o).value);
      } else if (o instanceof PyInt) {
        add(Obj.toDouble(o));
      } else {
        return false;
      }
      return true;
    }

    double value() {
      return low != 0 && !Double.isNaN(low) && !Double.isInfinite(low) ? high + low : high;
    }
  }
}
