package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/**
 * Attributes that {@code classmethod} and {@code staticmethod} take from their function when they
 * are first asked for.
 *
 * @cpython Objects/funcobject.c:descriptor_get_wrapped_attribute
 */
final class WrappedAttributes {
  private WrappedAttributes() {}

  static PyObject get(PyInstance self, PyObject function, PyStr name) {
    PyObject v = self.instanceGet(name);
    if (v == null) {
      v = Obj.getAttr(function, name);
      self.instanceSet(name, v);
    }
    return v;
  }

  static void set(PyInstance self, PyStr name, PyObject value) {
    if (!self.instanceSet(name, value)) {
      throw Exc.attributeError(
          "'" + self.type.name + "' object has no attribute '" + name + "'", self, name);
    }
  }
}
