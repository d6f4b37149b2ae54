package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;

/**
 * {@code memoryview} over one dimension of items at a constant distance.
 *
 * <p>Nobody learns when a view is no longer used, so only a view in a {@code with} statement
 * forbids its source to change size.
 *
 * @cpython Objects/memoryobject.c
 */
@BuiltinType("memoryview")
public final class PyMemoryView extends PyObject implements Buffer {
  public static final PyType TYPE =
      PyType.builtin("memoryview", new PyMemoryViewTable())
          .forbidSubclasses()
          .asSequence()
          .matchesSequences();

  private final PyObject source;
  private Buffer buffer;
  private boolean entered;
  private final byte[] store;
  private final boolean readOnly;
  private final int start;
  private final int count;
  private final int step;
  private final int itemSize;
  private final char code;
  private final String format;

  private PyMemoryView(
      PyObject source,
      byte[] store,
      boolean readOnly,
      int start,
      int count,
      int step,
      int itemSize,
      String format) {
    super(TYPE);
    this.source = source;
    this.buffer = (Buffer) source;
    this.store = store;
    this.readOnly = readOnly;
    this.start = start;
    this.count = count;
    this.step = step;
    this.itemSize = itemSize;
    this.format = format;
    this.code = format.charAt(format.length() - 1);
  }

  /** A view of an object's buffer. */
  public static PyMemoryView of(PyObject o) {
    if (o instanceof PyMemoryView m) {
      m.check();
      return m.part(m.start, m.count, m.step);
    }
    PyObject source = o;
    if (!(o instanceof Buffer)) {
      PyObject f = Obj.special(o, PyStr.intern("__buffer__"));
      source = f == null ? null : f.call1(PyInt.of(284));
      if (source instanceof PyMemoryView m) {
        return m;
      }
      if (!(source instanceof Buffer)) {
        throw Exc.typeError(
            "memoryview: a bytes-like object is required, not '" + o.type.name + "'");
      }
    }
    Buffer b = (Buffer) source;
    byte[] w = b.writable();
    String format = b.itemFormat();
    int size = MemoryItem.size(format.charAt(0));
    int length = b.byteLength();
    return w == null
        ? new PyMemoryView(source, b.bufferBytes(), true, 0, length / size, size, size, format)
        : new PyMemoryView(source, w, false, b.offset(), length / size, size, size, format);
  }

  private PyMemoryView part(int start, int count, int step) {
    return new PyMemoryView(source, store, readOnly, start, count, step, itemSize, format);
  }

  private void check() {
    if (buffer == null) {
      throw Exc.valueError("operation forbidden on released memoryview object");
    }
  }

  private boolean isContiguous() {
    return step == itemSize || count < 2;
  }

  @Override
  public byte[] bufferBytes() {
    check();
    byte[] out = new byte[count * itemSize];
    if (step == itemSize) {
      System.arraycopy(store, start, out, 0, out.length);
    } else {
      for (int i = 0; i < count; i++) {
        System.arraycopy(store, start + i * step, out, i * itemSize, itemSize);
      }
    }
    return out;
  }

  @Override
  public byte[] writable() {
    check();
    return readOnly || !isContiguous() ? null : store;
  }

  @Override
  public int offset() {
    return start;
  }

  @Override
  public int byteLength() {
    return count * itemSize;
  }

  @Override
  public String itemFormat() {
    return format;
  }

  @Builtin("__new__(cls, object)")
  static PyObject create(PyType cls, PyObject object) {
    return of(object);
  }

  @Builtin(value = "_from_flags(cls, object, flags)", kind = Builtin.Kind.CLASS)
  static PyObject fromFlags(PyType cls, PyObject object, PyObject flags) {
    return of(object);
  }

  @Builtin("__len__(self, /)")
  int length() {
    check();
    return count;
  }

  private PyObject item(int i) {
    return MemoryItem.read(code, store, start + i * step, itemSize, true);
  }

