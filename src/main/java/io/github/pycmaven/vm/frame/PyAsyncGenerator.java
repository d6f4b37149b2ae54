package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;

/** An asynchronous generator. */
public final class PyAsyncGenerator extends PyGenerator {
  public static final PyType TYPE =
      PyType.builtin("async_generator", new AsyncGeneratorMethodsTable()).forbidSubclasses();
  boolean runningAsync;
  boolean closed;
  private boolean hooked;

  /** What is told when the generator is lost before its end; null for nobody. */
  private PyObject finalizer;

  @Override
  public boolean needsEnd() {
    return !closed && !frame.finished && started && (finalizer != null || super.needsEnd());
  }

  @Override
  public void end() {
    if (finalizer == null) {
      super.end();
      return;
    }
    PyObject f = finalizer;
    finalizer = null;
    try {
      f.call1(this);
    } catch (PyRaise e) {
      Obj.runtime()
          .unraisable(
              "Exception ignored while finalizing async generator " + Obj.repr(this),
              e.value,
              null);
    }
  }

  PyAsyncGenerator(PyFrame frame) {
    super(TYPE, frame);
  }

  @Override
  String kind() {
    return "async generator";
  }

  /** Warns of a step that was asked for and not taken. */
  void neverAwaited(String method) {
    try {
      Obj.warn(
          Exc.RuntimeWarning,
          "coroutine method '" + method + "' of " + Obj.repr(qualname) + " was never awaited");
    } catch (PyRaise e) {
      Obj.runtime()
          .unraisable(
              "Exception ignored while finalizing coroutine " + Obj.repr(this), e.value, null);
    }
  }

  void firstIteration() {
    if (hooked) {
      return;
    }
    hooked = true;
    finalizer = ThreadState.current().finalizer;
    PyObject f = ThreadState.current().firstIteration;
    if (f != null) {
      f.call1(this);
    }
  }

  /** What a step of an awaitable makes of a step of the generator. */
  PyObject step(PyObject result) {
    if (frame.finished) {
      closed = true;
      runningAsync = false;
      throw Exc.raise(Exc.make(Exc.StopAsyncIteration));
    }
    if (result instanceof AsyncValue v) {
      runningAsync = false;
      throw Exc.stopIteration(v.value);
    }
    return result;
  }

  PyRaise failed(PyRaise e) {
    if (e.matches(Exc.StopAsyncIteration) || e.matches(Exc.GeneratorExit)) {
      closed = true;
    }
    runningAsync = false;
    return e;
  }

  /** A value that the generator yielded itself, as opposed to one that it awaits. */
  static final class AsyncValue extends PyObject {
    static final PyType TYPE =
        PyType.builtin("async_generator_wrapped_value", null).forbidSubclasses();
    final PyObject value;

    AsyncValue(PyObject value) {
      super(TYPE);
      this.value = value;
    }
  }

  /** Marks a yielded value. */
  public static PyObject wrap(PyObject value) {
    return new AsyncValue(value);
  }
}
