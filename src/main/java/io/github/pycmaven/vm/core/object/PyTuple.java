package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;
import java.util.Arrays;

/** {@code tuple}. */
@BuiltinType("tuple")
public class PyTuple extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("tuple", new PyTupleTable()).asSequence().matchesSequences().notWeak();
  public static final PyTuple EMPTY = new PyTuple(new PyObject[0]);

  /** The elements; not changed once the tuple is seen by a program. */
  public final PyObject[] items;

  public PyTuple(PyObject[] items) {
    super(TYPE);
    this.items = items;
  }

  protected PyTuple(PyType type, PyObject[] items) {
    super(type);
    this.items = items;
  }

  /** A tuple of the given elements. */
  public static PyTuple of(PyObject... items) {
    return new PyTuple(items);
  }

  /** A tuple over the array. */
  public static PyTuple over(PyObject[] items) {
    return items.length == 0 ? EMPTY : new PyTuple(items);
  }

  /** An instance of a class that derives from tuple. */
  public static class Sub extends PyTuple {
    private final Extras extras = new Extras();

    public Sub(PyType type, PyObject[] items) {
      super(type, items);
    }

    @Override
    public Extras extras() {
      return extras;
    }
  }

  @Builtin("__new__(cls, iterable=(), /, **kwargs)")
  static PyObject createTuple(PyType cls, PyObject iterable, PyDict keywords) {
    if (keywords != null && !cls.overrides(Names.INIT, TYPE)) {
      throw Exc.typeError("tuple() takes no keyword arguments");
    }
    if (cls == TYPE) {
      if (iterable == null) {
        return EMPTY;
      }
      return iterable.type == TYPE ? iterable : over(Obj.toArray(iterable));
    }
    PyObject[] a = iterable == null ? EMPTY.items : Obj.toArray(iterable);
    return new Sub(cls, a);
  }

  @Builtin("__len__(self, /)")
  static int length(PyTuple self) {
    return self.items.length;
  }

  @Builtin("__getitem__(self, key, /)")
  public static PyObject getItem(PyTuple self, PyObject key) {
    PyObject[] a = self.items;
    if (key instanceof PySlice s) {
      long[] r = s.indices(a.length);
      if (r[2] == 1) {
        if (r[3] == a.length && self.type == TYPE) {
          return self;
        }
        return over(Arrays.copyOfRange(a, (int) r[0], (int) (r[0] + r[3])));
      }
      PyObject[] out = new PyObject[(int) r[3]];
      for (int i = 0; i < out.length; i++) {
        out[i] = a[(int) (r[0] + i * r[2])];
      }
      return over(out);
    }
    long i = Positions.sequenceIndex(key, "tuple");
    if (i < 0) {
      i += a.length;
    }
    if (i < 0 || i >= a.length) {
      throw Exc.indexError("tuple index out of range");
    }
    return a[(int) i];
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(PyTuple self, PyObject key) {
    for (PyObject o : self.items) {
      if (Obj.same(o, key)) {
        return true;
      }
    }
    return false;
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyTuple self) {
    return new ArrayIterators.TupleIterator(self);
  }

  @Builtin("__add__(self, value, /)")
  static PyObject add(PyTuple self, PyObject other) {
    if (!(other instanceof PyTuple o)) {
      throw Exc.typeError("can only concatenate tuple (not \"" + other.type.name + "\") to tuple");
    }
    if (self.items.length == 0 && other.type == TYPE) {
      return other;
    }
    if (o.items.length == 0 && self.type == TYPE) {
      return self;
    }
    PyObject[] out = Arrays.copyOf(self.items, self.items.length + o.items.length);
    System.arraycopy(o.items, 0, out, self.items.length, o.items.length);
    return over(out);
  }

  @Builtin("__mul__(self, value, /)")
  static PyObject mul(PyTuple self, PyObject times) {
    long n = Positions.repeatCount(times);
    if (n == 1 && self.type == TYPE) {
      return self;
    }
    return over(repeat(self.items, self.items.length, n));
  }

  @Builtin("__rmul__(self, value, /)")
  static PyObject rmul(PyTuple self, PyObject times) {
    return mul(self, times);
  }

  static PyObject[] repeat(PyObject[] a, int size, long n) {
    if (n <= 0 || size == 0) {
      return EMPTY.items;
    }
    if (size * (double) n > Integer.MAX_VALUE - 8) {
      throw Exc.memoryError();
    }
    PyObject[] out = new PyObject[(int) (size * n)];
    if (size == 1) {
      Arrays.fill(out, a[0]);
      return out;
    }
    for (int i = 0; i < n; i++) {
      System.arraycopy(a, 0, out, i * size, size);
    }
    return out;
  }

  @RichCompare
  static PyObject compare(PyTuple self, PyObject other, int op) {
    if (!(other instanceof PyTuple o)) {
      return PyNotImplemented.INSTANCE;
    }
    return compareArrays(self.items, self.items.length, o.items, o.items.length, op);
  }

  static PyObject compareArrays(PyObject[] a, int n, PyObject[] b, int m, int op) {
    int i = 0;
    while (i < n && i < m && Obj.same(a[i], b[i])) {
      i++;
    }
    if (i >= n || i >= m) {
      return Obj.compareResult(Integer.compare(n, m), op);
    }
    if (op == 2 || op == 3) {
      return PyBool.of(op == 3);
    }
    return Obj.compare(a[i], b[i], op);
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyTuple self) {
    long acc = 2870177450012600261L;
    for (PyObject o : self.items) {
      acc += Obj.hash(o) * -4417276706812531889L;
      acc = Long.rotateLeft(acc, 31) * -7046029288634856825L;
    }
    acc += self.items.length ^ (2870177450012600261L ^ 3527539L);
    return acc == -1 ? 1546275796 : acc;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyTuple self) {
    PyObject[] a = self.items;
    if (a.length == 0) {
      return "()";
    }
    if (!Obj.enterRepr(self)) {
      return "(...)";
    }
    try {
      StringBuilder b = new StringBuilder("(");
      for (int i = 0; i < a.length; i++) {
        b.append(i > 0 ? ", " : "").append(Obj.repr(a[i]));
      }
      return b.append(a.length == 1 ? ",)" : ")").toString();
    } finally {
      Obj.leaveRepr(self);
    }
  }

  @Builtin("index(self, value, start=0, stop=sys.maxsize, /)")
  static int index(PyTuple self, PyObject value, PyObject start, PyObject stop) {
    int n = self.items.length;
    int from = Positions.clipIndex(start, 0, n);
    int to = Positions.clipIndex(stop, n, n);
    for (int i = from; i < to; i++) {
      if (Obj.same(self.items[i], value)) {
        return i;
      }
    }
    throw Exc.valueError("tuple.index(x): x not in tuple");
  }

  @Builtin("count(self, value, /)")
  static int count(PyTuple self, PyObject value) {
    int n = 0;
    for (PyObject o : self.items) {
      n += Obj.same(o, value) ? 1 : 0;
    }
    return n;
  }

  @Builtin("__getnewargs__(self, /)")
  static PyObject newArgs(PyTuple self) {
    return of(over(self.items));
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
