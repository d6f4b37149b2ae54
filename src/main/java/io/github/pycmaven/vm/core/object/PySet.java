package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;

/** {@code set}. */
@BuiltinType("set")
public class PySet extends SetBase {
  public static final PyType TYPE = PyType.builtin("set", new PySetTable());

  public PySet() {
    super(TYPE);
  }

  PySet(PyType type) {
    super(type);
  }

  private static final class Sub extends PySet {
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
    return new PySet(TYPE);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return cls == TYPE ? new PySet() : new Sub(cls);
  }

  @Builtin("__init__(self, iterable=(), /)")
  static void init(PySet self, PyObject iterable) {
    self.clear();
    if (iterable != null) {
      self.updateFrom(iterable);
    }
  }

  @Builtin("add(self, object, /)")
  static void addMethod(PySet self, PyObject o) {
    self.add(o);
  }

  @Builtin("remove(self, object, /)")
  static void remove(PySet self, PyObject o) {
    if (!self.discardKey(o)) {
      throw Exc.keyError(o);
    }
  }

  @Builtin("discard(self, object, /)")
  static void discard(PySet self, PyObject o) {
    self.discardKey(o);
  }

  @Builtin("pop(self, /)")
  static PyObject pop(PySet self) {
    int i = self.map.nextIndex(0);
    if (i < 0) {
      throw Exc.keyError(PyStr.of("pop from an empty set"));
    }
    PyObject k = self.map.keyAt(i);
    self.map.removeAt(i);
    return k;
  }

  @Builtin("clear(self, /)")
  static void clearMethod(PySet self) {
    self.clear();
  }

  @Builtin("update(self, /, *others)")
  static void update(PySet self, PyObject[] others) {
    for (PyObject o : others) {
      self.updateFrom(o);
    }
  }

  @Builtin("intersection_update(self, /, *others)")
  static void intersectionUpdate(PySet self, PyObject[] others) {
    SetBase r = self.copySet();
    for (PyObject o : others) {
      r = SetOperations.intersect(r, o);
    }
    self.replace(r);
  }

  @Builtin("difference_update(self, /, *others)")
  static void differenceUpdate(PySet self, PyObject[] others) {
    for (PyObject o : others) {
      self.removeAll(o);
    }
  }

  @Builtin("symmetric_difference_update(self, other, /)")
  static void symmetricDifferenceUpdate(PySet self, PyObject other) {
    self.replace(SetOperations.symmetricDifference(self, other));
  }

  @Builtin("__ior__(self, value, /)")
  static PyObject ior(PySet self, PyObject other) {
    if (!(other instanceof SetBase)) {
      return PyNotImplemented.INSTANCE;
    }
    self.updateFrom(other);
    return self;
  }

  @Builtin("__iand__(self, value, /)")
  static PyObject iand(PySet self, PyObject other) {
    if (!(other instanceof SetBase)) {
      return PyNotImplemented.INSTANCE;
    }
    self.replace(SetOperations.intersect(self, other));
    return self;
  }

  @Builtin("__isub__(self, value, /)")
  static PyObject isub(PySet self, PyObject other) {
    if (!(other instanceof SetBase)) {
      return PyNotImplemented.INSTANCE;
    }
    self.removeAll(other);
    return self;
  }

  @Builtin("__ixor__(self, value, /)")
  static PyObject ixor(PySet self, PyObject other) {
    if (!(other instanceof SetBase)) {
      return PyNotImplemented.INSTANCE;
    }
    self.replace(SetOperations.symmetricDifference(self, other));
    return self;
  }

  @Builtin("copy(self, /)")
  static PyObject copy(PySet self) {
    return self.copySet();
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
  static PyObject union(PySet self, PyObject[] others) {
    return SetOperations.unionAll(self, others);
  }

  @Builtin("intersection(self, /, *others)")
  static PyObject intersection(PySet self, PyObject[] others) {
    return SetOperations.intersectionAll(self, others);
  }

  @Builtin("difference(self, /, *others)")
  static PyObject difference(PySet self, PyObject[] others) {
    return SetOperations.differenceAll(self, others);
  }

  @Builtin("symmetric_difference(self, other, /)")
  static PyObject symmetricDifference(PySet self, PyObject other) {
    return SetOperations.symmetricDifference(self, other);
  }

  @Builtin("issubset(self, other, /)")
  static boolean isSubset(PySet self, PyObject other) {
    return SetOperations.subset(self, SetOperations.asSet(other));
  }

  @Builtin("issuperset(self, other, /)")
  static boolean isSuperset(PySet self, PyObject other) {
    return SetOperations.superset(self, other);
  }

  @Builtin("isdisjoint(self, other, /)")
  static boolean isDisjoint(PySet self, PyObject other) {
    return SetOperations.disjoint(self, other);
  }

  @Builtin("__contains__(self, object, /)")
  static boolean containsMethod(PySet self, PyObject o) {
    return self.containsKey(o);
  }

  @Builtin("__len__(self, /)")
  static int length(PySet self) {
    return self.size();
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PySet self) {
    return new SetBase.SetIterator(self);
  }

  @RichCompare
  static PyObject compare(PySet self, PyObject other, int op) {
    return SetOperations.compareSets(self, other, op);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PySet self) {
    return self.reprSet("set");
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PySet self) {
    return self.reduceSet();
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeOf(PySet self) {
    return 64 + 16L * self.size();
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
