package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;

/**
 * Comparison by special methods: the right operand's first if its class derives from the left's.
 *
 * @cpython Objects/object.c:do_richcompare
 */
final class Comparison {
  private static final int[] SWAPPED = {4, 5, 2, 3, 0, 1};
  private static final String[] OPERATORS = {"<", "<=", "==", "!=", ">", ">="};

  private Comparison() {}

  /** A comparison by the special methods of both classes. */
  static PyObject bySlots(PyObject a, PyObject b, int op) {
    ThreadState ts = ThreadState.current();
    ts.enterNative(" in comparison");
    try {
      PyType t = a.type;
      PyType u = b.type;
      boolean tried = false;
      PyObject ni = PyNotImplemented.INSTANCE;
      if (t != u && u.isSubtype(t)) {
        PyObject g = u.slot(Slot.LT + SWAPPED[op]);
        if (g != null) {
          tried = true;
          PyObject r = g.call2(b, a);
          if (r != ni) {
            return r;
          }
        }
      }
      PyObject f = t.slot(Slot.LT + op);
      if (f != null) {
        PyObject r = f.call2(a, b);
        if (r != ni) {
          return r;
        }
      }
      if (!tried) {
        PyObject g = u.slot(Slot.LT + SWAPPED[op]);
        if (g != null) {
          PyObject r = g.call2(b, a);
          if (r != ni) {
            return r;
          }
        }
      }
    } finally {
      ts.leaveNative();
    }
    if (op == 2) {
      return PyBool.of(a == b);
    }
    if (op == 3) {
      return PyBool.of(a != b);
    }
    throw Exc.typeError(
        "'"
            + OPERATORS[op]
            + "' not supported between instances of '"
            + a.type.name
            + "' and '"
            + b.type.name
            + "'");
  }
}
