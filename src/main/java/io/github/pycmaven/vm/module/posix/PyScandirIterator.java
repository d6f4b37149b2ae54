package io.github.pycmaven.vm.module.posix;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** What {@code os.scandir} gives. */
@BuiltinType("posix.ScandirIterator")
final class PyScandirIterator extends PyObject {
  static final PyType TYPE =
      PyType.builtin("posix.ScandirIterator", new PyScandirIteratorTable()).uninstantiable();

  private final PyObject[] entries;
  private int at;

  PyScandirIterator(PyObject[] entries) {
    super(TYPE);
    this.entries = entries;
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyScandirIterator self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static PyObject following(PyScandirIterator self) {
    if (self.at >= self.entries.length) {
      throw Exc.stopIteration(null);
    }
    return self.entries[self.at++];
  }

  @Builtin("close(self, /)")
  static void close(PyScandirIterator self) {
    self.at = self.entries.length;
  }

  @Builtin("__enter__(self, /)")
  static PyObject enter(PyScandirIterator self) {
    return self;
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(PyScandirIterator self, PyObject[] args) {
    close(self);
  }
}
