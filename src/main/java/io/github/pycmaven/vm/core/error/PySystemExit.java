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

/** {@code SystemExit}. */
@BuiltinType("SystemExit")
public final class PySystemExit extends PyException {
  public PyObject code;

  public PySystemExit(PyType type, PyTuple args) {
    super(type, args);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PySystemExit(cls, PyTuple.over(args));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PySystemExit self, PyObject[] args, PyDict keywords) {
    noKeywords(self, keywords);
    self.args = PyTuple.over(args);
    self.code = args.length == 0 ? PyNone.NONE : args.length == 1 ? args[0] : self.args;
  }

  @Getter(value = "code", member = true)
  static PyObject getCode(PySystemExit self) {
    return PyNone.orNone(self.code);
  }

  @Setter("code")
  static void setCode(PySystemExit self, PyObject value) {
    self.code = value;
  }
}
