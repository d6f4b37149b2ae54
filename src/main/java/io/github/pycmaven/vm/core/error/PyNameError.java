package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** {@code NameError}. */
@BuiltinType("NameError")
public final class PyNameError extends PyException {
  public PyObject name;

  public PyNameError(PyType type, PyTuple args) {
    super(type, args);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyNameError(cls, PyTuple.over(args));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyNameError self, PyObject[] args, PyDict keywords) {
    self.args = PyTuple.over(args);
    if (keywords == null) {
      return;
    }
    for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
      String key = keywords.keyAt(i).toString();
      PyObject v = keywords.valueAt(i);
      switch (key) {
        case "name":
          self.name = v;
          break;
        default:
          throw Exc.typeError("NameError() got an unexpected keyword argument '" + key + "'");
      }
    }
  }

  @Getter(value = "name", member = true)
  static PyObject getName(PyNameError self) {
    return PyNone.orNone(self.name);
  }

  @Setter("name")
  static void setName(PyNameError self, PyObject value) {
    self.name = value;
  }
}
