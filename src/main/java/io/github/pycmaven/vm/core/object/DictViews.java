package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyMappingProxy;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;

/** The views of a dict and their iterators. */
public final class DictViews {
  private DictViews() {}

  private static PyObject element(PyDict d, int i, int what) {
    switch (what) {
      case 0:
        return d.keyAt(i);
      case 1:
        return d.valueAt(i);
      default:
        return PyTuple.of(d.keyAt(i), d.valueAt(i));
    }
  }

  /** Iterates over keys, values or items. */
  @BuiltinType("dict_keyiterator")
  public static final class DictIterator extends PyObject {
    static final PyType[] TYPES = {
      PyType.builtin("dict_keyiterator", new DictViews_DictIteratorTable()).forbidSubclasses(),
      PyType.builtin("dict_valueiterator", new DictViews_DictIteratorTable()).forbidSubclasses(),
      PyType.builtin("dict_itemiterator", new DictViews_DictIteratorTable()).forbidSubclasses()
    };
    private PyDict dict;
    private final int what;
    private int at;
    private int left;

    DictIterator(PyDict dict, int what) {
      super(TYPES[what]);
      this.dict = dict;
      this.what = what;
      this.at = 0;
      this.left = dict.size();
      this.size = left;
      this.layout = dict.layout;
    }

    @Override
    public PyObject next() {
      PyDict d = dict;
      if (d == null) {
        return null;
      }
      if (d.size() != size) {
        dict = null;
        sizeChanged = true;
        throw Exc.runtimeError("dictionary changed size during iteration");
      }
      int i = d.nextIndex(at);
      if (i < 0 && d.layout == layout) {
        dict = null;
        return null;
      }
      if (left == 0 || i < 0) {
        dict = null;
        throw Exc.runtimeError("dictionary keys changed during iteration");
      }
      left--;
      at = i + 1;
      return element(d, i, what);
    }

    private final int size;
    private final int layout;
    private boolean sizeChanged;

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return this;
    }

    @Builtin("__next__(self, /)")
    PyObject nextItem() {
      if (sizeChanged) {
        throw Exc.runtimeError("dictionary changed size during iteration");
      }
      return Obj.orStop(next());
    }

