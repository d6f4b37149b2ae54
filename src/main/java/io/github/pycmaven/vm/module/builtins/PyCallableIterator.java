package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code iter(callable, sentinel)}. */
@BuiltinType("callable_iterator")
final class PyCallableIterator extends PyObject {
  static final PyType TYPE =
      PyType.builtin("callable_iterator", new PyCallableIteratorTable()).forbidSubclasses();
  private PyObject callable;
  private final PyObject sentinel;

  PyCallableIterator(PyObject callable, PyObject sentinel) {
    super(TYPE);
    this.callable = callable;
    this.sentinel = sentinel;
  }

  @Override
  public PyObject next() {
    if (callable == null) {
      return null;
    }
    try {
      PyObject v = callable.call0();
      if (callable == null) {
        return null;
      }
      if (!Obj.same(sentinel, v)) {
        return v;
      }
    } catch (PyRaise e) {
      if (!e.matches(Exc.StopIteration)) {
        throw e;
      }
    }
    callable = null;
    return null;
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextItem() {
    return Obj.orStop(next());
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    PyObject function = Obj.builtin("iter");
    return callable == null
        ? PyTuple.of(function, PyTuple.of(PyTuple.EMPTY))
        : PyTuple.of(function, PyTuple.of(callable, sentinel));
  }
}
