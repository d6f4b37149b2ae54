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

/** {@code StopIteration}. */
@BuiltinType("StopIteration")
public final class PyStopIteration extends PyException {
  public PyObject value;

  public PyStopIteration(PyType type, PyTuple args) {
    super(type, args);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyStopIteration(cls, PyTuple.over(args));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyStopIteration self, PyObject[] args, PyDict keywords) {
    noKeywords(self, keywords);
    self.args = PyTuple.over(args);
    self.value = args.length > 0 ? args[0] : PyNone.NONE;
  }

  @Getter(value = "value", member = true)
  static PyObject getValue(PyStopIteration self) {
    return PyNone.orNone(self.value);
  }

  @Setter("value")
  static void setValue(PyStopIteration self, PyObject value) {
    self.value = value;
  }

  /** The exception that ends an iteration with a value, not yet raised. */
  public static PyStopIteration withValue(PyObject value) {
    PyStopIteration e = new PyStopIteration(Exc.StopIteration, PyTuple.of(value));
    e.value = value;
    return e;
  }
}
