package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;
import java.util.Arrays;

/** {@code list}. */
@BuiltinType("list")
public class PyList extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("list", new PyListTable()).asSequence().matchesSequences().notWeak();

  public PyObject[] items;
  public int size;

  public PyList() {
    this(TYPE, PyTuple.EMPTY.items, 0);
  }

  /** A list that owns the array. */
  public PyList(PyObject[] items) {
    this(TYPE, items, items.length);
  }

  /** A list that owns the array, of which a part is used. */
  public PyList(PyObject[] items, int size) {
    this(TYPE, items, size);
  }

  protected PyList(PyType type, PyObject[] items, int size) {
    super(type);
    this.items = items;
    this.size = size;
  }

  private static final class Sub extends PyList {
    private final Extras extras = new Extras();

    Sub(PyType type) {
      super(type, PyTuple.EMPTY.items, 0);
    }

    @Override
    public Extras extras() {
      return extras;
    }
  }

  /** How many elements there are. */
  public final int size() {
    return size;
  }

  /** An element. */
  public final PyObject get(int i) {
    return items[i];
  }

  /** The elements as an array of their own. */
  public final PyObject[] toArray() {
    return Arrays.copyOf(items, size);
  }

  /** Adds an element. */
  public final void append(PyObject o) {
    if (size == items.length) {
      grow(size + 1);
    }
    items[size++] = o;
  }

  private void grow(int need) {
    items = Arrays.copyOf(items, Math.max(need, size + (size >> 1) + 4));
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return cls == TYPE ? new PyList() : new Sub(cls);
  }

  @Builtin("__init__(self, iterable=(), /, **kwargs)")
  void init(PyObject iterable, PyDict keywords) {
    if (keywords != null && !type.overrides(Names.NEW, TYPE)) {
      throw Exc.typeError("list() takes no keyword arguments");
    }
    size = 0;
    items = PyTuple.EMPTY.items;
    if (iterable != null) {
      extend(iterable);
    }
  }

  @Builtin("append(self, object, /)")
  static void appendMethod(PyList self, PyObject o) {
    self.append(o);
  }

  @Builtin("extend(self, iterable, /)")
  public final void extend(PyObject iterable) {
    if (iterable instanceof PyList l && iterable.type == TYPE) {
      addAll(l.items, l.size);
    } else if (iterable instanceof PyTuple t && iterable.type == PyTuple.TYPE) {
      addAll(t.items, t.items.length);
    } else {
      PyObject it = Obj.iter(iterable);
      int hint = Obj.lengthHint(iterable, 0);
      if (hint > 8 && size + hint > items.length) {
        items = Arrays.copyOf(items, size + Math.min(hint, 1 << 20));
      }
      for (PyObject o = it.next(); o != null; o = it.next()) {
        append(o);
      }
    }
  }

  private void addAll(PyObject[] a, int n) {
    if (size + n > items.length) {
      grow(size + n);
    }
    System.arraycopy(a, 0, items, size, n);
    size += n;
  }

  @Builtin("insert(self, index, object, /)")
  void insert(PyObject index, PyObject o) {
    long i = Obj.index(index).clipped();
    if (i < 0) {
      i = Math.max(0, i + size);
    }
    insertAt((int) Math.min(i, size), o);
  }

  /** Inserts before an index within the list. */
  public final void insertAt(int i, PyObject o) {
    if (size == items.length) {
      grow(size + 1);
    }
    System.arraycopy(items, i, items, i + 1, size - i);
    items[i] = o;
    size++;
  }

  @Builtin("pop(self, index=-1, /)")
  PyObject pop(PyObject index) {
    if (size == 0) {
      if (index != null) {
        Obj.index(index);
      }
      throw Exc.indexError("pop from empty list");
    }
    long i = index == null ? -1 : Positions.sequenceIndex(index, "list");
    if (i < 0) {
      i += size;
    }
    if (i < 0 || i >= size) {
      throw Exc.indexError("pop index out of range");
    }
    PyObject o = items[(int) i];
    removeRange((int) i, (int) i + 1);
    return o;
  }

  private void removeRange(int from, int to) {
    System.arraycopy(items, to, items, from, size - to);
    int n = size - (to - from);
    Arrays.fill(items, n, size, null);
    size = n;
  }

  @Builtin("remove(self, value, /)")
  void remove(PyObject value) {
    for (int i = 0; i < size; i++) {
      if (Obj.same(items[i], value)) {
        if (i < size) {
          removeRange(i, i + 1);
        }
        return;
      }
    }
    throw Exc.valueError("list.remove(x): x not in list");
  }

  @Builtin("clear(self, /)")
  public final void clear() {
    items = PyTuple.EMPTY.items;
    size = 0;
  }

  @Builtin("copy(self, /)")
  PyObject copy() {
    return new PyList(toArray());
  }

  @Builtin("reverse(self, /)")
  public final void reverse() {
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      PyObject t = items[i];
      items[i] = items[j];
      items[j] = t;
    }
  }

  @Builtin("index(self, value, start=0, stop=sys.maxsize, /)")
  int index(PyObject value, PyObject start, PyObject stop) {
    int from = Positions.clipIndex(start, 0, size);
    int to = stop == null ? Integer.MAX_VALUE : Positions.clipIndex(stop, size, size);
    for (int i = from; i < to && i < size; i++) {
      if (Obj.same(items[i], value)) {
        return i;
      }
    }
    throw Exc.valueError("list.index(x): x not in list");
  }

  @Builtin("count(self, value, /)")
  int count(PyObject value) {
    int n = 0;
    for (int i = 0; i < size; i++) {
      n += Obj.same(items[i], value) ? 1 : 0;
    }
    return n;
  }

  @Builtin("sort(self, /, *, key=None, reverse=False)")
  public final void sort(PyObject key, boolean reverse) {
    ListSort.sort(this, key == PyNone.NONE ? null : key, reverse);
  }

  @Builtin("__len__(self, /)")
  static int length(PyList self) {
    return self.size;
  }

  @Builtin("__getitem__(self, key, /)")
  public static PyObject getItem(PyList self, PyObject key) {
    if (key instanceof PySlice s) {
      return self.slice(s);
    }
    long i = Positions.sequenceIndex(key, "list");
    if (i < 0) {
      i += self.size;
    }
    if (i < 0 || i >= self.size) {
      throw Exc.indexError("list index out of range");
    }
    return self.items[(int) i];
  }

  private PyObject slice(PySlice s) {
    long[] r = s.indices(size);
    if (r[2] == 1) {
      return new PyList(Arrays.copyOfRange(items, (int) r[0], (int) (r[0] + r[3])));
    }
    PyObject[] out = new PyObject[(int) r[3]];
    for (int i = 0; i < out.length; i++) {
      out[i] = items[(int) (r[0] + i * r[2])];
    }
    return new PyList(out);
  }

  @Builtin("__setitem__(self, key, value, /)")
  public static void setItem(PyList self, PyObject key, PyObject value) {
    if (key instanceof PySlice s) {
      self.setSlice(s, value);
      return;
    }
    long i = Positions.sequenceIndex(key, "list");
    if (i < 0) {
      i += self.size;
    }
    if (i < 0 || i >= self.size) {
      throw Exc.indexError("list assignment index out of range");
    }
    self.items[(int) i] = value;
  }

  private void setSlice(PySlice s, PyObject value) {
    PyObject[] with;
    if (value == this) {
      with = toArray();
    } else if (s.isSimple()) {
      with = Obj.toArray(value, "can only assign an iterable");
    } else {
      with = Obj.toArray(value, "must assign iterable to extended slice");
    }
    long[] r = s.indices(size);
    if (r[2] == 1) {
      int from = (int) r[0];
      int to = (int) Math.max(r[0], r[1]);
      to = Math.min(to, size);
      int n = size - (to - from) + with.length;
      PyObject[] out = n > items.length || with.length == 0 ? new PyObject[n] : items;
      PyObject[] old = items;
      if (out != items) {
        System.arraycopy(old, 0, out, 0, from);
      }
      System.arraycopy(old, to, out, from + with.length, size - to);
      System.arraycopy(with, 0, out, from, with.length);
      if (out == old && n < size) {
        Arrays.fill(out, n, size, null);
      }
      items = out;
      size = n;
      return;
    }
    if (with.length != r[3]) {
      throw Exc.valueError(
          "attempt to assign sequence of size "
              + with.length
              + " to extended slice of size "
              + r[3]);
    }
    for (int i = 0; i < with.length; i++) {
      items[(int) (r[0] + i * r[2])] = with[i];
    }
  }

  @Builtin("__delitem__(self, key, /)")
  static void deleteItem(PyList self, PyObject key) {
    if (key instanceof PySlice s) {
      self.deleteSlice(s);
      return;
    }
    long i = Positions.sequenceIndex(key, "list");
    if (i < 0) {
      i += self.size;
    }
    if (i < 0 || i >= self.size) {
      throw Exc.indexError("list assignment index out of range");
    }
    self.removeRange((int) i, (int) i + 1);
  }

  private void deleteSlice(PySlice s) {
    long[] r = s.indices(size);
    int n = (int) r[3];
    if (n == 0) {
      return;
    }
    if (r[2] == 1) {
      removeRange((int) r[0], (int) r[0] + n);
      return;
    }
    boolean[] gone = new boolean[size];
    for (int i = 0; i < n; i++) {
      gone[(int) (r[0] + i * r[2])] = true;
    }
    PyObject[] out = new PyObject[size - n];
    int at = 0;
    for (int i = 0; i < size; i++) {
      if (!gone[i]) {
        out[at++] = items[i];
      }
    }
    items = out;
    size = at;
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(PyList self, PyObject key) {
    for (int i = 0; i < self.size; i++) {
      if (Obj.same(self.items[i], key)) {
        return true;
      }
    }
    return false;
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyList self) {
    return new ArrayIterators.ListIterator(self);
  }

  @Builtin("__reversed__(self, /)")
  static PyObject reversed(PyList self) {
    return new ArrayIterators.ReverseListIterator(self);
  }

  @Builtin("__add__(self, value, /)")
  static PyObject add(PyList self, PyObject other) {
    if (!(other instanceof PyList o)) {
      throw Exc.typeError("can only concatenate list (not \"" + other.type.name + "\") to list");
    }
    PyObject[] out = Arrays.copyOf(self.items, self.size + o.size);
    System.arraycopy(o.items, 0, out, self.size, o.size);
    return new PyList(out);
  }

  @Builtin("__iadd__(self, value, /)")
  static PyObject iadd(PyList self, PyObject other) {
    self.extend(other);
    return self;
  }

  @Builtin("__mul__(self, value, /)")
  static PyObject mul(PyList self, PyObject times) {
    return new PyList(PyTuple.repeat(self.items, self.size, Positions.repeatCount(times)));
  }

  @Builtin("__rmul__(self, value, /)")
  static PyObject rmul(PyList self, PyObject times) {
    return mul(self, times);
  }

  @Builtin("__imul__(self, value, /)")
  static PyObject imul(PyList self, PyObject times) {
    self.items = PyTuple.repeat(self.toArray(), self.size, Positions.repeatCount(times));
    self.size = self.items.length;
    return self;
  }

  @RichCompare
  static PyObject compare(PyList self, PyObject other, int op) {
    if (!(other instanceof PyList o)) {
      return PyNotImplemented.INSTANCE;
    }
    if ((op == 2 || op == 3) && self.size != o.size) {
      return PyBool.of(op == 3);
    }
    int i = 0;
    while (i < self.size && i < o.size && Obj.same(self.items[i], o.items[i])) {
      i++;
    }
    if (i >= self.size || i >= o.size) {
      return Obj.compareResult(Integer.compare(self.size, o.size), op);
    }
    if (op == 2 || op == 3) {
      return PyBool.of(op == 3);
    }
    return Obj.compare(self.items[i], o.items[i], op);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyList self) {
    if (self.size == 0) {
      return "[]";
    }
    if (!Obj.enterRepr(self)) {
      return "[...]";
    }
    try {
      StringBuilder b = new StringBuilder("[");
      for (int i = 0; i < self.size; i++) {
        b.append(i > 0 ? ", " : "").append(Obj.repr(self.items[i]));
      }
      return b.append(']').toString();
    } finally {
      Obj.leaveRepr(self);
    }
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeOf(PyList self) {
    return 40 + 8L * self.items.length;
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
