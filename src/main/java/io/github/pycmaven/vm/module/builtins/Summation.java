package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyByteArray;
import io.github.pycmaven.vm.core.object.PyBytes;
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
        double hi = ((PyFloat) total).value;
        double lo = 0;
        while (o != null) {
          double x;
          if (o.getClass() == PyFloat.class) {
            x = ((PyFloat) o).value;
            double t = hi + x;
            lo += Math.abs(hi) >= Math.abs(x) ? hi - t + x : x - t + hi;
            hi = t;
          } else if (o.getClass() == PyInt.class) {
            hi += ((PyInt) o).value;
          } else {
            break;
          }
          o = it.next();
        }
        total = new PyFloat(lo != 0 && !Double.isNaN(lo) && !Double.isInfinite(lo) ? hi + lo : hi);
        if (o == null) {
          return total;
        }
      }
      total = Operators.binary(Operators.ADD, total, o);
      o = it.next();
    }
    return total;
  }
}
