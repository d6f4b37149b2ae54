package io.github.pycmaven.vm.interp;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PyTraceback;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.frame.PyFrame;

/** Finds the handler of an exception and writes the traceback. */
final class Unwinding {
  private Unwinding() {}

  /** Prepares stack and stack pointer, returns the handler's instruction; or throws on. */
  static int raise(PyFrame f, int pc, PyRaise e) {
    PyException x = e.value;
    int at = pc - 1;
    if (f.reraising >= 0) {
      at = f.reraising;
    } else {
      f.escaped = true;
      x.traceback = new PyTraceback(x.traceback, f, f.code.offsetOf(at), -1);
      if (f.traced) {
        e = Tracing.exception(f, e);
        x = e.value;
      }
    }
    int where = pc - 1;
    f.reraising = -1;
    int[] h = f.code.handlers();
    int found = -1;
    for (int i = 0; i < h.length; i += 4) {
      if (h[i] <= where && where < h[i + 1]) {
        found = i;
        break;
      }
    }
    if (found < 0) {
      f.finished = true;
      f.pc = at + 1;
      throw e;
    }
    int depth = (h[found + 3] >> 1) + f.code.localCount;
    PyObject[] s = f.s;
    for (int i = depth; i < s.length; i++) {
      s[i] = null;
    }
    if ((h[found + 3] & 1) != 0) {
      s[depth++] = PyInt.of(at);
    }
    s[depth++] = x;
    f.sp = depth;
    return h[found + 2];
  }

  static PyRaise stackOverflow() {
    return Exc.raise(
        Exc.make(
            Exc.RecursionError,
            io.github.pycmaven.vm.core.object.PyStr.of("maximum recursion depth exceeded")));
  }

  static PyRaise outOfMemory() {
    return Exc.raise(Exc.make(Exc.MemoryError));
  }
}
