package io.github.pycmaven.vm.module.typing;

import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code typing.NoDefault}. */
@BuiltinType("NoDefaultType")
final class NoDefault extends PyObject {
  static final PyType TYPE =
      PyType.builtin("NoDefaultType", new NoDefaultTable()).forbidSubclasses();
  static final NoDefault INSTANCE = new NoDefault();

  private NoDefault() {
    super(TYPE);
  }

  @Builtin("__new__(cls)")
  static PyObject create(PyType cls) {
    return INSTANCE;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "typing.NoDefault";
  }

  @Builtin("__reduce__(self, /)")
  String reduce() {
    return "NoDefault";
  }
}
