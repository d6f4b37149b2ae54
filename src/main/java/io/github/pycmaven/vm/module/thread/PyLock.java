package io.github.pycmaven.vm.module.thread;

import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** A lock that any thread may release. */
@BuiltinType("_thread.lock")
final class PyLock extends PyObject {
  static final PyType TYPE = PyType.builtin("_thread.lock", new PyLockTable()).forbidSubclasses();
  private boolean locked;

  PyLock() {
    super(TYPE);
  }

  @Builtin("__new__(cls, /)")
  static PyObject create(PyType cls) {
    return new PyLock();
  }

  @Builtin("acquire(self, blocking=True, timeout=-1)")
  boolean acquire(boolean blocking, PyObject timeout) {
    long nanos = Blocking.acquireNanos(blocking, timeout);
    return take() || nanos != 0 && Blocking.await(this, this::take, nanos);
  }

  private synchronized boolean take() {
    if (locked) {
      return false;
    }
    locked = true;
    return true;
  }

  @Builtin("acquire_lock(self, blocking=True, timeout=-1)")
  boolean acquireLock(boolean blocking, PyObject timeout) {
    return acquire(blocking, timeout);
  }

  @Builtin("release_lock(self, /)")
  void releaseLock() {
    release();
  }

  @Builtin("locked_lock(self, /)")
  boolean lockedLock() {
    return isLocked();
  }

  @Builtin("release(self, /)")
  synchronized void release() {
    if (!locked) {
      throw Exc.runtimeError("release unlocked lock");
    }
    locked = false;
    notify();
  }

  @Builtin("locked(self, /)")
  synchronized boolean isLocked() {
    return locked;
  }

  @Builtin("__enter__(self, /)")
  boolean enter() {
    return acquire(true, null);
  }

  @Builtin("__exit__(self, /, *args)")
  void exit(PyObject[] args) {
    release();
  }

  @Builtin("_at_fork_reinit(self, /)")
  synchronized void atForkReinit() {
    locked = false;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<"
        + (locked ? "locked" : "unlocked")
        + " _thread.lock object at "
        + Identity.address(this)
        + ">";
  }
}
