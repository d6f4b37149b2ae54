package io.github.pycmaven.vm.module.thread;

import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.Pending;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _thread}. */
@BuiltinModule("_thread")
public final class ThreadModule {
  private static final int NAME_MOST = 15;

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
    m.dict.put("TIMEOUT_MAX", new PyFloat(Blocking.MOST));
    m.dict.put("_NAME_MAXLEN", PyInt.of(NAME_MOST));
    m.dict.put("_ExceptHookArgs", Threads.HOOK_ARGUMENTS);
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
    if (!Calls.isCallable(function)) {
      throw Exc.typeError("thread function must be callable");
    }
    PyThreadHandle h;
    if (handle == null || handle == PyNone.NONE) {
      h = new PyThreadHandle(0);
    } else if (handle instanceof PyThreadHandle given) {
      h = given;
    } else {
      throw Exc.typeError("'handle' must be a _ThreadHandle");
    }
    Threads.start(function, new PyObject[0], null, h, daemon);
    return h;
  }

  @Builtin("start_new_thread(function, args, kwargs=None, /)")
  static long startNew(PyObject function, PyObject args, PyObject keywords) {
    if (!Calls.isCallable(function)) {
      throw Exc.typeError("first arg must be callable");
    }
    if (!(args instanceof PyTuple t)) {
      throw Exc.typeError("2nd arg must be a tuple");
    }
    if (keywords != null && keywords != PyNone.NONE && !(keywords instanceof PyDict)) {
      throw Exc.typeError("optional 3rd arg must be a dictionary");
    }
    PyThreadHandle h = new PyThreadHandle(0);
    Threads.start(function, t.items, keywords instanceof PyDict d ? d : null, h, true);
    return h.ident();
  }

  @Builtin("start_new(function, args, kwargs=None, /)")
  static long startNewOld(PyObject function, PyObject args, PyObject keywords) {
    return startNew(function, args, keywords);
  }

  @Builtin("exit()")
  static void exit() {
    throw Exc.raise(Exc.make(Exc.SystemExit));
  }

  @Builtin("exit_thread()")
  static void exitThread() {
    exit();
  }

  @Builtin("interrupt_main(signum=2, /)")
  static void interruptMain(int number) {
    Calls.method(Obj.importModule("_signal"), "_interrupt", PyInt.of(number));
  }

  @Builtin("_excepthook(args, /)")
  static void exceptHook(PyObject args) {
    Threads.report(args);
  }

  @Builtin("_get_name()")
  static String getName() {
    return ThreadState.current().name;
  }

  @Builtin("set_name(name)")
  static void setName(String name) {
    String n = name.length() > NAME_MOST ? name.substring(0, NAME_MOST) : name;
    ThreadState.current().name = n;
    Thread.currentThread().setName(n.isEmpty() ? "python" : n);
  }

  @Builtin("daemon_threads_allowed()")
  static boolean daemonsAllowed() {
    return true;
  }

  @Builtin("_get_main_thread_ident()")
  static long mainIdent() {
    return Pending.mainIdent();
  }

  @Builtin("_make_thread_handle(ident, /)")
  static PyObject makeHandle(long ident) {
    return new PyThreadHandle(ident);
  }

  @Builtin("_shutdown()")
  static void shutdown() {
    Threads.joinAll();
  }

  @Builtin("stack_size(size=0, /)")
  static long stackSize(long size) {
    return Threads.stackSize(size);
  }

  @Builtin("_count()")
  static int count() {
    return Threads.count();
  }

  @Builtin("_is_main_interpreter()")
  static boolean isMainInterpreter() {
    return true;
  }
}
