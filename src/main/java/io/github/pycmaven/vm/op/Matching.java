package io.github.pycmaven.vm.op;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.ClassTests;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyByteArray;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyFrozenSet;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PySet;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import java.util.ArrayList;
import java.util.List;

/** Structural pattern matching. */
public final class Matching {
  private static final PyType[] SELF = {
    PyInt.TYPE,
    PyStr.TYPE,
    PyFloat.TYPE,
    PyList.TYPE,
    PyTuple.TYPE,
    PyDict.TYPE,
    PySet.TYPE,
    PyFrozenSet.TYPE,
    PyBytes.TYPE,
    PyByteArray.TYPE
  };

  private Matching() {}

  /** Whether a mapping pattern may match. */
  public static boolean isMapping(PyObject o) {
    return o.type.pattern() == 1;
  }

  /** Whether a sequence pattern may match. */
  public static boolean isSequence(PyObject o) {
    return o.type.pattern() == 2;
  }

  /** The values of the keys as a tuple, None if one is missing. */
  public static PyObject keys(PyObject subject, PyTuple keys) {
    PyObject[] out = new PyObject[keys.items.length];
    PyObject get = null;
    PyObject dummy = null;
    PySet seen = new PySet();
    for (int i = 0; i < out.length; i++) {
      PyObject k = keys.items[i];
      if (seen.contains(k)) {
        throw Exc.valueError("mapping pattern checks duplicate key (" + Obj.repr(k) + ")");
      }
      seen.add(k);
      PyObject v;
      if (subject.type == PyDict.TYPE) {
        v = ((PyDict) subject).get(k);
      } else {
        if (get == null) {
          get = Obj.getAttr(subject, "get");
          dummy = new io.github.pycmaven.vm.core.type.PyInstance(PyType.OBJECT);
        }
        v = get.call2(k, dummy);
        v = v == dummy ? null : v;
      }
      if (v == null) {
        return PyNone.NONE;
      }
      out[i] = v;
    }
    return PyTuple.over(out);
  }

  /** The attributes of a class pattern as a tuple, None if it does not match. */
  public static PyObject matchClass(PyObject subject, PyObject cls, int n, PyTuple names) {
    if (!(cls instanceof PyType t)) {
      throw Exc.typeError("called match pattern must be a class");
    }
    if (!ClassTests.isInstance(subject, cls)) {
      return PyNone.NONE;
    }
    List<PyObject> out = new ArrayList<>();
    List<PyStr> seen = new ArrayList<>();
    if (n > 0) {
      boolean self = false;
      PyObject args = Obj.getAttrOrNull(cls, Names.MATCH_ARGS);
      int allowed;
      if (args != null) {
        if (!(args instanceof PyTuple)) {
          throw Exc.typeError(
              t.name + ".__match_args__ must be a tuple (got " + args.type.name + ")");
        }
        allowed = ((PyTuple) args).items.length;
      } else {
        for (PyType s : SELF) {
          self |= t.isSubtype(s);
        }
        allowed = self ? 1 : 0;
      }
      if (allowed < n) {
        throw Exc.typeError(
            t.name
                + "() accepts "
                + allowed
                + " positional sub-pattern"
                + (allowed == 1 ? "" : "s")
                + " ("
                + n
                + " given)");
      }
      if (self) {
        out.add(subject);
      } else {
        for (int i = 0; i < n; i++) {
          PyObject a = ((PyTuple) args).items[i];
          if (!(a instanceof PyStr s)) {
            throw Exc.typeError(
                "__match_args__ elements must be strings (got " + a.type.name + ")");
          }
          PyObject v = attribute(subject, t, s, seen);
          if (v == null) {
            return PyNone.NONE;
          }
          out.add(v);
        }
      }
    }
    for (PyObject a : names.items) {
      PyObject v = attribute(subject, t, (PyStr) a, seen);
      if (v == null) {
        return PyNone.NONE;
      }
      out.add(v);
    }
    return PyTuple.over(out.toArray(Calls.NO_ARGS));
  }

  private static PyObject attribute(PyObject subject, PyType t, PyStr name, List<PyStr> seen) {
    if (seen.contains(name)) {
      throw Exc.typeError(t.name + "() got multiple sub-patterns for attribute " + Obj.repr(name));
    }
    seen.add(name);
    return Obj.getAttrOrNull(subject, name);
  }
}
