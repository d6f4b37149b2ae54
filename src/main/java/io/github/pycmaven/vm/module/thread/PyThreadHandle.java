package io.github.pycmaven.vm.module.thread;

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
  private final long ident;
  private boolean done;

  PyThreadHandle(long ident) {
    super(TYPE);
    this.ident = ident;
  }

  @Builtin("__new__(cls)")
  static PyObject create(PyType cls) {
    return new PyThreadHandle(0);
  }

  @Getter("ident")
  long ident() {
    return ident;
  }

  @Builtin("is_done(self, /)")
  boolean isDone() {
    return done;
  }

  @Builtin("_set_done(self, /)")
  void setDone() {
    done = true;
  }

  @Builtin("join(self, timeout=None, /)")
  void join(PyObject timeout) {}
}
