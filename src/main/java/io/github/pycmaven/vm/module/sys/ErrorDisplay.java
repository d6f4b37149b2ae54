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
import io.github.pycmaven.vm.frame.PyFrame;

/** Prints an uncaught exception: by the library's {@code traceback}, plainly if that fails. */
public final class ErrorDisplay {
  private ErrorDisplay() {}

  /** Prints to {@code sys.stderr}. */
  public static void print(PyObject value, PyObject tb) {
    PyObject sys = Obj.importModule("sys");
    PyObject err = Obj.getAttrOrNull(sys, PyStr.intern("stderr"));
    if (err == null || err == PyNone.NONE || !(value instanceof PyException e)) {
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
    try {
      PyObject m = Obj.importModule("traceback");
      Calls.method(m, "print_exception", e.type, e, tb);
    } catch (PyRaise x) {
      plain(e, err);
    }
    Calls.method(err, Names.FLUSH);
  }

  private static void plain(PyException e, PyObject err) {
    StringBuilder b = new StringBuilder();
    describe(e, b, 0);
    Calls.method(err, Names.WRITE, PyStr.of(b.toString()));
  }

  private static void describe(PyException e, StringBuilder b, int depth) {
    if (depth > 20) {
      return;
    }
    if (e.cause != null) {
      describe(e.cause, b, depth + 1);
      b.append("\nThe above exception was the direct cause of the following exception:\n\n");
    } else if (e.context != null && !e.suppressContext) {
      describe(e.context, b, depth + 1);
      b.append("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    if (e.traceback != null) {
      b.append("Traceback (most recent call last):\n");
    }
    for (PyTraceback t = e.traceback; t != null; t = t.next) {
      PyFrame f = (PyFrame) t.frame;
      b.append("  File \"")
          .append(f.code.filename)
          .append("\", line ")
          .append(t.line())
          .append(", in ")
          .append(f.code.name)
          .append('\n');
    }
    b.append(e.type.isHeap ? e.type.fullName() : e.type.name);
    try {
      String text = Obj.str(e);
      if (!text.isEmpty()) {
        b.append(": ").append(text);
      }
    } catch (PyRaise x) {
      b.append(": <exception str() failed>");
    }
    b.append('\n');
  }
}
