package io.github.pycmaven.vm.module.thread;

import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** {@code _thread._ThreadHandle}: what {@code threading} knows of a thread. */
@BuiltinType("_thread._ThreadHandle")
final class PyThreadHandle extends PyObject {
  static final PyType TYPE =
      PyType.builtin("_thread._ThreadHandle", new PyThreadHandleTable()).forbidSubclasses();

  private enum State {
    NEW,
    STARTED,
    DONE
  }

  private long ident;
  private State state;

  PyThreadHandle(long ident) {
    super(TYPE);
    this.ident = ident;
    state = ident == 0 ? State.NEW : State.STARTED;
  }

  @Builtin("__new__(cls)")
  static PyObject create(PyType cls) {
    return new PyThreadHandle(0);
  }

  synchronized void begin(long ident) {
    if (state != State.NEW) {
      throw Exc.runtimeError("thread already started");
    }
    this.ident = ident;
    state = State.STARTED;
  }

  synchronized void failed() {
    state = State.NEW;
    ident = 0;
  }

  /** The thread has left the interpreter. */
  synchronized void end() {
    state = State.DONE;
    notifyAll();
  }

  @Getter("ident")
  long ident() {
    return ident;
  }

  @Builtin("is_done(self, /)")
  synchronized boolean isDone() {
    return state == State.DONE;
  }

  @Builtin("_set_done(self, /)")
  synchronized void setDone() {
    if (state == State.NEW) {
      throw Exc.runtimeError("thread not started");
    }
    end();
  }

  @Builtin("join(self, timeout=None, /)")
  void join(PyObject timeout) {
    if (state == State.NEW) {
      throw Exc.runtimeError("thread not started");
    }
    if (state != State.DONE && ident == ThreadState.current().id) {
      throw Exc.runtimeError("Cannot join current thread");
    }
    long nanos =
        timeout == null || timeout == PyNone.NONE ? -1 : Math.max(-1, Blocking.nanos(timeout));
    if (!isDone()) {
      Blocking.await(this, () -> state == State.DONE, nanos);
    }
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<_ThreadHandle object at " + Identity.address(this) + ": ident=" + ident + ">";
  }
}
