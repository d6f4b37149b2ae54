package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code None}. */
@BuiltinType("NoneType")
public final class PyNone extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("NoneType", new PyNoneTable()).forbidSubclasses();
  public static final PyNone NONE = new PyNone();

  private PyNone() {
    super(TYPE);
  }

  /** The object, or None for null. */
  public static PyObject orNone(PyObject o) {
    return o == null ? NONE : o;
  }

  /** Null for None. */
  public static PyObject toNull(PyObject o) {
    return o == NONE ? null : o;
  }

  @Builtin("__new__(cls, /)")
  static PyObject create(PyType cls) {
    return NONE;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyObject self) {
    return "None";
  }

  @Builtin("__bool__(self, /)")
  static boolean truth(PyObject self) {
    return false;
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyObject self) {
    return 0xfca86420L;
  }
}
