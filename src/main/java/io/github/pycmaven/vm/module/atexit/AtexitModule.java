package io.github.pycmaven.vm.module.atexit;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The module {@code atexit}; whoever ends the program calls {@code _run_exitfuncs}. */
@BuiltinModule("atexit")
public final class AtexitModule {
  private record Callback(PyObject function, PyObject[] args, PyDict keywords) {}

  private static final List<Callback> CALLBACKS = new ArrayList<>();

  private AtexitModule() {}

  /** Makes the module. */
  public static PyModule create() {
    return PyModule.of(new AtexitModuleTable());
  }

  @Builtin("register(*args, **kwargs)")
  static PyObject register(PyObject[] args, PyDict keywords) {
    if (args.length == 0) {
      throw Exc.typeError("register() takes at least 1 argument (0 given)");
    }
    if (!Calls.isCallable(args[0])) {
      throw Exc.typeError("the first argument must be callable");
    }
    CALLBACKS.add(new Callback(args[0], Arrays.copyOfRange(args, 1, args.length), keywords));
    return args[0];
  }

  @Builtin("unregister(func, /)")
  static void unregister(PyObject function) {
    CALLBACKS.removeIf(c -> Obj.same(c.function, function));
  }

  @Builtin("_clear()")
  static void clear() {
    CALLBACKS.clear();
  }

  @Builtin("_ncallbacks()")
  static int count() {
    return CALLBACKS.size();
  }

  @Builtin("_run_exitfuncs()")
  static void run() {
    while (!CALLBACKS.isEmpty()) {
      Callback c = CALLBACKS.remove(CALLBACKS.size() - 1);
      try {
        Calls.callDict(c.function, c.args, c.keywords);
      } catch (PyRaise e) {
        String callback = "Exception ignored in atexit callback " + Obj.repr(c.function);
        Obj.runtime().unraisable(callback, e.value, null);
      }
    }
  }
}
