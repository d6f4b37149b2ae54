package io.github.pycmaven.vm.module.array;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.MemoryItem;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.Positions;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyByteArray;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PySlice;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;
import java.util.Arrays;

/**
 * {@code array.array}: items of one kind, as bytes in the machine's order. Files, text and pickling
 * are in {@link ArrayConversion}.
 *
 * @cpython Modules/arraymodule.c
 */
@BuiltinType("array.array")
public final class PyArray extends PyInstance implements Buffer {
  public static final PyType TYPE =
      PyType.builtin("array.array", new PyArrayTable())
          .matchesSequences()
          .with(new ArrayConversionTable())
          .asSequence();

  final char code;
  final int width;
  byte[] store = new byte[0];

  /** How many items there are. */
  int size;

  private int views;

  PyArray(PyType type, char code) {
    super(type);
    this.code = code;
    this.width = ItemCode.size(code);
  }

  // ---- the buffer ----

  @Override
  public byte[] bufferBytes() {
    return Arrays.copyOf(store, size * width);
  }

  @Override
  public byte[] writable() {
    return store;
  }

  @Override
  public int byteLength() {
    return size * width;
  }

  @Override
  public String itemFormat() {
    return ItemCode.isText(code) ? "I" : String.valueOf(code);
  }

  @Override
  public void acquire() {
    views++;
  }

  @Override
  public void release() {
    views--;
  }

  /** Makes room for a number of items, or drops what is beyond. */
  void resize(int n) {
    if (views > 0 && n != size) {
      throw Exc.raise(Exc.BufferError, "cannot resize an array that is exporting buffers");
    }
    long bytes = (long) n * width;
    if (bytes > Integer.MAX_VALUE - 16) {
      throw Exc.memoryError();
    }
    if (bytes > store.length) {
      long room = Math.min(bytes + (bytes >> 4) + 8 * width, Integer.MAX_VALUE - 16);
      store = Arrays.copyOf(store, n > size + 1 && size == 0 ? (int) bytes : (int) room);
    }
    size = n;
  }

  PyObject get(int i) {
    return ItemCode.read(code, store, i * width);
  }

  private void set(int i, long bits) {
    MemoryItem.putBits(store, i * width, width, true, bits);
  }

  void add(PyObject v) {
    long bits = ItemCode.bits(code, v);
    resize(size + 1);
    set(size - 1, bits);
  }

  void addBytes(byte[] b, int length) {
    int at = size * width;
    resize(size + length / width);
    System.arraycopy(b, 0, store, at, length);
  }