    @Builtin("__length_hint__(self, /)")
    int hint() {
      return dict == null || dict.size() != size ? 0 : left;
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyList rest = new PyList();
      PyDict d = dict;
      int n = left;
      if (d != null) {
        for (int i = d.nextIndex(at); i >= 0 && n > 0; i = d.nextIndex(i + 1)) {
          rest.append(element(d, i, what));
          n--;
        }
      }
      return PyTuple.of(Obj.builtin("iter"), PyTuple.of(rest));
    }
  }

  /** Iterates over keys, values or items from the end. */
  @BuiltinType("dict_reversekeyiterator")
  public static final class ReverseDictIterator extends PyObject {
    static final PyType[] TYPES = {
      PyType.builtin("dict_reversekeyiterator", new DictViews_ReverseDictIteratorTable())
          .forbidSubclasses(),
      PyType.builtin("dict_reversevalueiterator", new DictViews_ReverseDictIteratorTable())
          .forbidSubclasses(),
      PyType.builtin("dict_reverseitemiterator", new DictViews_ReverseDictIteratorTable())
          .forbidSubclasses()
    };
    private PyDict dict;
    private final int what;
    private int at;
    private int left;

    ReverseDictIterator(PyDict dict, int what) {
      super(TYPES[what]);
      this.dict = dict;
      this.what = what;
      this.at = dict.used() - 1;
      this.left = dict.size();
      this.size = left;
    }

    @Override
    public PyObject next() {
      PyDict d = dict;
      if (d == null) {
        return null;
      }
      if (d.size() != size) {
        dict = null;
        sizeChanged = true;
        throw Exc.runtimeError("dictionary changed size during iteration");
      }
      int i = d.previousIndex(at);
      if (i < 0) {
        dict = null;
        return null;
      }
      if (left == 0) {
        dict = null;
        throw Exc.runtimeError("dictionary keys changed during iteration");
      }
      left--;
      at = i - 1;
      return element(d, i, what);
    }

    private final int size;
    private boolean sizeChanged;

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return this;
    }

    @Builtin("__next__(self, /)")
    PyObject nextItem() {
      if (sizeChanged) {
        throw Exc.runtimeError("dictionary changed size during iteration");
      }
      return Obj.orStop(next());
    }

    @Builtin("__length_hint__(self, /)")
    int hint() {
      return dict == null || dict.size() != size ? 0 : left;
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyList rest = new PyList();
      PyDict d = dict;
      int n = left;
      if (d != null) {
        for (int i = d.previousIndex(at); i >= 0 && n > 0; i = d.previousIndex(i - 1)) {
          rest.append(element(d, i, what));
          n--;
        }
      }
      return PyTuple.of(Obj.builtin("iter"), PyTuple.of(rest));
    }
  }

  /** The view of keys. */
  @BuiltinType("dict_keys")
  public static final class Keys extends PyObject {
    static final PyType TYPE =
        PyType.builtin("dict_keys", new DictViews_KeysTable()).forbidSubclasses();
    final PyDict dict;

    Keys(PyDict dict) {
      super(TYPE);
      this.dict = dict;
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return new DictIterator(dict, 0);
    }

    @Builtin("__reversed__(self, /)")
    PyObject reversed() {
      return new ReverseDictIterator(dict, 0);
    }

    @Builtin("__len__(self, /)")
    int length() {
      return dict.size();
    }

    @Getter("mapping")
    PyObject mapping() {
      return new PyMappingProxy(dict);
    }

    @Builtin("__repr__(self, /)")
    String repr() {
      if (!Obj.enterRepr(this)) {
        return "...";
      }
      try {
        return "dict_keys(" + Obj.repr(Obj.toList(this)) + ")";
      } finally {
        Obj.leaveRepr(this);
      }
    }

    @Builtin("__contains__(self, key, /)")
    boolean contains(PyObject key) {
      return dict.indexOf(key) >= 0;
    }

    @RichCompare
    PyObject compare(PyObject other, int op) {
      return SetOperations.compareViews(this, other, op);
    }

    @Builtin("isdisjoint(self, object, /)")
    boolean isDisjoint(PyObject other) {
      return SetOperations.disjoint(this, other);
    }

    @Builtin("__and__(self, value, /)")
    PyObject and(PyObject other) {
      return SetOperations.intersection(this, other);
    }

    @Builtin("__rand__(self, value, /)")
    PyObject rand(PyObject other) {
      return SetOperations.intersection(other, this);
    }

    @Builtin("__or__(self, value, /)")
    PyObject or(PyObject other) {
      return SetOperations.union(this, other);
    }

    @Builtin("__ror__(self, value, /)")
    PyObject ror(PyObject other) {
      return SetOperations.union(other, this);
    }

    @Builtin("__sub__(self, value, /)")
    PyObject sub(PyObject other) {
      return SetOperations.difference(this, other);
    }

    @Builtin("__rsub__(self, value, /)")
    PyObject rsub(PyObject other) {
      return SetOperations.difference(other, this);
    }

    @Builtin("__xor__(self, value, /)")
    PyObject xor(PyObject other) {
      return SetOperations.symmetric(this, other);
    }

    @Builtin("__rxor__(self, value, /)")
    PyObject rxor(PyObject other) {
      return SetOperations.symmetric(other, this);
    }
  }

  /** The view of values. */
  @BuiltinType("dict_values")
  public static final class Values extends PyObject {
    static final PyType TYPE =
        PyType.builtin("dict_values", new DictViews_ValuesTable()).forbidSubclasses();
    final PyDict dict;

    Values(PyDict dict) {
      super(TYPE);
      this.dict = dict;
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return new DictIterator(dict, 1);
    }

    @Builtin("__reversed__(self, /)")
    PyObject reversed() {
      return new ReverseDictIterator(dict, 1);
    }

    @Builtin("__len__(self, /)")
    int length() {
      return dict.size();
    }

    @Getter("mapping")
    PyObject mapping() {
      return new PyMappingProxy(dict);
    }

    @Builtin("__repr__(self, /)")
    String repr() {
      if (!Obj.enterRepr(this)) {
        return "...";
      }
      try {
        return "dict_values(" + Obj.repr(Obj.toList(this)) + ")";
      } finally {
        Obj.leaveRepr(this);
      }
    }
  }

  /** The view of items. */
  @BuiltinType("dict_items")
  public static final class Items extends PyObject {
    static final PyType TYPE =
        PyType.builtin("dict_items", new DictViews_ItemsTable()).forbidSubclasses();
    final PyDict dict;

    Items(PyDict dict) {
      super(TYPE);
      this.dict = dict;
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return new DictIterator(dict, 2);
    }

    @Builtin("__reversed__(self, /)")
    PyObject reversed() {
      return new ReverseDictIterator(dict, 2);
    }

    @Builtin("__len__(self, /)")
    int length() {
      return dict.size();
    }

    @Getter("mapping")
    PyObject mapping() {
      return new PyMappingProxy(dict);
    }

    @Builtin("__repr__(self, /)")
    String repr() {
      if (!Obj.enterRepr(this)) {
        return "...";
      }
      try {
        return "dict_items(" + Obj.repr(Obj.toList(this)) + ")";
      } finally {
        Obj.leaveRepr(this);
      }
    }

    @Builtin("__contains__(self, key, /)")
    boolean contains(PyObject key) {
      if (!(key instanceof PyTuple t) || t.items.length != 2) {
        return false;
      }
      PyObject v = dict.get(t.items[0]);
      return v != null && Obj.same(v, t.items[1]);
    }

    @RichCompare
    PyObject compare(PyObject other, int op) {
      return SetOperations.compareViews(this, other, op);
    }

    @Builtin("isdisjoint(self, object, /)")
    boolean isDisjoint(PyObject other) {
      return SetOperations.disjoint(this, other);
    }

    @Builtin("__and__(self, value, /)")
    PyObject and(PyObject other) {
      return SetOperations.intersection(this, other);
    }

    @Builtin("__rand__(self, value, /)")
    PyObject rand(PyObject other) {
      return SetOperations.intersection(other, this);
    }

    @Builtin("__or__(self, value, /)")
    PyObject or(PyObject other) {
      return SetOperations.union(this, other);
    }

    @Builtin("__ror__(self, value, /)")
    PyObject ror(PyObject other) {
      return SetOperations.union(other, this);
    }

    @Builtin("__sub__(self, value, /)")
    PyObject sub(PyObject other) {
      return SetOperations.difference(this, other);
    }

    @Builtin("__rsub__(self, value, /)")
    PyObject rsub(PyObject other) {
      return SetOperations.difference(other, this);
    }

    @Builtin("__xor__(self, value, /)")
    PyObject xor(PyObject other) {
      return SetOperations.symmetric(this, other);
    }

    @Builtin("__rxor__(self, value, /)")
    PyObject rxor(PyObject other) {
      return SetOperations.symmetric(other, this);
    }
  }
}
