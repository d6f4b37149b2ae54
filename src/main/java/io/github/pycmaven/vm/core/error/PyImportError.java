package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** {@code ImportError}. */
@BuiltinType("ImportError")
public final class PyImportError extends PyException {
  public PyObject message;
  public PyObject name;
  public PyObject path;
  public PyObject nameFrom;

  public PyImportError(PyType type, PyTuple args) {
    super(type, args);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyImportError(cls, PyTuple.over(args));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyImportError self, PyObject[] args, PyDict keywords) {
    self.args = PyTuple.over(args);
    self.message = args.length == 1 ? args[0] : null;
    self.name = null;
    self.path = null;
    self.nameFrom = null;
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
        case "path":
          self.path = v;
          break;
        case "name_from":
          self.nameFrom = v;
          break;
        default:
          throw Exc.typeError("ImportError() got an unexpected keyword argument '" + key + "'");
      }
    }
  }

  @Getter(value = "msg", member = true)
  static PyObject getMsg(PyImportError self) {
    return PyNone.orNone(self.message);
  }

  @Setter("msg")
  static void setMsg(PyImportError self, PyObject value) {
    self.message = value;
  }

  @Getter(value = "name", member = true)
  static PyObject getName(PyImportError self) {
    return PyNone.orNone(self.name);
  }

  @Setter("name")
  static void setName(PyImportError self, PyObject value) {
    self.name = value;
  }

  @Getter(value = "path", member = true)
  static PyObject getPath(PyImportError self) {
    return PyNone.orNone(self.path);
  }

  @Setter("path")
  static void setPath(PyImportError self, PyObject value) {
    self.path = value;
  }

  @Getter(value = "name_from", member = true)
  static PyObject getNamefrom(PyImportError self) {
    return PyNone.orNone(self.nameFrom);
  }

  @Setter("name_from")
  static void setNamefrom(PyImportError self, PyObject value) {
    self.nameFrom = value;
  }

  @Builtin("__str__(self, /)")
  static PyObject text(PyImportError self) {
    if (self.message instanceof PyStr && self.message.type == PyStr.TYPE) {
      return self.message;
    }
    return str(self);
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduceError(PyImportError self) {
    PyDict d = new PyDict();
    PyDict own = self.dict(self.shape.names.length > 0);
    if (own != null) {
      d.update(own);
    }
    if (self.name != null) {
      d.put("name", self.name);
    }
    if (self.path != null) {
      d.put("path", self.path);
    }
    if (self.nameFrom != null) {
      d.put("name_from", self.nameFrom);
    }
    return d.size() == 0 ? PyTuple.of(self.type, self.args) : PyTuple.of(self.type, self.args, d);
  }
}
