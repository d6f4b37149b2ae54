package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;

/** The methods of {@code dict}. */
@BuiltinType("dict")
public final class DictMethods {
  private DictMethods() {}

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return PyDict.instance(cls);
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyDict self, PyObject[] args, PyDict keywords) {
    update(self, args, keywords, "dict");
  }

  private static void update(PyDict self, PyObject[] args, PyDict keywords, String what) {
    if (args.length > 1) {
      throw Exc.typeError(what + " expected at most 1 argument, got " + args.length);
    }
    if (args.length == 1) {
      PyObject o = args[0];
      if (o instanceof PyDict || Obj.getAttrOrNull(o, Names.KEYS) != null) {
        merge(self, o);
      } else {
        mergePairs(self, o);
      }
    }
    if (keywords != null) {
      self.update(keywords);
    }
  }

  /** Adds all of a mapping. */
  public static void merge(PyDict d, PyObject o) {
    if (o instanceof PyDict other
        && (o.type == PyDict.TYPE
            || o.type.lookup(PyStr.intern("__iter__"))
                == PyDict.TYPE.lookup(PyStr.intern("__iter__")))) {
      int size = other.size();
      if (other == d) {
        return;
      }
      if (d.size() == 0) {
        d.update(other);
        return;
      }
      for (int i = other.nextIndex(0); i >= 0; i = other.nextIndex(i + 1)) {
        d.put(other.keyAt(i), other.valueAt(i));
        if (other.size() != size) {
          throw Exc.runtimeError("dict mutated during update");
        }
      }
      return;
    }
    PyObject keys = Obj.getAttr(o, Names.KEYS).call0();
    PyObject it = Obj.iter(keys);
    for (PyObject k = it.next(); k != null; k = it.next()) {
      d.put(k, Obj.getItem(o, k));
    }
  }

  private static void mergePairs(PyDict d, PyObject o) {
    PyObject it = Obj.iter(o);
    int n = 0;
    for (PyObject pair = it.next(); pair != null; pair = it.next()) {
      PyObject[] kv;
      try {
        kv = Obj.toArray(pair);
      } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
        io.github.pycmaven.vm.core.error.PyRaise said = e;
        if (e.matches(Exc.TypeError)) {
          if (pair.type.slot(io.github.pycmaven.vm.core.type.Slot.ITER) == null) {
            said = Exc.typeError("object is not iterable");
          }
          Exc.addNote(
              said.value,
              "Cannot convert dictionary update sequence element #" + n + " to a sequence");
        }
        throw said;
      }
      if (kv.length != 2) {
        throw Exc.valueError(
            "dictionary update sequence element #"
                + n
                + " has length "
                + kv.length
                + "; 2 is required");
      }
      d.put(kv[0], kv[1]);
      n++;
    }
  }

  @Builtin("__len__(self, /)")
  static int length(PyDict self) {
    return self.size();
  }

  @Builtin("__getitem__(self, key, /)")
  static PyObject getItem(PyDict self, PyObject key) {
    PyObject v = self.get(key);
    if (v != null) {
      return v;
    }
    if (self.type != PyDict.TYPE) {
      PyObject f = self.type.slot(io.github.pycmaven.vm.core.type.Slot.MISSING);
      if (f != null) {
        return f.call2(self, key);
      }
    }
    throw Exc.keyError(key);
  }

  @Builtin("__setitem__(self, key, value, /)")
  static void setItem(PyDict self, PyObject key, PyObject value) {
    self.put(key, value);
  }

  @Builtin("__delitem__(self, key, /)")
  static void deleteItem(PyDict self, PyObject key) {
    if (self.remove(key) == null) {
      throw Exc.keyError(key);
    }
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(PyDict self, PyObject key) {
    return self.indexOf(key) >= 0;
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyDict self) {
    return new DictViews.DictIterator(self, 0);
  }

  @Builtin("__reversed__(self, /)")
  static PyObject reversed(PyDict self) {
    return new DictViews.ReverseDictIterator(self, 0);
  }

  @Builtin("keys(self, /)")
  static PyObject keys(PyDict self) {
    return new DictViews.Keys(self);
  }

  @Builtin("values(self, /)")
  static PyObject values(PyDict self) {
    return new DictViews.Values(self);
  }

  @Builtin("items(self, /)")
  static PyObject items(PyDict self) {
    return new DictViews.Items(self);
  }

  @Builtin("get(self, key, default=None, /)")
  static PyObject get(PyDict self, PyObject key, PyObject fallback) {
    PyObject v = self.get(key);
    return v != null ? v : PyNone.orNone(fallback);
  }

  @Builtin("setdefault(self, key, default=None, /)")
  static PyObject setDefault(PyDict self, PyObject key, PyObject fallback) {
    return self.putIfAbsent(key, PyNone.orNone(fallback));
  }

  @Builtin("pop(self, key, default=<unrepresentable>, /)")
  static PyObject pop(PyDict self, PyObject key, PyObject fallback) {
    PyObject v = self.size() == 0 && fallback != null ? null : self.remove(key);
    if (v == null) {
      if (fallback == null) {
        throw Exc.keyError(key);
      }
      return fallback;
    }
    return v;
  }

  @Builtin("popitem(self, /)")
  static PyObject popItem(PyDict self) {
    int i = self.previousIndex(self.used() - 1);
    if (i < 0) {
      throw Exc.keyError(PyStr.of("popitem(): dictionary is empty"));
    }
    PyObject k = self.keyAt(i);
    return PyTuple.of(k, self.removeAt(i));
  }

  @Builtin("update(self, /, *args, **kwargs)")
  static void updateMethod(PyDict self, PyObject[] args, PyDict keywords) {
    update(self, args, keywords, "update");
  }

  @Builtin("clear(self, /)")
  static void clear(PyDict self) {
    self.clear();
  }

  @Builtin("copy(self, /)")
  static PyObject copy(PyDict self) {
    return self.copy();
  }

  @Builtin(value = "fromkeys(cls, iterable, value=None, /)", kind = Builtin.Kind.CLASS)
  static PyObject fromKeys(PyType cls, PyObject iterable, PyObject value) {
    PyObject d = cls.call0();
    PyObject v = PyNone.orNone(value);
    PyObject it = Obj.iter(iterable);
    if (d.type == PyDict.TYPE) {
      PyDict plain = (PyDict) d;
      PyDict known =
          iterable.type == PyDict.TYPE
              ? (PyDict) iterable
              : iterable.type == PySet.TYPE || iterable.type == PyFrozenSet.TYPE
                  ? ((SetBase) iterable).map
                  : null;
      if (known != null) {
        for (int i = known.nextIndex(0); i >= 0; i = known.nextIndex(i + 1)) {
          plain.put(known.keyAt(i), known.hashAt(i), v);
        }
        return d;
      }
      for (PyObject k = it.next(); k != null; k = it.next()) {
        plain.put(k, v);
      }
      return d;
    }
    for (PyObject k = it.next(); k != null; k = it.next()) {
      Obj.setItem(d, k, v);
    }
    return d;
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject other) {
    if (!(self instanceof PyDict a) || !(other instanceof PyDict b)) {
      return PyNotImplemented.INSTANCE;
    }
    PyDict d = a.copy();
    d.update(b);
    return d;
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return or(other, self);
  }

  @Builtin("__ior__(self, value, /)")
  static PyObject ior(PyDict self, PyObject other) {
    update(self, new PyObject[] {other}, null, "update");
    return self;
  }

  @RichCompare(equalityOnly = true)
  static PyObject compare(PyDict self, PyObject other, int op) {
    if (!(other instanceof PyDict o)) {
      return PyNotImplemented.INSTANCE;
    }
    return PyBool.of(equal(self, o) == (op == 2));
  }

  private static boolean equal(PyDict a, PyDict b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = a.nextIndex(0); i >= 0; i = a.nextIndex(i + 1)) {
      PyObject k = a.keyAt(i);
      PyObject v = a.valueAt(i);
      int j = b.find(k, a.hashAt(i));
      if (j < 0 || !Obj.same(v, b.valueAt(j))) {
        return false;
      }
    }
    return true;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyDict self) {
    if (self.size() == 0) {
      return "{}";
    }
    if (!Obj.enterRepr(self)) {
      return "{...}";
    }
    try {
      StringBuilder b = new StringBuilder("{");
      boolean first = true;
      for (int i = self.nextIndex(0); i >= 0; i = self.nextIndex(i + 1)) {
        PyObject v = self.valueAt(i);
        b.append(first ? "" : ", ")
            .append(Obj.repr(self.keyAt(i)))
            .append(": ")
            .append(Obj.repr(v));
        first = false;
      }
      return b.append('}').toString();
    } finally {
      Obj.leaveRepr(self);
    }
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeOf(PyDict self) {
    return 64 + 24L * self.used();
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
