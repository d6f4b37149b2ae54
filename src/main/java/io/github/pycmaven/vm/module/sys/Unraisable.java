package io.github.pycmaven.vm.module.sys;

import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.type.PyType;

/** Exceptions that nobody can catch: of finalizers, callbacks and threads. */
public final class Unraisable {
  private static final PyType ARGUMENTS =
      PyStructSequence.type(
          "sys.UnraisableHookArgs", "exc_type", "exc_value", "exc_traceback", "err_msg", "object");

  private Unraisable() {}

  /** Hands an exception to {@code sys.unraisablehook}. */
  public static void report(String message, PyException e, PyObject object) {
    PyObject sys = Obj.importModule("sys");
    PyObject hook = Obj.getAttrOrNull(sys, PyStr.intern("unraisablehook"));
    if (hook == null || hook == PyNone.NONE) {
      return;
    }
    PyObject args =
        PyStructSequence.of(
            ARGUMENTS,
            e.type,
            e,
            PyNone.orNone(e.traceback),
            message == null ? PyNone.NONE : PyStr.of(message),
            PyNone.orNone(object));
    try {
      hook.call1(args);
    } catch (PyRaise x) {
      SysModule.unraisableHook(
          PyStructSequence.of(
              ARGUMENTS,
              x.value.type,
              x.value,
              PyNone.orNone(x.value.traceback),
              PyStr.of("Exception ignored in sys.unraisablehook"),
              hook));
    }
  }
}
