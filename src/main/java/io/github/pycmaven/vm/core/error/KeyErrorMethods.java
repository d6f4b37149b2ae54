package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** What {@code KeyError} does otherwise: one argument shows as its repr. */
@BuiltinType("KeyError")
final class KeyErrorMethods {
  private KeyErrorMethods() {}

  @Builtin("__str__(self, /)")
  static PyObject str(PyException self) {
    PyObject[] a = self.args.items;
    return a.length == 1 ? Obj.reprObject(a[0]) : PyException.str(self);
  }
}
