package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.op.Awaiting;

/** The awaitable of {@code anext(iterator, default)}. */
@BuiltinType("anext_awaitable")
final class PyAnext extends PyObject {
  static final PyType TYPE =
      PyType.builtin("anext_awaitable", new PyAnextTable()).forbidSubclasses();
  private final PyObject wrapped;
  private final PyObject fallback;

  PyAnext(PyObject wrapped, PyObject fallback) {
    super(TYPE);
    this.wrapped = wrapped;
    this.fallback = fallback;
  }

  private RuntimeException translate(PyRaise e) {
    return e.matches(Exc.StopAsyncIteration) ? Exc.stopIteration(fallback) : e;
  }

  private PyObject iterator() {
    PyObject it = Awaiting.awaitable(wrapped, 0);
    return it;
  }

  @Builtin("__await__(self, /)")
  PyObject await() {
    return this;
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextItem() {
    return send(PyNone.NONE);
  }

  @Builtin("send(self, value, /)")
  PyObject send(PyObject value) {
    try {
      return Calls.method(iterator(), Names.SEND, value);
    } catch (PyRaise e) {
      throw translate(e);
    }
  }

  @Builtin("throw(self, type, value=<null>, traceback=<null>, /)")
  PyObject throwInto(PyObject kind, PyObject value, PyObject tb) {
    try {
      PyObject f = Obj.getAttr(iterator(), Names.THROW);
      return value == null && tb == null
          ? f.call1(kind)
          : f.call3(kind, PyNone.orNone(value), PyNone.orNone(tb));
    } catch (PyRaise e) {
      throw translate(e);
    }
  }

  @Builtin("close(self, /)")
  PyObject close() {
    try {
      return Calls.method(iterator(), Names.CLOSE);
    } catch (PyRaise e) {
      throw translate(e);
    }
  }
}
