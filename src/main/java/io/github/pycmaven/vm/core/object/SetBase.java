package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** What set and frozenset share: a dict without values. */
public abstract class SetBase extends PyObject {
  final PyDict map = new PyDict();

  {
    map.ofSet = true;
  }

  SetBase(PyType type) {
    super(type);
  }

  /** An empty set of the plain kind. */
  abstract SetBase empty();

  /** How many elements there are. */
  public final int size() {
    return map.size();
  }

  /** Adds an element. */
  public final void add(PyObject o) {
    map.putIfAbsent(o, PyNone.NONE);
  }

  /** Whether an element is there. */
  public final boolean contains(PyObject o) {
    return map.indexOf(o) >= 0;
  }

  /** As {@link #contains}, where a set stands for a frozenset. */
  final boolean containsKey(PyObject o) {
    return map.indexOf(key(o)) >= 0;
  }

  final boolean discardKey(PyObject o) {
    return map.remove(key(o)) != null;
  }

  private static PyObject key(PyObject o) {
    if (o instanceof PySet s
        && o.type.slot(io.github.pycmaven.vm.core.type.Slot.HASH) == PyNone.NONE) {
      return PyFrozenSet.of(s.toArray());
    }
    return o;
  }

  /** Removes all. */
  public final void clear() {
    map.clear();
  }

  /** The elements. */
  public final PyObject[] toArray() {
    PyObject[] a = new PyObject[map.size()];
    int n = 0;
    for (int i = map.nextIndex(0); i >= 0; i = map.nextIndex(i + 1)) {
      a[n++] = map.keyAt(i);
    }
    return a;
  }

  /** Adds all elements of an iterable. */
  public final void updateFrom(PyObject o) {
    if (o instanceof SetBase s) {
      if (s != this) {
        map.update(s.map);
      }
      return;
    }
    if (o instanceof PyDict d && o.type == PyDict.TYPE) {
      for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
        map.put(d.keyAt(i), d.hashAt(i), PyNone.NONE);
      }
      return;
    }
    PyObject it = Obj.iter(o);
    for (PyObject x = it.next(); x != null; x = it.next()) {
      add(x);
    }
  }

  final void removeAll(PyObject o) {
    if (o == this) {
      clear();
      return;
    }
    if (o instanceof PyDict d && o.type == PyDict.TYPE) {
      for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
        int at = map.find(d.keyAt(i), d.hashAt(i));
        if (at >= 0) {
          map.removeAt(at);
        }
      }
      return;
    }
    PyObject it = Obj.iter(o);
    for (PyObject x = it.next(); x != null; x = it.next()) {
      map.remove(x);
    }
  }

  final SetBase copySet() {
    SetBase s = empty();
    s.map.update(map);
    return s;
  }

  final void replace(SetBase with) {
    map.clear();
    map.update(with.map);
  }

  final long setHash() {
    long h = 0;
    for (int i = map.nextIndex(0); i >= 0; i = map.nextIndex(i + 1)) {
      long k = Obj.hash(map.keyAt(i));
      h ^= (k ^ 89869747L ^ k << 16) * 3644798167L;
    }
    h ^= (size() + 1L) * 1927868237L;
    h ^= h >>> 11 ^ h >>> 25;
    h = h * 69069 + 907133923L;
    return h == -1 ? 590923713L : h;
  }

  final String reprSet(String plain) {
    String name = type.shortName();
    if (size() == 0) {
      return name + "()";
    }
    if (!Obj.enterRepr(this)) {
      return name + "(...)";
    }
    try {
      StringBuilder b = new StringBuilder();
      PyObject[] a = toArray();
      for (int i = 0; i < a.length; i++) {
        b.append(i > 0 ? ", " : "").append(Obj.repr(a[i]));
      }
      return type == PySet.TYPE ? "{" + b + "}" : name + "({" + b + "})";
    } finally {
      Obj.leaveRepr(this);
    }
  }

  final PyObject reduceSet() {
    PyObject state = Obj.getAttr(this, Names.GETSTATE).call0();
    return PyTuple.of(type, PyTuple.of(new PyList(toArray())), state);
  }

  /** Iterates over a set. */
  @BuiltinType("set_iterator")
  static final class SetIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("set_iterator", new SetBase_SetIteratorTable()).forbidSubclasses();
    private SetBase set;
    private int at;
    private final int size;
    private int left;

    SetIterator(SetBase set) {
      super(TYPE);
      this.set = set;
      this.size = set.size();
      this.left = size;
    }

    @Override
    public PyObject next() {
      if (set == null) {
        return null;
      }
      if (set.size() != size) {
        throw Exc.runtimeError("Set changed size during iteration");
      }
      int i = set.map.nextIndex(at);
      if (i < 0) {
        set = null;
        return null;
      }
      at = i + 1;
      left--;
      return set.map.keyAt(i);
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return this;
    }

    @Builtin("__next__(self, /)")
    PyObject nextItem() {
      return Obj.orStop(next());
    }

    @Builtin("__length_hint__(self, /)")
    int hint() {
      return set == null || set.size() != size ? 0 : left;
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyList rest = new PyList();
      if (set != null) {
        for (int i = set.map.nextIndex(at); i >= 0; i = set.map.nextIndex(i + 1)) {
          rest.append(set.map.keyAt(i));
        }
      }
      return PyTuple.of(Obj.builtin("iter"), PyTuple.of(rest));
    }
  }
}
