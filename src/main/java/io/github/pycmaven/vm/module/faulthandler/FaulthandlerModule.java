package io.github.pycmaven.vm.module.faulthandler;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code faulthandler}: faults are the JVM's own matter, a dump shows the stack. */
@BuiltinModule("faulthandler")
public final class FaulthandlerModule {
  private static boolean enabled;

  private FaulthandlerModule() {}

  /** Makes the module. */
  public static PyModule create() {
    return PyModule.of(new FaulthandlerModuleTable());
  }

  @Builtin("enable(file=<stderr>, all_threads=True, c_stack=True)")
  static void enable(PyObject file, PyObject all, PyObject stack) {
    enabled = true;
  }

  @Builtin("disable()")
  static boolean disable() {
    boolean was = enabled;
    enabled = false;
    return was;
  }

  @Builtin("is_enabled()")
  static boolean isEnabled() {
    return enabled;
  }

  @Builtin("dump_traceback(file=<stderr>, all_threads=True)")
  static void dump(PyObject file, PyObject all) {
    PyDict options = new PyDict();
    if (file != null && file != PyNone.NONE) {
      options.put("file", file);
    }
    PyObject print = Obj.getAttr(Obj.importModule("traceback"), PyStr.intern("print_stack"));
    Calls.callDict(print, Calls.NO_ARGS, options);
  }

  @Builtin("dump_traceback_later(timeout, repeat=False, file=<stderr>, exit=False)")
  static void dumpLater(PyObject timeout, PyObject repeat, PyObject file, PyObject exit) {}

  @Builtin("cancel_dump_traceback_later()")
  static void cancel() {}

  @Builtin("register(signum, file=<stderr>, all_threads=True, chain=False)")
  static void register(PyObject signal, PyObject file, PyObject all, PyObject chain) {}

  @Builtin("unregister(signum)")
  static boolean unregister(PyObject signal) {
    return false;
  }
}
