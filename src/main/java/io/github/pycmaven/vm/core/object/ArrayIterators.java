package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** The iterators of tuples and lists. */
public final class ArrayIterators {
  private ArrayIterators() {}

  /** Iterates over a tuple. */
  @BuiltinType("tuple_iterator")
  public static final class TupleIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("tuple_iterator", new ArrayIterators_TupleIteratorTable())
            .forbidSubclasses();
    private PyTuple tuple;
    private int at;

    TupleIterator(PyTuple tuple) {
      super(TYPE);
      this.tuple = tuple;
    }

    @Override
    public PyObject next() {
      PyTuple t = tuple;
      if (t == null) {
        return null;
      }
      if (at < t.items.length) {
        return t.items[at++];
      }
      tuple = null;
      return null;
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
      return tuple == null ? 0 : tuple.items.length - at;
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyObject function = Obj.builtin("iter");
      return tuple == null
          ? PyTuple.of(function, PyTuple.of(PyTuple.EMPTY))
          : PyTuple.of(function, PyTuple.of(tuple), PyInt.of(at));
    }

    @Builtin("__setstate__(self, state, /)")
    void setState(PyObject state) {
      if (tuple != null) {
        at = Math.max(0, Math.min(Obj.index(state).clippedInt(), tuple.items.length));
      }
    }
  }

  /** Iterates over a list, which may change meanwhile. */
  @BuiltinType("list_iterator")
  public static final class ListIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("list_iterator", new ArrayIterators_ListIteratorTable()).forbidSubclasses();
    private PyList list;
    private int at;

    ListIterator(PyList list) {
      super(TYPE);
      this.list = list;
    }

    @Override
    public PyObject next() {
      PyList l = list;
      if (l == null) {
        return null;
      }
      if (at < l.size) {
        return l.items[at++];
      }
      list = null;
      return null;
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
      return list == null ? 0 : Math.max(0, list.size - at);
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyObject function = Obj.builtin("iter");
      return list == null
          ? PyTuple.of(function, PyTuple.of(new PyList()))
          : PyTuple.of(function, PyTuple.of(list), PyInt.of(at));
    }

    @Builtin("__setstate__(self, state, /)")
    void setState(PyObject state) {
      if (list != null) {
        at = Math.max(0, Math.min(Obj.index(state).clippedInt(), list.size));
      }
    }
  }

  /** Iterates over a list from its end. */
  @BuiltinType("list_reverseiterator")
  public static final class ReverseListIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("list_reverseiterator", new ArrayIterators_ReverseListIteratorTable())
            .forbidSubclasses();
    private PyList list;
    private int at;

    ReverseListIterator(PyList list) {
      super(TYPE);
      this.list = list;
      this.at = list.size - 1;
    }

    @Override
    public PyObject next() {
      PyList l = list;
      if (l != null && at >= 0 && at < l.size) {
        return l.items[at--];
      }
      list = null;
      return null;
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
      return list == null || at >= list.size ? 0 : at + 1;
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyObject function = Obj.builtin(list == null ? "iter" : "reversed");
      return list == null
          ? PyTuple.of(function, PyTuple.of(new PyList()))
          : PyTuple.of(function, PyTuple.of(list), PyInt.of(at));
    }

    @Builtin("__setstate__(self, state, /)")
    void setState(PyObject state) {
      if (list != null) {
        at = Math.max(-1, Math.min(Obj.index(state).clippedInt(), list.size - 1));
      }
    }
  }
}
