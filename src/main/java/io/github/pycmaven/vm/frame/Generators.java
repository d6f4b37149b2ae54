package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;

/** What the methods of generators and coroutines share. */
final class Generators {
  private Generators() {}

  static void warnThrow(PyObject value, PyObject tb) {
    if (value != null || tb != null) {
      Obj.warn(
          Exc.DeprecationWarning,
          "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature "
              + "instead.");
    }
  }

  static PyObject result(PyGenerator g, PyObject v) {
    if (g.isFinished()) {
      throw g.stop(v);
    }
    return v;
  }
}
