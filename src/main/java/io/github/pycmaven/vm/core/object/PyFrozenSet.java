package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;

/** {@code frozenset}. */
@BuiltinType("frozenset")
public class PyFrozenSet extends SetBase {
  public static final PyType TYPE = PyType.builtin("frozenset", new PyFrozenSetTable());
  private static final PyFrozenSet EMPTY = new PyFrozenSet(TYPE);
  private long hash = -1;

  /** A frozenset of the elements. */
  public static PyFrozenSet of(PyObject... items) {
    PyFrozenSet s = new PyFrozenSet(TYPE);
    for (PyObject o : items) {
      s.add(o);
    }
    return s;
  }

  PyFrozenSet(PyType type) {
    super(type);
  }

  private static final class Sub extends PyFrozenSet {
    private final Extras extras = new Extras();

    Sub(PyType type) {
      super(type);
    }

    @Override
    public Extras extras() {
      return extras;
    }
  }

  @Override
  SetBase empty() {
    return new PyFrozenSet(TYPE);
  }

  @Builtin("__new__(cls, iterable=(), /, **kwargs)")
  static PyObject create(PyType cls, PyObject iterable, PyDict keywords) {
    if (keywords != null && !cls.overrides(Names.INIT, TYPE)) {
      throw Exc.typeError("frozenset() takes no keyword arguments");
    }
    if (cls == TYPE) {
      if (iterable == null) {
        return EMPTY;
      }
      if (iterable.type == TYPE) {
        return iterable;
      }
    }
    PyFrozenSet s = cls == TYPE ? new PyFrozenSet(TYPE) : new Sub(cls);
    if (iterable != null) {
      s.updateFrom(iterable);
    }
    return cls == TYPE && s.size() == 0 ? EMPTY : s;
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyFrozenSet self) {
    if (self.hash == -1) {
      self.hash = self.setHash();
    }
    return self.hash;
  }

  @Builtin("copy(self, /)")
  static PyObject copy(PyFrozenSet self) {
    return self.type == TYPE ? self : self.copySet();
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject other) {
    return SetOperations.binary(self, other, 'o');
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return SetOperations.binary(other, self, 'o');
  }

  @Builtin("__and__(self, value, /)")
  static PyObject and(PyObject self, PyObject other) {
    return SetOperations.binary(self, other, 'a');
  }

  @Builtin("__rand__(self, value, /)")
  static PyObject rand(PyObject self, PyObject other) {
    return SetOperations.binary(other, self, 'a');
  }

  @Builtin("__sub__(self, value, /)")
  static PyObject sub(PyObject self, PyObject other) {
    return SetOperations.binary(self, other, 's');
  }

  @Builtin("__rsub__(self, value, /)")
  static PyObject rsub(PyObject self, PyObject other) {
    return SetOperations.binary(other, self, 's');
  }

  @Builtin("__xor__(self, value, /)")
  static PyObject xor(PyObject self, PyObject other) {
    return SetOperations.binary(self, other, 'x');
  }

  @Builtin("__rxor__(self, value, /)")
  static PyObject rxor(PyObject self, PyObject other) {
    return SetOperations.binary(other, self, 'x');
  }

  @Builtin("union(self, /, *others)")
  static PyObject union(PyFrozenSet self, PyObject[] others) {
    return SetOperations.unionAll(self, others);
  }

  @Builtin("intersection(self, /, *others)")
  static PyObject intersection(PyFrozenSet self, PyObject[] others) {
    return SetOperations.intersectionAll(self, others);
  }

  @Builtin("difference(self, /, *others)")
  static PyObject difference(PyFrozenSet self, PyObject[] others) {
    return SetOperations.differenceAll(self, others);
  }

  @Builtin("symmetric_difference(self, other, /)")
  static PyObject symmetricDifference(PyFrozenSet self, PyObject other) {
    return SetOperations.symmetricDifference(self, other);
  }

  @Builtin("issubset(self, other, /)")
  static boolean isSubset(PyFrozenSet self, PyObject other) {
    return SetOperations.subset(self, SetOperations.asSet(other));
  }

  @Builtin("issuperset(self, other, /)")
  static boolean isSuperset(PyFrozenSet self, PyObject other) {
    return SetOperations.superset(self, other);
  }

  @Builtin("isdisjoint(self, other, /)")
  static boolean isDisjoint(PyFrozenSet self, PyObject other) {
    return SetOperations.disjoint(self, other);
  }

  @Builtin("__contains__(self, object, /)")
  static boolean containsMethod(PyFrozenSet self, PyObject o) {
    return self.containsKey(o);
  }

  @Builtin("__len__(self, /)")
  static int length(PyFrozenSet self) {
    return self.size();
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyFrozenSet self) {
    return new SetBase.SetIterator(self);
  }

  @RichCompare
  static PyObject compare(PyFrozenSet self, PyObject other, int op) {
    return SetOperations.compareSets(self, other, op);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyFrozenSet self) {
    return self.reprSet("frozenset");
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyFrozenSet self) {
    return self.reduceSet();
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeOf(PyFrozenSet self) {
    return 64 + 16L * self.size();
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
