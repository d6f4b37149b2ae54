package io.github.pycmaven.vm.interp;

import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.frame.PyFrame;

/** The statements {@code raise} and {@code except}. */
final class Raising {
  private Raising() {}

  static RuntimeException raise(PyFrame f, int n, PyObject[] s, int sp) {
    if (n == 0) {
      PyException e = ThreadState.current().handled();
      if (e == null) {
        return Exc.runtimeError("No active exception to reraise");
      }
      f.reraising = f.pc - 1;
      return new PyRaise(e);
    }
    PyObject what = s[sp - n];
    PyException e = instance(what);
    if (n == 2) {
      PyObject cause = s[sp - 1];
      if (cause == PyNone.NONE) {
        e.cause = null;
      } else if (cause instanceof PyException c) {
        e.cause = c;
      } else if (cause instanceof PyType t && t.isSubtype(Exc.BaseException)) {
        PyObject made = t.call0();
        if (!(made instanceof PyException c)) {
          return Exc.typeError(
              "calling "
                  + Obj.repr(t)
                  + " should have returned an instance of BaseException, "
                  + "not "
                  + Obj.repr(made.type));
        }
        e.cause = c;
      } else {
        return Exc.typeError("exception causes must derive from BaseException");
      }
      e.suppressContext = true;
    }
    return Exc.raise(e);
  }

  private static PyException instance(PyObject what) {
    if (what instanceof PyException e) {
      return e;
    }
    if (what instanceof PyType t && t.isSubtype(Exc.BaseException)) {
      PyObject made = t.call0();
      if (made instanceof PyException e) {
        return e;
      }
      throw Exc.typeError(
          "calling "
              + Obj.repr(t)
              + " should have returned an instance of BaseException, not "
              + Obj.repr(made.type));
    }
    throw Exc.typeError("exceptions must derive from BaseException");
  }

  static boolean matches(PyException e, PyObject type) {
    if (type instanceof PyTuple t) {
      for (PyObject o : t.items) {
        check(o);
      }
      for (PyObject o : t.items) {
        if (e.type.isSubtype((PyType) o)) {
          return true;
        }
      }
      return false;
    }
    check(type);
    return e.type.isSubtype((PyType) type);
  }

  private static void check(PyObject o) {
    if (!(o instanceof PyType t) || !t.isSubtype(Exc.BaseException)) {
      throw Exc.typeError("catching classes that do not inherit from BaseException is not allowed");
    }
  }

  static void checkGroupType(PyObject type) {
    PyObject[] all = type instanceof PyTuple t ? t.items : new PyObject[] {type};
    for (PyObject o : all) {
      check(o);
    }
    for (PyObject o : all) {
      if (((PyType) o).isSubtype(Exc.BaseExceptionGroup)) {
        throw Exc.typeError(
            "catching ExceptionGroup with except* is not allowed. Use except instead.");
      }
    }
  }
}
