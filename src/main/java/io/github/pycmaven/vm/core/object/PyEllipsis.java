package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code Ellipsis}. */
@BuiltinType("ellipsis")
public final class PyEllipsis extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("ellipsis", new PyEllipsisTable()).forbidSubclasses();
  public static final PyEllipsis INSTANCE = new PyEllipsis();

  private PyEllipsis() {
    super(TYPE);
  }

  @Builtin("__new__(cls, /)")
  static PyObject create(PyType cls) {
    return INSTANCE;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyObject self) {
    return "Ellipsis";
  }

  @Builtin("__reduce__(self, /)")
  static String reduce(PyObject self) {
    return "Ellipsis";
  }
}