  private int position(PyObject key) {
    long i = Obj.index(key).clipped();
    if (i < 0) {
      i += count;
    }
    if (i < 0 || i >= count) {
      throw Exc.indexError("index out of bounds on dimension 1");
    }
    return (int) i;
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    check();
    if (key instanceof PySlice s) {
      return slice(s);
    }
    if (key == PyEllipsis.INSTANCE) {
      return part(start, count, step);
    }
    if (key instanceof PyTuple t && t.items.length == 1) {
      return item(position(t.items[0]));
    }
    if (key.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("memoryview: invalid slice key");
    }
    return item(position(key));
  }

  private PyMemoryView slice(PySlice s) {
    long[] r = s.indices(count);
    return part((int) (start + r[0] * step), (int) r[3], (int) (r[2] * step));
  }

  @Builtin("__setitem__(self, key, value, /)")
  void setItem(PyObject key, PyObject value) {
    check();
    if (readOnly) {
      throw Exc.typeError("cannot modify read-only memory");
    }
    if (key instanceof PySlice s) {
      PyMemoryView to = slice(s);
      PyMemoryView from = of(value);
      if (to.count != from.count || !to.format.equals(from.format)) {
        throw Exc.valueError("memoryview assignment: lvalue and rvalue have different structures");
      }
      byte[] b = from.bufferBytes();
      for (int i = 0; i < to.count; i++) {
        System.arraycopy(b, i * itemSize, store, to.start + i * to.step, itemSize);
      }
      return;
    }
    if (key.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("memoryview: invalid slice key");
    }
    put(start + position(key) * step, value);
  }

  @Builtin("__delitem__(self, key, /)")
  void deleteItem(PyObject key) {
    throw Exc.typeError("cannot delete memory");
  }

  private void put(int at, PyObject value) {
    if (MemoryItem.isInteger(code)) {
      if (value.type.slot(Slot.INDEX) == null) {
        throw Exc.typeError("memoryview: invalid type for format '" + format + "'");
      }
      PyInt v = Obj.index(value);
      if (!MemoryItem.fits(v, code, itemSize)) {
        throw Exc.valueError("memoryview: invalid value for format '" + format + "'");
      }
      MemoryItem.putBits(store, at, itemSize, true, v.big().longValue());
    } else if (code == 'd') {
      MemoryItem.putBits(store, at, 8, true, Double.doubleToRawLongBits(Obj.toDouble(value)));
    } else if (code == 'f') {
      MemoryItem.putBits(store, at, 4, true, Float.floatToRawIntBits((float) Obj.toDouble(value)));
    } else if (code == '?') {
      store[at] = (byte) (Obj.isTrue(value) ? 1 : 0);
    } else if (code == 'c') {
      if (!(value instanceof PyBytes b)) {
        throw Exc.typeError("memoryview: invalid type for format 'c'");
      }
      if (b.value.length != 1) {
        throw Exc.valueError("memoryview: invalid value for format 'c'");
      }
      store[at] = b.value[0];
    } else {
      throw Exc.notImplemented("memoryview: format " + format + " not supported");
    }
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    check();
    return new PySequenceIterator(this);
  }

  @Builtin("tobytes(self, /, order='C')")
  PyObject toBytes(PyObject order) {
    return new PyBytes(bufferBytes());
  }

  @Builtin("tolist(self, /)")
  PyObject toList() {
    check();
    PyList l = new PyList();
    for (int i = 0; i < count; i++) {
      l.append(item(i));
    }
    return l;
  }

  @Builtin("hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)")
  String hex(PyObject sep, int group) {
    return ByteText.hex(bufferBytes(), sep, group);
  }

  @Builtin("toreadonly(self, /)")
  PyObject toReadOnly() {
    check();
    return new PyMemoryView(source, store, true, start, count, step, itemSize, format);
  }