  // ---- construction ----

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    if (keywords != null && (cls == TYPE)) {
      throw Exc.typeError("array.array() takes no keyword arguments");
    }
    if (args.length == 0 || args.length > 2) {
      throw Exc.typeError(
          "array() takes "
              + (args.length == 0 ? "at least 1 argument" : "at most 2 arguments")
              + " ("
              + args.length
              + " given)");
    }
    if (!(args[0] instanceof PyStr s)) {
      throw Exc.typeError(
          "array() argument 1 must be a unicode character, not " + args[0].type.name);
    }
    if (s.length() != 1) {
      throw Exc.typeError(
          "array() argument 1 must be a unicode character, not a string of length " + s.length());
    }
    PyObject initial = args.length > 1 ? args[1] : null;
    char c = (char) s.at(0);
    if (initial instanceof PyStr && ItemCode.ALL.indexOf(c) >= 0 && !ItemCode.isText(c)) {
      throw Exc.typeError("cannot use a str to initialize an array with typecode '" + c + "'");
    }
    if (initial instanceof PyArray a && ItemCode.isText(a.code) && !ItemCode.isText(c)) {
      throw Exc.typeError(
          "cannot use a unicode array to initialize an array with typecode '" + c + "'");
    }
    if (s.at(0) > 127 || ItemCode.ALL.indexOf(c) < 0) {
      throw Exc.valueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
    }
    if (c == 'u') {
      Obj.warn(
          Exc.DeprecationWarning,
          "The 'u' type code is deprecated and will be removed in Python 3.16");
    }
    PyArray r = new PyArray(cls, c);
    if (initial == null) {
      return r;
    }
    if (initial instanceof PyBytes || initial instanceof PyByteArray) {
      r.fromBytes(initial);
    } else if (initial instanceof PyStr text) {
      r.addText(text);
    } else if (initial instanceof PyArray a && a.code == c) {
      r.addBytes(a.store, a.size * a.width);
    } else {
      r.extendBy(initial);
    }
    return r;
  }

  void addText(PyStr text) {
    int at = size;
    resize(size + text.length());
    for (int i = 0; i < text.length(); i++) {
      set(at + i, text.at(i));
    }
  }

  @Builtin("frombytes(self, buffer, /)")
  void fromBytes(PyObject o) {
    if (!Obj.isBytesLike(o)) {
      throw Exc.typeError("a bytes-like object is required, not '" + o.type.name + "'");
    }
    byte[] b = Obj.bytesOf(o);
    if (b.length % width != 0) {
      throw Exc.valueError("bytes length not a multiple of item size");
    }
    addBytes(o == this ? b.clone() : b, b.length);
  }

  private void extendBy(PyObject items) {
    PyObject it = Obj.iter(items);
    for (PyObject x = it.next(); x != null; x = it.next()) {
      add(x);
    }
  }

  // ---- as a sequence ----

  @Builtin("append(self, v, /)")
  void append(PyObject v) {
    add(v);
  }

  @Builtin("extend(self, bb, /)")
  void extend(PyObject items) {
    if (!(items instanceof PyArray a)) {
      extendBy(items);
      return;
    }
    if (a.code != code) {
      throw Exc.typeError("can only extend with array of same kind");
    }
    addBytes(a == this ? a.bufferBytes() : a.store, a.size * width);
  }

  @Builtin("insert(self, i, v, /)")
  void insert(PyObject index, PyObject v) {
    long i = Obj.index(index).clipped();
    i = i < 0 ? Math.max(0, i + size) : Math.min(i, size);
    long bits = ItemCode.bits(code, v);
    resize(size + 1);
    int at = (int) i * width;
    System.arraycopy(store, at, store, at + width, (size - 1) * width - at);
    set((int) i, bits);
  }

  private void splice(int from, int to, byte[] with) {
    int tail = (size - to) * width;
    int start = from * width;
    int n = from + with.length / width + size - to;
    byte[] rest = Arrays.copyOfRange(store, to * width, to * width + tail);
    resize(n);
    System.arraycopy(with, 0, store, start, with.length);
    System.arraycopy(rest, 0, store, start + with.length, tail);
  }

  @Builtin("pop(self, i=-1, /)")
  PyObject pop(PyObject index) {
    long i = index == null ? -1 : Obj.index(index).clipped();
    if (size == 0) {
      throw Exc.indexError("pop from empty array");
    }
    i = i < 0 ? i + size : i;
    if (i < 0 || i >= size) {
      throw Exc.indexError("pop index out of range");
    }
    PyObject v = get((int) i);
    splice((int) i, (int) i + 1, new byte[0]);
    return v;
  }

  @Builtin("remove(self, v, /)")
  void remove(PyObject v) {
    for (int i = 0; i < size; i++) {
      if (Obj.equal(get(i), v)) {
        splice(i, i + 1, new byte[0]);
        return;
      }
    }
    throw Exc.valueError("array.remove(x): x not in array");
  }

  @Builtin("index(self, v, start=0, stop=sys.maxsize, /)")
  int index(PyObject v, PyObject start, PyObject stop) {
    int from = Positions.clipIndex(start, 0, size);
    int to = Positions.clipIndex(stop, size, size);
    for (int i = from; i < to && i < size; i++) {
      if (Obj.equal(get(i), v)) {
        return i;
      }
    }
    throw Exc.valueError("array.index(x): x not in array");
  }

  @Builtin("count(self, v, /)")
  int count(PyObject v) {
    int n = 0;
    for (int i = 0; i < size; i++) {
      n += Obj.equal(get(i), v) ? 1 : 0;
    }
    return n;
  }

  @Builtin("__contains__(self, key, /)")
  boolean contains(PyObject v) {
    for (int i = 0; i < size; i++) {
      if (Obj.equal(get(i), v)) {
        return true;
      }
    }
    return false;
  }

  @Builtin("clear(self, /)")
  void clear() {
    resize(0);
  }

  @Builtin("reverse(self, /)")
  void reverse() {
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      long a = MemoryItem.bits(store, i * width, width, true);
      set(i, MemoryItem.bits(store, j * width, width, true));
      set(j, a);
    }
  }

  @Builtin("__len__(self, /)")
  int length() {
    return size;
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return new PyArrayIterator(this);
  }

  private int position(PyObject key, String message) {
    if (key.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("array indices must be integers");
    }
    long i = Positions.sequenceIndex(key, "array");
    i = i < 0 ? i + size : i;
    if (i < 0 || i >= size) {
      throw Exc.indexError(message);
    }
    return (int) i;
  }

  PyArray like() {
    return new PyArray(TYPE, code);
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    if (!(key instanceof PySlice s)) {
      return get(position(key, "array index out of range"));
    }
    long[] r = s.indices(size);
    int n = (int) r[3];
    PyArray out = like();
    out.resize(n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(store, (int) (r[0] + i * r[2]) * width, out.store, i * width, width);
    }
    return out;
  }

  @Builtin("__setitem__(self, key, value, /)")
  void setItem(PyObject key, PyObject value) {
    if (!(key instanceof PySlice s)) {
      int i = position(key, "array assignment index out of range");
      long bits = ItemCode.bits(code, value);
      if (i >= size) {
        // The conversion of the value may have shortened the array.
        throw Exc.indexError("array assignment index out of range");
      }
      set(i, bits);
      return;
    }
    if (!(value instanceof PyArray a)) {
      throw Exc.typeError("can only assign array (not \"" + value.type.name + "\") to array slice");
    }
    if (a.code != code) {
      throw Exc.typeError("bad argument type for built-in operation");
    }
    byte[] with = a.bufferBytes();
    long[] r = s.indices(size);
    if (r[2] == 1) {
      splice((int) r[0], (int) Math.min(size, Math.max(r[0], r[1])), with);
      return;
    }
    if (a.size != r[3]) {
      throw Exc.valueError(
          "attempt to assign array of size " + a.size + " to extended slice of size " + r[3]);
    }
    for (int i = 0; i < r[3]; i++) {
      System.arraycopy(with, i * width, store, (int) (r[0] + i * r[2]) * width, width);
    }
  }

  @Builtin("__delitem__(self, key, /)")
  void deleteItem(PyObject key) {
    if (!(key instanceof PySlice s)) {
      int i = position(key, "array assignment index out of range");
      splice(i, i + 1, new byte[0]);
      return;
    }
    long[] r = s.indices(size);
    if (r[3] == 0) {
      return;
    }
    if (r[2] == 1) {
      splice((int) r[0], (int) (r[0] + r[3]), new byte[0]);
      return;
    }
    boolean[] gone = new boolean[size];
    for (int i = 0; i < r[3]; i++) {
      gone[(int) (r[0] + i * r[2])] = true;
    }
    int at = 0;
    int before = size;
    byte[] kept = new byte[size * width];
    for (int i = 0; i < before; i++) {
      if (!gone[i]) {
        System.arraycopy(store, i * width, kept, at++ * width, width);
      }
    }
    resize(at);
    System.arraycopy(kept, 0, store, 0, at * width);
  }

  @Builtin("__add__(self, value, /)")
  PyObject concat(PyObject other) {
    if (!(other instanceof PyArray a)) {
      throw Exc.typeError("can only append array (not \"" + other.type.name + "\") to array");
    }
    if (a.code != code) {
      throw Exc.typeError("bad argument type for built-in operation");
    }
    PyArray out = like();
    out.addBytes(store, size * width);
    out.addBytes(a.store, a.size * width);
    return out;
  }

  @Builtin("__iadd__(self, value, /)")
  PyObject extendInPlace(PyObject other) {
    if (!(other instanceof PyArray)) {
      throw Exc.typeError("can only extend array with array (not \"" + other.type.name + "\")");
    }
    extend(other);
    return this;
  }

  private byte[] repeated(PyObject times) {
    long n = Math.max(0, Positions.repeatCount(times));
    long total = n * size * width;
    if (size > 0 && n > Integer.MAX_VALUE || total > Integer.MAX_VALUE - 16) {
      throw Exc.memoryError();
    }
    byte[] out = new byte[(int) total];
    for (int i = 0; i < out.length; i += size * width) {
      System.arraycopy(store, 0, out, i, size * width);
    }
    return out;
  }

  @Builtin("__mul__(self, value, /)")
  PyObject repeat(PyObject times) {
    PyArray out = like();
    byte[] b = repeated(times);
    out.addBytes(b, b.length);
    return out;
  }

  @Builtin("__rmul__(self, value, /)")
  PyObject repeatToo(PyObject times) {
    return repeat(times);
  }

  @Builtin("__imul__(self, value, /)")
  PyObject repeatInPlace(PyObject times) {
    splice(0, size, repeated(times));
    return this;
  }

  @RichCompare
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyArray a)) {
      return PyNotImplemented.INSTANCE;
    }
    if (size != a.size && (op == 2 || op == 3)) {
      return PyBool.of(op == 3);
    }
    for (int i = 0; i < size && i < a.size; i++) {
      PyObject x = get(i);
      PyObject y = a.get(i);
      if (!Obj.equal(x, y)) {
        return op == 2 || op == 3 ? PyBool.of(op == 3) : Obj.compare(x, y, op);
      }
    }
    return Obj.compareResult(Integer.compare(size, a.size), op);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    String start = type.shortName() + "('" + code + "'";
    if (size == 0) {
      return start + ")";
    }
    PyObject all = ItemCode.isText(code) ? ArrayConversion.toUnicode(this) : list();
    return start + ", " + Obj.repr(all) + ")";
  }

  PyList list() {
    PyObject[] a = new PyObject[size];
    for (int i = 0; i < size; i++) {
      a[i] = get(i);
    }
    return new PyList(a);
  }

  @Builtin("__copy__(self, /)")
  PyObject copy() {
    PyArray out = like();
    out.addBytes(store, size * width);
    return out;
  }

  @Builtin("__deepcopy__(self, unused, /)")
  PyObject deepCopy(PyObject memo) {
    return copy();
  }

  @Builtin("__sizeof__(self, /)")
  int sizeOf() {
    return 64 + store.length;
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }

  /** Iterates over an array. */
  @BuiltinType("array.arrayiterator")
  static final class PyArrayIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("array.arrayiterator", new PyArray_PyArrayIteratorTable()).uninstantiable();
    private PyArray array;
    private int at;

    PyArrayIterator(PyArray array) {
      super(TYPE);
      this.array = array;
    }

    @Override
    public PyObject next() {
      if (array == null || at >= array.size) {
        array = null;
        return null;
      }
      return array.get(at++);
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return this;
    }

    @Builtin("__next__(self, /)")
    PyObject nextItem() {
      return Obj.orStop(next());
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyObject iter = Obj.builtin("iter");
      return array == null
          ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
          : PyTuple.of(iter, PyTuple.of(array), PyInt.of(at));
    }

    @Builtin("__setstate__(self, state, /)")
    void setState(PyObject state) {
      if (array != null) {
        at = Math.max(0, Math.min(Obj.index(state).clippedInt(), array.size));
      }
    }
  }

  /** Calls {@code write} of a file. */
  static void write(PyObject file, byte[] b) {
    Calls.method(file, "write", new PyBytes(b));
  }
}
