package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.call.Lingering;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
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
    ThreadState ts = ThreadState.current();
    if (ts.originDepth > 0) {
      origin = origin(ts);
    }
    remembered = true;
    Lingering.add(this);
  }

  /** Who called the function, innermost first. */
  private static PyObject origin(ThreadState ts) {
    int first = ts.depth - 2;
    int n = Math.min(ts.originDepth, first + 1);
    PyObject[] calls = new PyObject[Math.max(n, 0)];
    for (int i = 0; i < n; i++) {
      PyFrame f = (PyFrame) ts.stack[first - i];
      calls[i] = PyTuple.of(f.code.filename, PyInt.of(f.line()), f.code.name);
    }
    return PyTuple.over(calls);
  }

  @Override
  public boolean needsEnd() {
    return !frame.finished && (!started || super.needsEnd());
  }

  @Override
  public void end() {
    if (started) {
      super.end();
      return;
    }
    frame.finished = true;
    boolean warned = false;
    String problem = "Exception ignored while finalizing coroutine ";
    try {
      PyObject f =
          Obj.getAttrOrNull(
              Obj.importModule("warnings"), PyStr.intern("_warn_unawaited_coroutine"));
      if (f != null) {
        f.call1(this);
        warned = true;
      }
    } catch (PyRaise e) {
      warned = e.matches(Exc.RuntimeWarning);
      Obj.runtime().unraisable(problem + Obj.repr(this), e.value, null);
    }
    if (!warned) {
      try {
        Obj.warn(Exc.RuntimeWarning, "coroutine '" + qualname + "' was never awaited");
      } catch (PyRaise e) {
        Obj.runtime().unraisable(problem + Obj.repr(this), e.value, null);
      }
    }
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
