package io.github.pycmaven.vm.module.sys;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyExceptionGroup;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PyTraceback;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/** Prints an uncaught exception: as the library's {@code traceback} would, without importing it. */
public final class ErrorDisplay {
  private ErrorDisplay() {}

  /** Prints to {@code sys.stderr}. */
  public static void print(PyObject value, PyObject tb) {
    PyObject sys = Obj.importModule("sys");
    PyObject err = Obj.getAttrOrNull(sys, PyStr.intern("stderr"));
    if (err == null || err == PyNone.NONE) {
      return;
    }
    PyObject flush = Obj.getAttrOrNull(Obj.getAttr(sys, "stdout"), Names.FLUSH);
    try {
      if (flush != null) {
        flush.call0();
      }
    } catch (PyRaise x) {
      // A broken standard output must not hide the exception.
    }
    printTo(err, value, tb);
  }

  /** Prints to a stream. */
  public static void printTo(PyObject err, PyObject value, PyObject tb) {
    if (!(value instanceof PyException e)) {
      return;
    }
    if (e.traceback != tb && tb instanceof PyTraceback t) {
      e.traceback = t;
    }
    if (e instanceof PyExceptionGroup || TracebackText.isLong(e)) {
      // Groups are drawn as trees, and several lines marked, by the library.
      try {
        Calls.method(
            Obj.importModule("traceback"), "print_exception", e.type, e, tb, PyNone.NONE, err);
        Calls.method(err, Names.FLUSH);
        return;
      } catch (PyRaise x) {
        // Then as any other exception.
      }
    }
    Calls.method(err, Names.WRITE, PyStr.of(TracebackText.of(e)));
    Calls.method(err, Names.FLUSH);
  }
}
