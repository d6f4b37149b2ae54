package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.Slot;

/** What calls of every kind share. */
public final class Calls {
  public static final PyObject[] NO_ARGS = {};

  private Calls() {}

  /** The {@code __call__} of an object's class. */
  public static PyObject slot(PyObject o) {
    PyObject s = o.type.slot(Slot.CALL);
    if (s == null) {
      throw Exc.typeError("'" + o.type.name + "' object is not callable");
    }
    return s;
  }

  /** Whether the object can be called. */
  public static boolean isCallable(PyObject o) {
    return o.type.slot(Slot.CALL) != null;
  }

  /** The arguments with self before them. */
  public static PyObject[] prepend(PyObject self, PyObject[] args) {
    PyObject[] all = new PyObject[args.length + 1];
    all[0] = self;
    System.arraycopy(args, 0, all, 1, args.length);
    return all;
  }

  /** Calls with a tuple of positional arguments and a dictionary of keywords or null. */
  public static PyObject callDict(PyObject f, PyObject[] args, PyDict keywords) {
    if (keywords == null || keywords.size() == 0) {
      switch (args.length) {
        case 0:
          return f.call0();
        case 1:
          return f.call1(args[0]);
        case 2:
          return f.call2(args[0], args[1]);
        case 3:
          return f.call3(args[0], args[1], args[2]);
        default:
          return f.callN(args);
      }
    }
    int n = keywords.size();
    PyObject[] all = new PyObject[args.length + n];
    System.arraycopy(args, 0, all, 0, args.length);
    PyStr[] names = new PyStr[n];
    int at = 0;
    for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
      PyObject key = keywords.keyAt(i);
      if (!(key instanceof PyStr)) {
        throw Exc.typeError("keywords must be strings");
      }
      names[at] = (PyStr) key;
      all[args.length + at++] = keywords.valueAt(i);
    }
    return f.callKw(all, names);
  }

  /** Calls a method by name. */
  public static PyObject method(PyObject o, PyStr name) {
    PyObject f = o.type.lookup(name);
    if (f != null && isFunctionLike(f) && o.instanceGet(name) == null) {
      return f.call1(o);
    }
    return io.github.pycmaven.vm.core.object.Obj.getAttr(o, name).call0();
  }

  /** Calls a method by name with one argument. */
  public static PyObject method(PyObject o, PyStr name, PyObject a) {
    return io.github.pycmaven.vm.core.object.Obj.getAttr(o, name).call1(a);
  }

  /** Calls a method by name with arguments. */
  public static PyObject method(PyObject o, String name, PyObject... args) {
    return callDict(
        io.github.pycmaven.vm.core.object.Obj.getAttr(o, PyStr.intern(name)), args, null);
  }

  /** Whether looking the object up on an instance gives a method of the instance. */
  public static boolean isFunctionLike(PyObject f) {
    return f instanceof PyFunction || f instanceof PyMethodDescriptor;
  }

  /**
   * Positional arguments as a tuple, keywords as a dictionary: what {@code f(*args, **kw)} passes.
   */
  public static PyObject callTuple(PyObject f, PyTuple args, PyDict keywords) {
    return callDict(f, args.items, keywords);
  }
}
