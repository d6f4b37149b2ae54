package io.github.pycmaven.vm.module.functools;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code functools.Placeholder}. */
@BuiltinType("functools._PlaceholderType")
final class PyPlaceholder extends PyObject {
  static final PyType TYPE =
      PyType.builtin("functools._PlaceholderType", new PyPlaceholderTable()).forbidSubclasses();
  static final PyPlaceholder INSTANCE = new PyPlaceholder();

  private PyPlaceholder() {
    super(TYPE);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    if (args.length > 0 || keywords != null) {
      throw Exc.typeError("_PlaceholderType takes no arguments");
    }
    return INSTANCE;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "Placeholder";
  }

  @Builtin("__reduce__(self, /)")
  String reduce() {
    return "Placeholder";
  }
}
