package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.call.Lingering;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** The awaitable of {@code __anext__} and {@code asend}. */
@BuiltinType("async_generator_asend")
final class AsyncGeneratorSend extends PyObject implements Lingering.Thing {
  static final PyType TYPE =
      PyType.builtin("async_generator_asend", new AsyncGeneratorSendTable()).forbidSubclasses();
  private final PyAsyncGenerator generator;
  private PyObject first;
  private int state;

  AsyncGeneratorSend(PyAsyncGenerator generator, PyObject first) {
    super(TYPE);
    this.generator = generator;
    this.first = first;
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
    generator.neverAwaited("asend");
  }

  private RuntimeException reused() {
    return Exc.runtimeError("cannot reuse already awaited __anext__()/asend()");
  }

  private void begin() {
    if (generator.runningAsync) {
      state = 2;
      throw Exc.runtimeError("anext(): asynchronous generator is already running");
    }
    state = 1;
    generator.runningAsync = true;
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
    if (state == 2) {
      throw reused();
    }
    PyObject v = value;
    if (state == 0) {
      begin();
      if (v == PyNone.NONE && first != null) {
        v = first;
      }
    }
    try {
      boolean before = generator.isFinished();
      PyObject r = generator.resume(v);
      if (before) {
        generator.runningAsync = false;
        throw Exc.raise(Exc.make(Exc.StopAsyncIteration));
      }
      return generator.step(r);
    } catch (PyRaise e) {
      state = 2;
      throw generator.failed(e);
    }
  }

  @Builtin("throw(self, type, value=<null>, traceback=<null>, /)")
  PyObject throwInto(PyObject kind, PyObject value, PyObject tb) {
    Generators.warnThrow(value, tb);
    if (state == 2) {
      throw reused();
    }
    if (state == 0) {
      begin();
    }
    try {
      return generator.step(generator.throwInto(kind, value, tb));
    } catch (PyRaise e) {
      state = 2;
      throw generator.failed(e);
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
