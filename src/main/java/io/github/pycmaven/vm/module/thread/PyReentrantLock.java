package io.github.pycmaven.vm.module.thread;

import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** A lock that its owner may take again. */
@BuiltinType("_thread.RLock")
final class PyReentrantLock extends PyInstance {
  static final PyType TYPE = PyType.builtin("_thread.RLock", new PyReentrantLockTable());
  private ThreadState owner;
  private int count;

  private PyReentrantLock(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyReentrantLock(cls);
  }

  @Builtin("acquire(self, blocking=True, timeout=-1)")
  boolean acquire(boolean blocking, PyObject timeout) {
    long nanos = Blocking.acquireNanos(blocking, timeout);
    ThreadState me = ThreadState.current();
    return take(me) || nanos != 0 && Blocking.await(this, () -> take(me), nanos);
  }

  private synchronized boolean take(ThreadState me) {
    if (owner != null && owner != me) {
      return false;
    }
    owner = me;
    count++;
    return true;
  }

  @Builtin("release(self, /)")
  synchronized void release() {
    if (owner != ThreadState.current()) {
      throw Exc.runtimeError("cannot release un-acquired lock");
    }
    if (--count == 0) {
      owner = null;
      notify();
    }
  }

  @Builtin("locked(self, /)")
  boolean isLocked() {
    return owner != null;
  }

  @Builtin("__enter__(self, /)")
  boolean enter() {
    return acquire(true, null);
  }

  @Builtin("__exit__(self, /, *args)")
  void exit(PyObject[] args) {
    release();
  }

  @Builtin("_is_owned(self, /)")
  boolean isOwned() {
    return owner == ThreadState.current();
  }

  @Builtin("_recursion_count(self, /)")
  int recursionCount() {
    return owner == ThreadState.current() ? count : 0;
  }

  @Builtin("_release_save(self, /)")
  synchronized PyObject releaseSave() {
    if (count == 0) {
      throw Exc.runtimeError("cannot release un-acquired lock");
    }
    PyObject state = PyTuple.of(PyInt.of(count), PyInt.of(owner.id));
    count = 0;
    owner = null;
    notify();
    return state;
  }

  @Builtin("_acquire_restore(self, state, /)")
  void acquireRestore(PyObject state) {
    acquire(true, null);
    count = Obj.index(((PyTuple) state).items[0]).clippedInt();
  }

  @Builtin("_at_fork_reinit(self, /)")
  void atForkReinit() {
    owner = null;
    count = 0;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<"
        + (owner != null ? "locked" : "unlocked")
        + " _thread.RLock object owner="
        + (owner == null ? 0 : owner.id)
        + " count="
        + count
        + " at "
        + Identity.address(this)
        + ">";
  }
}
