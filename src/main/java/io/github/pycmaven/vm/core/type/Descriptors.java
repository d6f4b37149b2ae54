package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.PyGetSet;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyObject;

/** Writing through descriptors. */
public final class Descriptors {
  private Descriptors() {}

  /** {@code __set__}, or {@code __delete__} for null. */
  public static void set(PyObject descriptor, PyObject o, PyObject value) {
    if (descriptor instanceof PyGetSet g) {
      g.descriptorSet(o, value);
      return;
    }
    if (value != null) {
      PyObject f = descriptor.type.slot(Slot.SET);
      if (f == null) {
        throw Exc.attributeError("__set__", descriptor, null);
      }
      f.call3(descriptor, o, value);
    } else {
      PyObject f = descriptor.type.slot(Slot.DELETE);
      if (f == null) {
        throw Exc.attributeError("__delete__", descriptor, null);
      }
      f.call2(descriptor, o);
    }
  }
}
