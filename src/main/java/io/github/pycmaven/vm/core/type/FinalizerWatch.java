package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.Finalizers;
import io.github.pycmaven.vm.core.object.PyObject;

/** Known to one object alone, so that the collector finds both at once. */
final class FinalizerWatch {
  private final PyObject object;

  FinalizerWatch(PyObject object) {
    this.object = object;
    Finalizers.use();
  }

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    Finalizers.add(object);
  }
}