  @Builtin("cast(self, /, format, shape=<unrepresentable>)")
  PyObject cast(PyObject to, PyObject shape) {
    check();
    if (!(to instanceof PyStr f)) {
      throw Exc.typeError("cast() argument 'format' must be str, not " + to.type.name);
    }
    String text = f.value.startsWith("@") ? f.value.substring(1) : f.value;
    int size = text.length() == 1 && !text.equals("e") ? MemoryItem.size(text.charAt(0)) : 0;
    if (size == 0) {
      throw Exc.valueError(
          "memoryview: destination format must be a native single character format prefixed with"
              + " an optional '@'");
    }
    if (!isContiguous()) {
      throw Exc.typeError("memoryview: casts are restricted to C-contiguous views");
    }
    boolean bytes = "bBc".indexOf(code) >= 0 || "bBc".indexOf(text.charAt(0)) >= 0;
    if (!bytes) {
      throw Exc.typeError("memoryview: cannot cast between two non-byte formats");
    }
    int total = count * itemSize;
    if (total % size != 0) {
      throw Exc.typeError("memoryview: length is not a multiple of itemsize");
    }
    if (shape != null && Obj.length(shape) != 1) {
      throw Exc.notImplemented("memoryview: only one dimension is supported");
    }
    return new PyMemoryView(source, store, readOnly, start, total / size, size, size, text);
  }

  @Builtin("release(self, /)")
  void releaseView() {
    if (buffer != null) {
      if (entered) {
        buffer.release();
      }
      buffer = null;
    }
  }

  @Builtin("__enter__(self, /)")
  PyObject enter() {
    check();
    if (!entered) {
      entered = true;
      buffer.acquire();
    }
    return this;
  }

  @Builtin("__exit__(self, /, *exc_info)")
  void exit(PyObject[] info) {
    releaseView();
  }

  @Builtin("index(self, value, start=0, stop=sys.maxsize, /)")
  int index(PyObject value, PyObject from, PyObject to) {
    check();
    int end = Positions.clipIndex(to, count, count);
    for (int i = Positions.clipIndex(from, 0, count); i < end; i++) {
      if (Obj.same(item(i), value)) {
        return i;
      }
    }
    throw Exc.valueError("memoryview.index(x): x not found");
  }

  @Builtin("count(self, value, /)")
  int countOf(PyObject value) {
    check();
    int n = 0;
    for (int i = 0; i < count; i++) {
      n += Obj.same(item(i), value) ? 1 : 0;
    }
    return n;
  }

  @RichCompare(equalityOnly = true)
  PyObject compare(PyObject other, int op) {
    if (this == other) {
      return PyBool.of(op == 2);
    }
    if (!(other instanceof Buffer) || buffer == null) {
      return PyNotImplemented.INSTANCE;
    }
    if (other instanceof PyMemoryView m && m.buffer == null) {
      return PyBool.of(op == 3);
    }
    PyMemoryView o = of(other);
    boolean same = count == o.count;
    for (int i = 0; same && i < count; i++) {
      same = Obj.equal(item(i), o.item(i));
    }
    return PyBool.of(same == (op == 2));
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    check();
    if (!readOnly) {
      throw Exc.valueError("cannot hash writable memoryview object");
    }
    if ("bBc".indexOf(code) < 0) {
      throw Exc.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    return Obj.hash(new PyBytes(bufferBytes()));
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return (buffer == null ? "<released memory at " : "<memory at ") + Identity.address(this) + ">";
  }

  @Getter("obj")
  PyObject object() {
    check();
    return source;
  }

  @Getter("nbytes")
  int byteCount() {
    check();
    return count * itemSize;
  }

  @Getter("readonly")
  boolean isReadOnly() {
    check();
    return readOnly;
  }

  @Getter("itemsize")
  int itemSize() {
    check();
    return itemSize;
  }

  @Getter("format")
  String format() {
    check();
    return format;
  }

  @Getter("ndim")
  int dimensions() {
    check();
    return 1;
  }

  @Getter("shape")
  PyObject shape() {
    check();
    return PyTuple.of(PyInt.of(count));
  }

  @Getter("strides")
  PyObject strides() {
    check();
    return PyTuple.of(PyInt.of(step));
  }

  @Getter("suboffsets")
  PyObject subOffsets() {
    check();
    return PyTuple.EMPTY;
  }

  @Getter("c_contiguous")
  boolean cContiguous() {
    check();
    return isContiguous();
  }

  @Getter("f_contiguous")
  boolean fContiguous() {
    check();
    return isContiguous();
  }

  @Getter("contiguous")
  boolean contiguous() {
    check();
    return isContiguous();
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
