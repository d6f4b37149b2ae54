package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import io.github.pycmaven.vm.expose.Setter;

/** A variable that functions share. */
@BuiltinType("cell")
public final class PyCell extends PyObject {
  public static final PyType TYPE = PyType.builtin("cell", new PyCellTable()).forbidSubclasses();

  /** The content, null if empty. */
  public PyObject value;

  public PyCell(PyObject value) {
    super(TYPE);
    this.value = value;
  }

  @Builtin("__new__(cls, contents=<empty>, /)")
  static PyObject create(PyType cls, PyObject contents) {
    return new PyCell(contents);
  }

  @Getter("cell_contents")
  static PyObject contents(PyCell self) {
    if (self.value == null) {
      throw Exc.valueError("Cell is empty");
    }
    return self.value;
  }

  @Setter("cell_contents")
  static void setContents(PyCell self, PyObject value) {
    self.value = value;
  }

  @RichCompare
  static PyObject compare(PyCell self, PyObject other, int op) {
    if (!(other instanceof PyCell o)) {
      return PyNotImplemented.INSTANCE;
    }
    if (self.value != null && o.value != null) {
      return Obj.compare(self.value, o.value, op);
    }
    return Obj.compareResult(
        Integer.compare(self.value == null ? 0 : 1, o.value == null ? 0 : 1), op);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyCell self) {
    return "<cell at "
        + Identity.address(self)
        + ": "
        + (self.value == null
            ? "empty"
            : self.value.type.name + " object at " + Identity.address(self.value))
        + ">";
  }
}
