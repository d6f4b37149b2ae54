package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.call.Lingering;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** The awaitable of {@code athrow} and, without an exception, of {@code aclose}. */
@BuiltinType("async_generator_athrow")
final class AsyncGeneratorThrow extends PyObject implements Lingering.Thing {
  static final PyType TYPE =
      PyType.builtin("async_generator_athrow", new AsyncGeneratorThrowTable()).forbidSubclasses();
  private final PyAsyncGenerator generator;
  private final PyObject kind;
  private final PyObject value;
  private final PyObject tb;
  private int state;

  AsyncGeneratorThrow(PyAsyncGenerator generator, PyObject kind, PyObject value, PyObject tb) {
    super(TYPE);
    this.generator = generator;
    this.kind = kind;
    this.value = value;
    this.tb = tb;
    Lingering.add(this);
  }

  private Object watch;

  @Override
  public boolean needsEnd() {
    return state == 0;
  }

  @Override
  public void keep(Object w) {
    watch = w;
  }

  @Override
  public void end() {
    state = 2;
    generator.neverAwaited(kind == null ? "aclose" : "athrow");
  }

  private RuntimeException reused() {
    return Exc.runtimeError("cannot reuse already awaited aclose()/athrow()");
  }

  private void begin() {
    if (generator.runningAsync) {
      state = 2;
      throw Exc.runtimeError(
          (kind == null ? "aclose" : "athrow") + "(): asynchronous generator is already running");
    }
    if (generator.closed || generator.isFinished()) {
      state = 2;
      throw kind == null ? Exc.stopIteration(null) : Exc.raise(Exc.make(Exc.StopAsyncIteration));
    }
    state = 1;
    generator.runningAsync = true;
  }

  private PyObject result(PyObject v) {
    if (kind != null) {
      return generator.step(v);
    }
    if (generator.isFinished()) {
      throw Exc.raise(Exc.make(Exc.StopAsyncIteration));
    }
    if (v instanceof PyAsyncGenerator.AsyncValue) {
      throw Exc.runtimeError("async generator ignored GeneratorExit");
    }
    return v;
  }

  private RuntimeException failed(PyRaise e) {
    state = 2;
    generator.runningAsync = false;
    if (kind == null && (e.matches(Exc.StopAsyncIteration) || e.matches(Exc.GeneratorExit))) {
      generator.closed = true;
      return Exc.stopIteration(null);
    }
    return generator.failed(e);
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
  PyObject send(PyObject v) {
    if (state == 2) {
      throw reused();
    }
    if (state == 0) {
      if (v != PyNone.NONE) {
        throw Exc.runtimeError("can't send non-None value to a just-started coroutine");
      }
      begin();
      try {
        if (kind == null) {
          generator.closed = true;
          return result(generator.throwInto(Exc.GeneratorExit, null, null));
        }
        return result(generator.throwInto(kind, value, tb));
      } catch (PyRaise e) {
        throw failed(e);
      }
    }
    try {
      return result(generator.resume(v));
    } catch (PyRaise e) {
      throw failed(e);
    }
  }

  @Builtin("throw(self, type, value=<null>, traceback=<null>, /)")
  PyObject throwInto(PyObject k, PyObject v, PyObject t) {
    Generators.warnThrow(v, t);
    if (state == 2) {
      throw reused();
    }
    if (state == 0) {
      begin();
    }
    try {
      return result(generator.throwInto(k, v, t));
    } catch (PyRaise e) {
      throw failed(e);
    }
  }

  @Builtin("close(self, /)")
  void close() {
    if (state == 2) {
      return;
    }
    try {
      throwInto(Exc.GeneratorExit, null, null);
    } catch (PyRaise e) {
      if (e.matches(Exc.StopIteration)
          || e.matches(Exc.StopAsyncIteration)
          || e.matches(Exc.GeneratorExit)) {
        return;
      }
      throw e;
    }
    throw Exc.runtimeError("coroutine ignored GeneratorExit");
  }
}
