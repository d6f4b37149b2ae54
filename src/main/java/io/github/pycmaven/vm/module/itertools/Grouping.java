package io.github.pycmaven.vm.module.itertools;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code groupby}, {@code tee} and {@code zip_longest}. */
final class Grouping {
  private Grouping() {}

  /** {@code groupby}. */
  @BuiltinType("itertools.groupby")
  static final class GroupBy extends Iteration {
    static final PyType TYPE = type("groupby", new Grouping_GroupByTable());
    private PyObject iterator;
    private PyObject function;
    private PyObject targetKey;
    private PyObject currentKey;
    private PyObject currentValue;
    private Group group;

    private GroupBy(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, key=None)")
    static PyObject create(PyType cls, PyObject iterable, PyObject key) {
      GroupBy g = new GroupBy(cls);
      g.iterator = Obj.iter(iterable);
      g.function = key == PyNone.NONE ? null : key;
      return g;
    }

    private boolean advance() {
      PyObject v = iterator.next();
      if (v == null) {
        return false;
      }
      PyObject k = function == null ? v : function.call1(v);
      currentValue = v;
      currentKey = k;
      return true;
    }

    @Override
    PyObject step() {
      group = null;
      while (currentKey == null || targetKey != null && Obj.same(targetKey, currentKey)) {
        if (!advance()) {
          return null;
        }
      }
      targetKey = currentKey;
      group = new Group(this, currentKey);
      return PyTuple.of(currentKey, group);
    }
  }

  /** One group. */
  @BuiltinType("itertools._grouper")
  static final class Group extends Iteration {
    static final PyType TYPE =
        type("_grouper", new Grouping_GroupTable()).uninstantiable().forbidSubclasses();
    private final GroupBy parent;
    private final PyObject key;

    Group(GroupBy parent, PyObject key) {
      super(TYPE);
      this.parent = parent;
      this.key = key;
    }

    @Override
    PyObject step() {
      if (parent.group != this) {
        return null;
      }
      if (parent.currentValue == null && !parent.advance()) {
        return null;
      }
      if (!Obj.same(key, parent.currentKey)) {
        return null;
      }
      PyObject r = parent.currentValue;
      parent.currentValue = null;
      return r;
    }

    @Builtin("__length_hint__(self, /)")
    PyObject hint() {
      return io.github.pycmaven.vm.core.object.PyNotImplemented.INSTANCE;
    }
  }

  /** What several iterators have yet to see. */
  private static final class Link {
    PyObject value;
    Link next;
  }

  private static final class Source {
    final PyObject iterator;
    boolean running;

    Source(PyObject iterator) {
      this.iterator = iterator;
    }
  }

  /** One of the iterators of {@code tee}. */
  @BuiltinType("itertools._tee")
  static final class Tee extends Iteration {
    static final PyType TYPE = type("_tee", new Grouping_TeeTable());
    private Source source;
    private Link at;

    private Tee(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, /)")
    static PyObject create(PyType cls, PyObject iterable) {
      PyObject it = Obj.iter(iterable);
      if (it instanceof Tee t) {
        return t.copy();
      }
      Tee t = new Tee(cls);
      t.source = new Source(it);
      t.at = new Link();
      return t;
    }

    @Builtin("__copy__(self, /)")
    Tee copy() {
      Tee t = new Tee(TYPE);
      t.source = source;
      t.at = at;
      return t;
    }

    @Override
    PyObject step() {
      if (at.next == null) {
        if (source.running) {
          throw Exc.runtimeError("cannot re-enter the tee iterator");
        }
        source.running = true;
        try {
          PyObject v = source.iterator.next();
          if (v == null) {
            return null;
          }
          at.value = v;
          at.next = new Link();
        } finally {
          source.running = false;
        }
      }
      PyObject r = at.value;
      at = at.next;
      return r;
    }
  }

  static PyObject tee(PyObject iterable, int n) {
    if (n < 0) {
      throw Exc.valueError("n must be >= 0");
    }
    PyObject[] out = new PyObject[n];
    if (n > 0) {
      Tee first = (Tee) Tee.create(Tee.TYPE, iterable);
      out[0] = first;
      for (int i = 1; i < n; i++) {
        out[i] = first.copy();
      }
    }
    return new PyTuple(out);
  }

  /** {@code zip_longest}. */
  @BuiltinType("itertools.zip_longest")
  static final class ZipLongest extends Iteration {
    static final PyType TYPE = type("zip_longest", new Grouping_ZipLongestTable());
    private PyObject[] iterators;
    private PyObject fill = PyNone.NONE;
    private int active;

    private ZipLongest(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, /, *iterables, **kwargs)")
    static PyObject create(PyType cls, PyObject[] iterables, PyDict keywords) {
      ZipLongest z = new ZipLongest(cls);
      if (keywords != null) {
        PyObject f = keywords.get("fillvalue");
        if (f == null || keywords.size() > 1) {
          throw Exc.typeError("zip_longest() got an unexpected keyword argument");
        }
        z.fill = f;
      }
      z.iterators = new PyObject[iterables.length];
      for (int i = 0; i < iterables.length; i++) {
        z.iterators[i] = Obj.iter(iterables[i]);
      }
      z.active = iterables.length;
      return z;
    }

    @Override
    PyObject step() {
      if (active == 0) {
        return null;
      }
      PyObject[] out = new PyObject[iterators.length];
      for (int i = 0; i < out.length; i++) {
        PyObject v = iterators[i] == null ? null : iterators[i].next();
        if (v == null) {
          if (iterators[i] != null) {
            iterators[i] = null;
            if (--active == 0) {
              return null;
            }
          }
          v = fill;
        }
        out[i] = v;
      }
      return new PyTuple(out);
    }
  }
}
