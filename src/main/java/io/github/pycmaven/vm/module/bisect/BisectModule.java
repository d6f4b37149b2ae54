package io.github.pycmaven.vm.module.bisect;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _bisect}. */
@BuiltinModule("_bisect")
public final class BisectModule {
  private BisectModule() {}

  /** Makes the module. */
  public static PyModule create() {
    return PyModule.of(new BisectModuleTable());
  }

  private static long find(
      PyObject a, PyObject x, long lo, PyObject hi, PyObject keyGiven, boolean right) {
    PyObject key = keyGiven == PyNone.NONE ? null : keyGiven;
    if (lo < 0) {
      throw Exc.valueError("lo must be non-negative");
    }
    long from = lo;
    long to = hi == null || hi == PyNone.NONE ? Obj.length(a) : Obj.index(hi).clipped();
    while (from < to) {
      long middle = from + to >>> 1;
      PyObject v = item(a, middle);
      if (key != null) {
        v = key.call1(v);
      }
      boolean below = right ? !Obj.isTrue(Obj.compare(x, v, 0)) : Obj.isTrue(Obj.compare(v, x, 0));
      if (below) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static PyObject item(PyObject a, long i) {
    if (a.type == PyList.TYPE && i < ((PyList) a).size) {
      return ((PyList) a).items[(int) i];
    }
    return Obj.getItem(a, PyInt.of(i));
  }

  private static void insert(PyObject a, long at, PyObject x) {
    if (a.type == PyList.TYPE) {
      PyList l = (PyList) a;
      l.insertAt((int) Math.min(at, l.size), x);
    } else {
      Calls.method(a, "insert", PyInt.of(at), x);
    }
  }

  private static PyObject keyOf(PyObject key, PyObject x) {
    return key == null || key == PyNone.NONE ? x : key.call1(x);
  }

  @Builtin("bisect_right(a, x, lo=0, hi=None, *, key=None)")
  static long right(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    return find(a, x, lo, hi, key, true);
  }

  @Builtin("bisect(a, x, lo=0, hi=None, *, key=None)")
  static long bisect(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    return find(a, x, lo, hi, key, true);
  }

  @Builtin("bisect_left(a, x, lo=0, hi=None, *, key=None)")
  static long left(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    return find(a, x, lo, hi, key, false);
  }

  @Builtin("insort_right(a, x, lo=0, hi=None, *, key=None)")
  static void insertRight(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    insert(a, find(a, keyOf(key, x), lo, hi, key, true), x);
  }

  @Builtin("insort(a, x, lo=0, hi=None, *, key=None)")
  static void insort(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    insertRight(a, x, lo, hi, key);
  }

  @Builtin("insort_left(a, x, lo=0, hi=None, *, key=None)")
  static void insertLeft(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    insert(a, find(a, keyOf(key, x), lo, hi, key, false), x);
  }
}
