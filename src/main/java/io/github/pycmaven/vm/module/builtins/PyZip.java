package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code zip}. */
@BuiltinType("zip")
public final class PyZip extends PyInstance {
  public static final PyType TYPE = PyType.builtin("zip", new PyZipTable());
  private PyObject[] iterators;
  private boolean strict;

  private PyZip(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *iterables, **kwargs)")
  static PyObject create(PyType cls, PyObject[] iterables, PyDict keywords) {
    PyZip z = new PyZip(cls);
    z.strict = strict(keywords, "zip");
    z.iterators = new PyObject[iterables.length];
    for (int i = 0; i < iterables.length; i++) {
      z.iterators[i] = iterator(iterables[i], i, "zip");
    }
    return z;
  }

  static boolean strict(PyDict keywords, String what) {
    boolean strict = false;
    if (keywords != null) {
      for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
        if (!keywords.keyAt(i).toString().equals("strict")) {
          throw Exc.typeError(
              what + "() got an unexpected keyword argument '" + keywords.keyAt(i) + "'");
        }
        strict = Obj.isTrue(keywords.valueAt(i));
      }
    }
    return strict;
  }

  private static PyObject iterator(PyObject o, int i, String what) {
    if (o.type.slot(Slot.ITER) == null && o.type.slot(Slot.GETITEM) == null) {
      throw Exc.typeError("'" + o.type.name + "' object is not iterable");
    }
    return Obj.iter(o);
  }

  /** Complains about iterables of unequal length; {@code i} is the one that ended. */
  static void unequal(PyObject[] iterators, int i, String what) {
    if (i > 0) {
      throw Exc.valueError(
          what
              + "() argument "
              + (i + 1)
              + " is shorter than argument"
              + (i == 1 ? " " : "s 1-")
              + i);
    }
    for (int j = 1; j < iterators.length; j++) {
      if (iterators[j].next() != null) {
        throw Exc.valueError(
            what
                + "() argument "
                + (j + 1)
                + " is longer than argument"
                + (j == 1 ? " " : "s 1-")
                + j);
      }
    }
  }

  private PyObject step() {
    int n = iterators.length;
    if (n == 0) {
      return null;
    }
    PyObject[] out = new PyObject[n];
    for (int i = 0; i < n; i++) {
      PyObject v = iterators[i].next();
      if (v == null) {
        if (strict) {
          unequal(iterators, i, "zip");
        }
        return null;
      }
      out[i] = v;
    }
    return new PyTuple(out);
  }

  @Override
  public PyObject next() {
    return type == TYPE || type.slotIsBuiltin(Slot.NEXT) ? step() : super.next();
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextItem() {
    return Obj.orStop(step());
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    PyTuple all = PyTuple.over(iterators);
    return strict ? PyTuple.of(type, all, PyBool.TRUE) : PyTuple.of(type, all);
  }

  @Builtin("__setstate__(self, state, /)")
  void setState(PyObject state) {
    strict = Obj.isTrue(state);
  }
}
