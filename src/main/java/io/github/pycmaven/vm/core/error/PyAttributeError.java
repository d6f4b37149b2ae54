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

/** {@code AttributeError}. */
@BuiltinType("AttributeError")
public final class PyAttributeError extends PyException {
  public PyObject name;
  public PyObject object;

  public PyAttributeError(PyType type, PyTuple args) {
    super(type, args);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyAttributeError(cls, PyTuple.over(args));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyAttributeError self, PyObject[] args, PyDict keywords) {
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
        case "obj":
          self.object = v;
          break;
        default:
          throw Exc.typeError("AttributeError() got an unexpected keyword argument '" + key + "'");
      }
    }
  }

  @Getter(value = "name", member = true)
  static PyObject getName(PyAttributeError self) {
    return PyNone.orNone(self.name);
  }

  @Setter("name")
  static void setName(PyAttributeError self, PyObject value) {
    self.name = value;
  }

  @Getter(value = "obj", member = true)
  static PyObject getObj(PyAttributeError self) {
    return PyNone.orNone(self.object);
  }

  @Setter("obj")
  static void setObj(PyAttributeError self, PyObject value) {
    self.object = value;
  }

  @Builtin("__getstate__(self, /)")
  static PyObject getState(PyAttributeError self) {
    PyDict d = new PyDict();
    PyDict own = self.dict(self.shape.names.length > 0);
    if (own != null) {
      d.update(own);
    }
    if (self.name != null) {
      d.put("name", self.name);
    }
    if (self.args != null) {
      d.put("args", self.args);
    }
    return d;
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduceError(PyAttributeError self) {
    return PyTuple.of(self.type, self.args, getState(self));
  }
}
