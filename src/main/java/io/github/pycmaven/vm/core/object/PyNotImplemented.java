package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code NotImplemented}. */
@BuiltinType("NotImplementedType")
public final class PyNotImplemented extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("NotImplementedType", new PyNotImplementedTable()).forbidSubclasses();
  public static final PyNotImplemented INSTANCE = new PyNotImplemented();

  private PyNotImplemented() {
    super(TYPE);
  }

  @Builtin("__new__(cls, /)")
  static PyObject create(PyType cls) {
    return INSTANCE;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyObject self) {
    return "NotImplemented";
  }

  @Builtin("__reduce__(self, /)")
  static String reduce(PyObject self) {
    return "NotImplemented";
  }

  @Builtin("__bool__(self, /)")
  static boolean truth(PyObject self) {
    throw Exc.typeError("NotImplemented should not be used in a boolean context");
  }
}
