package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** A coroutine. */
public final class PyCoroutine extends PyGenerator {
  public static final PyType TYPE =
      PyType.builtin("coroutine", new CoroutineMethodsTable()).forbidSubclasses();
  PyObject origin;

  PyCoroutine(PyFrame frame) {
    super(TYPE, frame);
  }

  @Override
  String kind() {
    return "coroutine";
  }

  @Override
  public PyObject resume(PyObject value) {
    if (frame.finished && !running) {
      throw Exc.runtimeError("cannot reuse already awaited coroutine");
    }
    return super.resume(value);
  }

  @Override
  PyObject raiseInside(io.github.pycmaven.vm.core.error.PyException e) {
    if (frame.finished && !running) {
      throw Exc.runtimeError("cannot reuse already awaited coroutine");
    }
    return super.raiseInside(e);
  }

  /** What {@code __await__} of a coroutine gives. */
  @BuiltinType("coroutine_wrapper")
  public static final class Wrapper extends PyObject {
    static final PyType TYPE =
        PyType.builtin("coroutine_wrapper", new PyCoroutine_WrapperTable()).forbidSubclasses();
    private final PyCoroutine coroutine;

    Wrapper(PyCoroutine coroutine) {
      super(TYPE);
      this.coroutine = coroutine;
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return this;
    }

    @Builtin("__next__(self, /)")
    PyObject nextItem() {
      return coroutine.send(PyNone.NONE);
    }

    @Builtin("send(self, value, /)")
    PyObject send(PyObject value) {
      return coroutine.send(value);
    }

    @Builtin("throw(self, type, value=<null>, traceback=<null>, /)")
    PyObject throwInto(PyObject kind, PyObject value, PyObject tb) {
      return Generators.result(coroutine, coroutine.throwInto(kind, value, tb));
    }

    @Builtin("close(self, /)")
    PyObject close() {
      return coroutine.close();
    }
  }
}
