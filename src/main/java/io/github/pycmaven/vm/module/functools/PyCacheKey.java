package io.github.pycmaven.vm.module.functools;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;

/** The arguments of a call as the key of a cache; asks them for their hashes only once. */
@BuiltinType("functools._key")
final class PyCacheKey extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("functools._key", new PyCacheKeyTable()).uninstantiable();
  private final PyTuple parts;
  private final long hash;

  PyCacheKey(PyObject[] parts) {
    super(TYPE);
    this.parts = new PyTuple(parts);
    this.hash = Obj.hash(this.parts);
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    return hash;
  }

  @RichCompare
  PyObject compare(PyObject other, int op) {
    if (op != 2 || !(other instanceof PyCacheKey k)) {
      return PyNotImplemented.INSTANCE;
    }
    return hash == k.hash ? Obj.compare(parts, k.parts, 2) : PyBool.FALSE;
  }
}
