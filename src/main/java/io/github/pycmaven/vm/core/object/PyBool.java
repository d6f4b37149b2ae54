package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code True} and {@code False}. */
@BuiltinType("bool")
public final class PyBool extends PyInt {
  public static final PyType TYPE =
      PyType.builtin("bool", PyInt.TYPE, new PyBoolTable()).forbidSubclasses();
  public static final PyBool TRUE = new PyBool(1);
  public static final PyBool FALSE = new PyBool(0);

  private PyBool(long value) {
    super(TYPE, value);
  }

  /** The object of a Java boolean. */
  public static PyBool of(boolean b) {
    return b ? TRUE : FALSE;
  }

  @Builtin("__new__(cls, object=False, /)")
  static PyObject create(PyType cls, PyObject o) {
    return of(o != null && Obj.isTrue(o));
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyBool self) {
    return self == TRUE ? "True" : "False";
  }

  @Builtin("__and__(self, value, /)")
  static PyObject and(PyObject self, PyObject other) {
    return other instanceof PyBool
        ? of(self == TRUE && other == TRUE)
        : IntMethods.and(self, other);
  }

  @Builtin("__rand__(self, value, /)")
  static PyObject rand(PyObject self, PyObject other) {
    return and(self, other);
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject other) {
    return other instanceof PyBool ? of(self == TRUE || other == TRUE) : IntMethods.or(self, other);
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return or(self, other);
  }

  @Builtin("__xor__(self, value, /)")
  static PyObject xor(PyObject self, PyObject other) {
    return other instanceof PyBool ? of(self != other) : IntMethods.xor(self, other);
  }

  @Builtin("__rxor__(self, value, /)")
  static PyObject rxor(PyObject self, PyObject other) {
    return xor(self, other);
  }

  @Builtin("__invert__(self, /)")
  static PyObject invert(PyBool self) {
    Obj.warn(
        io.github.pycmaven.vm.core.error.Exc.DeprecationWarning,
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This "
            + "returns the bitwise inversion of the underlying int object and is usually not what "
            + "you expect from the negation of a bool object. Use the 'not' operator for boolean "
            + "negation or ~int(x) for the bitwise inversion of the underlying int.");
    return PyInt.of(~self.value);
  }
}
