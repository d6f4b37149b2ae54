package io.github.pycmaven.vm.module.thread;

import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _thread}. */
@BuiltinModule("_thread")
public final class ThreadModule {
  private ThreadModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new ThreadModuleTable());
    m.dict.put("lock", PyLock.TYPE);
    m.dict.put("LockType", PyLock.TYPE);
    m.dict.put("RLock", PyReentrantLock.TYPE);
    m.dict.put("_local", PyThreadLocal.TYPE);
    m.dict.put("_ThreadHandle", PyThreadHandle.TYPE);
    m.dict.put("error", Exc.RuntimeError);
    m.dict.put("TIMEOUT_MAX", new PyFloat(9223372036.0));
    return m;
  }

  @Builtin("get_ident()")
  static long getIdent() {
    return ThreadState.current().id;
  }

  @Builtin("get_native_id()")
  static long getNativeId() {
    return ThreadState.current().id;
  }

  @Builtin("allocate_lock()")
  static PyObject allocateLock() {
    return new PyLock();
  }

  @Builtin("allocate()")
  static PyObject allocate() {
    return new PyLock();
  }

  @Builtin("start_joinable_thread(function, handle=None, daemon=True)")
  static PyObject startJoinable(PyObject function, PyObject handle, boolean daemon) {
    throw Exc.runtimeError("can't start new thread");
  }

  @Builtin("start_new_thread(function, args, kwargs=None, /)")
  static PyObject startNew(PyObject function, PyObject args, PyObject keywords) {
    throw Exc.runtimeError("can't start new thread");
  }

  @Builtin("daemon_threads_allowed()")
  static boolean daemonsAllowed() {
    return true;
  }

  @Builtin("_get_main_thread_ident()")
  static long mainIdent() {
    return ThreadState.current().id;
  }

  @Builtin("_make_thread_handle(ident, /)")
  static PyObject makeHandle(long ident) {
    return new PyThreadHandle(ident);
  }

  @Builtin("_shutdown()")
  static void shutdown() {}

  @Builtin("stack_size(size=0, /)")
  static int stackSize(int size) {
    return 0;
  }

  @Builtin("_count()")
  static int count() {
    return 0;
  }

  @Builtin("_is_main_interpreter()")
  static boolean isMainInterpreter() {
    return true;
  }
}
