package io.github.pycmaven.vm.module.sys;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PyTraceback;
import io.github.pycmaven.vm.core.object.Names;
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

  /** What {@code sys.unraisablehook} does unless a program has replaced it. */
  static void print(PyObject u) {
    PyObject err = Obj.getAttrOrNull(Obj.importModule("sys"), PyStr.intern("stderr"));
    if (err == null || err == PyNone.NONE) {
      return;
    }
    PyObject message = Obj.getAttr(u, "err_msg");
    PyObject object = Obj.getAttr(u, "object");
    StringBuilder text = new StringBuilder();
    if (object != PyNone.NONE) {
      text.append(message == PyNone.NONE ? "Exception ignored in" : Obj.str(message)).append(": ");
      try {
        text.append(Obj.repr(object));
      } catch (PyRaise e) {
        text.append("<object repr() failed>");
      }
      text.append('\n');
    } else if (message != PyNone.NONE) {
      text.append(Obj.str(message)).append(":\n");
    }
    if (Obj.getAttr(u, "exc_value") instanceof PyException e) {
      PyObject tb = Obj.getAttr(u, "exc_traceback");
      text.append(TracebackText.plain(e, tb instanceof PyTraceback t ? t : null));
    }
    Calls.method(err, Names.WRITE, PyStr.of(text.toString()));
    Calls.method(err, Names.FLUSH);
  }

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
