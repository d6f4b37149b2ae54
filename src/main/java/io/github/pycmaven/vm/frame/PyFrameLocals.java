package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;

/** The mapping that writes through to a function's local variables. */
@BuiltinType("FrameLocalsProxy")
public final class PyFrameLocals extends PyObject {
  static final PyType TYPE =
      PyType.builtin("FrameLocalsProxy", new PyFrameLocalsTable()).forbidSubclasses();
  private final PyFrame frame;

  PyFrameLocals(PyFrame frame) {
    super(TYPE);
    this.frame = frame;
  }

  private int indexOf(PyObject key) {
    if (key instanceof PyStr s) {
      PyStr[] names = frame.code.localNames;
      for (int i = 0; i < names.length; i++) {
        if (names[i].equals(s) && (frame.code.localKinds[i] & PyCode.KIND_HIDDEN) == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private PyDict snapshot() {
    PyDict d = (PyDict) frame.localsSnapshot();
    if (frame.extraLocals != null) {
      d.update(frame.extraLocals);
    }
    return d;
  }

  private PyObject find(PyObject key) {
    int i = indexOf(key);
    PyObject v = i >= 0 ? frame.local(i) : null;
    if (v == null && frame.extraLocals != null) {
      v = frame.extraLocals.get(key);
    }
    return v;
  }

  @Builtin("__getitem__(self, key, /)")
  static PyObject getItem(PyFrameLocals self, PyObject key) {
    PyObject v = self.find(key);
    if (v == null) {
      throw Exc.keyError(key);
    }
    return v;
  }

  @Builtin("__setitem__(self, key, value, /)")
  static void setItem(PyFrameLocals self, PyObject key, PyObject value) {
    int i = self.indexOf(key);
    if (i >= 0) {
      self.frame.setLocal(i, value);
      return;
    }
    if (self.frame.extraLocals == null) {
      self.frame.extraLocals = new PyDict();
    }
    self.frame.extraLocals.put(key, value);
  }

  @Builtin("__delitem__(self, key, /)")
  static void deleteItem(PyFrameLocals self, PyObject key) {
    if (self.indexOf(key) >= 0) {
      throw Exc.valueError("cannot remove local variables from FrameLocalsProxy");
    }
    if (self.frame.extraLocals == null || self.frame.extraLocals.remove(key) == null) {
      throw Exc.keyError(key);
    }
  }

  @Builtin("get(self, key, default=None, /)")
  static PyObject get(PyFrameLocals self, PyObject key, PyObject fallback) {
    PyObject v = self.find(key);
    return v != null ? v : PyNone.orNone(fallback);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(PyFrameLocals self, PyObject key) {
    return self.find(key) != null;
  }

  @Builtin("__len__(self, /)")
  static int length(PyFrameLocals self) {
    return self.snapshot().size();
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyFrameLocals self) {
    return Obj.iter(keys(self));
  }

  @Builtin("__reversed__(self, /)")
  static PyObject reversed(PyFrameLocals self) {
    PyList l = keys(self);
    l.reverse();
    return Obj.iter(l);
  }

  @Builtin("keys(self, /)")
  static PyList keys(PyFrameLocals self) {
    return Obj.toList(self.snapshot());
  }

  @Builtin("values(self, /)")
  static PyList values(PyFrameLocals self) {
    PyDict d = self.snapshot();
    PyList l = new PyList();
    for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
      l.append(d.valueAt(i));
    }
    return l;
  }

  @Builtin("items(self, /)")
  static PyList items(PyFrameLocals self) {
    PyDict d = self.snapshot();
    PyList l = new PyList();
    for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
      l.append(PyTuple.of(d.keyAt(i), d.valueAt(i)));
    }
    return l;
  }

  @Builtin("copy(self, /)")
  static PyDict copy(PyFrameLocals self) {
    return self.snapshot();
  }

  @Builtin("update(self, object, /)")
  static void update(PyFrameLocals self, PyObject other) {
    PyDict d = new PyDict();
    io.github.pycmaven.vm.core.object.DictMethods.merge(d, other);
    for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
      setItem(self, d.keyAt(i), d.valueAt(i));
    }
  }

  @Builtin("setdefault(self, key, default=None, /)")
  static PyObject setDefault(PyFrameLocals self, PyObject key, PyObject fallback) {
    PyObject v = self.find(key);
    if (v == null) {
      v = PyNone.orNone(fallback);
      setItem(self, key, v);
    }
    return v;
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyFrameLocals self, PyObject other) {
    PyDict d = self.snapshot();
    io.github.pycmaven.vm.core.object.DictMethods.merge(d, other);
    return d;
  }

  @Builtin("__ior__(self, value, /)")
  static PyObject ior(PyFrameLocals self, PyObject other) {
    update(self, other);
    return self;
  }

  @RichCompare(equalityOnly = true)
  static PyObject compare(PyFrameLocals self, PyObject other, int op) {
    PyObject o = other instanceof PyFrameLocals l ? l.snapshot() : other;
    if (!(o instanceof PyDict)) {
      return PyNotImplemented.INSTANCE;
    }
    return PyBool.of(Obj.equal(self.snapshot(), o) == (op == 2));
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyFrameLocals self) {
    return Obj.repr(self.snapshot());
  }
}
