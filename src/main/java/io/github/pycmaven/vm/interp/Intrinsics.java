package io.github.pycmaven.vm.interp;

import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyExceptionGroup;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.frame.PyAsyncGenerator;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.op.Importing;
import io.github.pycmaven.vm.op.Operators;

/** The intrinsic functions of the bytecode. */
final class Intrinsics {
  private Intrinsics() {}

  static PyObject unary(int which, PyObject a, PyFrame f) {
    switch (which) {
      case 1:
        return displayHook(a);
      case 2:
        Importing.importStar(a, f.locals == null ? f.globals : f.locals);
        return io.github.pycmaven.vm.core.object.PyNone.NONE;
      case 3:
        return stopIterationError(f, (PyException) a);
      case 4:
        return PyAsyncGenerator.wrap(a);
      case 5:
        return Operators.positive(a);
      case 6:
        return PyTuple.over(((PyList) a).toArray());
      case 7:
      case 8:
      case 9:
        return TypeParameters.make(which, a, f);
      case 10:
        return TypeParameters.genericBase(a);
      case 11:
        return TypeParameters.alias((PyTuple) a, f);
      default:
        throw Exc.systemError("unknown intrinsic function " + which);
    }
  }

  private static PyObject displayHook(PyObject v) {
    PyObject sys = Obj.importModule("sys");
    return Obj.getAttr(sys, "displayhook").call1(v);
  }

  private static PyObject stopIterationError(PyFrame f, PyException e) {
    String what = null;
    int flags = f.code.flags();
    if (e.type.isSubtype(Exc.StopIteration)) {
      what =
          (flags & 512) != 0
              ? "async generator raised StopIteration"
              : (flags & 128) != 0
                  ? "coroutine raised StopIteration"
                  : "generator raised StopIteration";
    } else if ((flags & 512) != 0 && e.type.isSubtype(Exc.StopAsyncIteration)) {
      what = "async generator raised StopAsyncIteration";
    }
    if (what == null) {
      return e;
    }
    PyException r = Exc.make(Exc.RuntimeError, PyStr.of(what));
    r.cause = e;
    r.context = e;
    r.suppressContext = true;
    return r;
  }

  static PyObject binary(int which, PyObject a, PyObject b) {
    switch (which) {
      case 1:
        return PyExceptionGroup.prepareReraise(a, (PyList) b);
      case 2:
      case 3:
        return TypeParameters.bounded(which, a, b);
      case 4:
        ((PyFunction) a).setTypeParams(b);
        return a;
      case 5:
        TypeParameters.setDefault(a, b);
        return a;
      default:
        throw Exc.systemError("unknown intrinsic function " + which);
    }
  }
}
