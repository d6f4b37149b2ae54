package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;
import java.util.Arrays;

/** {@code bytearray}. */
@BuiltinType("bytearray")
public class PyByteArray extends PyObject implements Buffer {
  public static final PyType TYPE =
      PyType.builtin("bytearray", new PyByteArrayTable())
          .with(new ByteTextTable())
          .with(new ByteCaseTable())
          .asSequence();
  private byte[] bytes = new byte[0];
  private int size;
  private int views;

  private PyByteArray(PyType type) {
    super(type);
  }

  /** A bytearray that owns the array. */
  public PyByteArray(byte[] b) {
    super(TYPE);
    bytes = b;
    size = b.length;
  }

  private static final class Sub extends PyByteArray {
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
  public byte[] bufferBytes() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  @Override
  public byte[] writable() {
    return bytes;
  }

  @Override
  public int byteLength() {
    return size;
  }

  @Override
  public void acquire() {
    views++;
  }

  @Override
  public void release() {
    views--;
  }

  private void resize(int n) {
    if (views > 0 && n != size) {
      throw Exc.raise(Exc.BufferError, "Existing exports of data: object cannot be re-sized");
    }
    if (n > size) {
      Arrays.fill(bytes, size, Math.min(n, bytes.length), (byte) 0);
    }
    if (n > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(n, size + (size >> 1) + 8));
    }
    size = n;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return cls == TYPE ? new PyByteArray(cls) : new Sub(cls);
  }

  @Builtin("__init__(self, source=b'', encoding=<utf-8>, errors=<strict>)")
  static void init(PyByteArray self, PyObject source, PyObject encoding, PyObject errors) {
    if (source != null
        && encoding == null
        && errors == null
        && !Obj.lendsBuffer(source)
        && !(source instanceof PyStr)
        && source.type.slot(Slot.INDEX) == null
        && source.type.slot(Slot.ITER) != null) {
      self.resize(0);
      PyObject it = Obj.iter(source);
      for (PyObject x = it.next(); x != null; x = it.next()) {
        append(self, x);
      }
      return;
    }
    byte[] b;
    try {
      b = BytesMethods.make(source, encoding, errors);
    } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
      if (source != null
          && e.matches(Exc.TypeError)
          && source.type.slot(Slot.ITER) == null
          && source.type.slot(Slot.GETITEM) == null
          && encoding == null
          && errors == null) {
        throw Exc.typeError("cannot convert '" + source.type.name + "' object to bytearray");
      }
      throw e;
    }
    self.resize(0);
    self.bytes = b.clone();
    self.size = b.length;
  }

  @Builtin("__len__(self, /)")
  static int length(PyByteArray self) {
    return self.size;
  }

  @Builtin("__alloc__(self, /)")
  static int allocated(PyByteArray self) {
    return self.size == 0 ? 0 : Math.max(self.bytes.length, self.size) + 1;
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeOf(PyByteArray self) {
    return 56 + self.bytes.length;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyByteArray self) {
    String r = BytesMethods.repr(self.bufferBytes());
    // Unlike bytes, a bytearray escapes single quotes between double ones too.
    String text = r.charAt(1) == '"' ? r.replace("'", "\\'") : r;
    return self.type.shortName() + "(" + text + ")";
  }

  @Builtin("__str__(self, /)")
  static String str(PyByteArray self) {
    return repr(self);
  }

  @RichCompare
  static PyObject compare(PyByteArray self, PyObject other, int op) {
    if (!(other instanceof Buffer o)) {
      return PyNotImplemented.INSTANCE;
    }
    return Obj.compareResult(Arrays.compareUnsigned(self.bufferBytes(), o.bufferBytes()), op);
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyByteArray self) {
    return new PySequenceIterator(self);
  }

  private int position(PyObject key, String message) {
    if (!(key instanceof PyInt) && key.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("bytearray indices must be integers or slices, not " + key.type.name);
    }
    long i = Positions.sequenceIndex(key, "bytearray");
    if (i < 0) {
      i += size;
    }
    if (i < 0 || i >= size) {
      throw Exc.indexError(message);
    }
    return (int) i;
  }

  @Builtin("__getitem__(self, key, /)")
  static PyObject getItem(PyByteArray self, PyObject key) {
    if (key instanceof PySlice s) {
      return new PyByteArray(BytesMethods.slice(self.bytes, self.size, s));
    }
    return PyInt.of(self.bytes[self.position(key, "bytearray index out of range")] & 0xff);
  }

  @Builtin("__setitem__(self, key, value, /)")
  static void setItem(PyByteArray self, PyObject key, PyObject value) {
    if (!(key instanceof PySlice s)) {
      int i = self.position(key, "bytearray index out of range");
      self.bytes[i] = (byte) PyBytes.byteOf(value, "byte");
      return;
    }
    byte[] with = value instanceof Buffer b ? b.bufferBytes().clone() : fromValues(value);
    long[] r = s.indices(self.size);
    if (r[2] == 1) {
      int to = (int) Math.max(r[0], r[1]);
      self.splice((int) r[0], to, with);
      return;
    }
    if (with.length == 0) {
      self.deleteSlice(r);
      return;
    }
    if (with.length != r[3]) {
      throw Exc.valueError(
          "attempt to assign bytes of size " + with.length + " to extended slice of size " + r[3]);
    }
    for (int i = 0; i < with.length; i++) {
      self.bytes[(int) (r[0] + i * r[2])] = with[i];
    }
  }

  private static byte[] fromValues(PyObject value) {
    if (value instanceof PyInt || value instanceof PyStr) {
      throw Exc.typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    return BytesMethods.make(value, null, null);
  }

  private void splice(int from, int to, byte[] with) {
    int tail = size - to;
    int n = from + with.length + tail;
    int old = size;
    if (n > old) {
      resize(n);
      System.arraycopy(bytes, to, bytes, from + with.length, tail);
    } else if (n < old) {
      if (views > 0) {
        resize(n);
      }
      System.arraycopy(bytes, to, bytes, from + with.length, tail);
      resize(n);
    }
    System.arraycopy(with, 0, bytes, from, with.length);
  }

  @Builtin("__delitem__(self, key, /)")
  static void deleteItem(PyByteArray self, PyObject key) {
    if (key instanceof PySlice s) {
      self.deleteSlice(s.indices(self.size));
      return;
    }
    int i = self.position(key, "bytearray index out of range");
    self.splice(i, i + 1, new byte[0]);
  }

  private void deleteSlice(long[] r) {
    int n = (int) r[3];
    if (n == 0) {
      return;
    }
    if (r[2] == 1) {
      splice((int) r[0], (int) r[0] + n, new byte[0]);
      return;
    }
    boolean[] gone = new boolean[size];
    for (int i = 0; i < n; i++) {
      gone[(int) (r[0] + i * r[2])] = true;
    }
    int at = 0;
    byte[] out = new byte[size - n];
    for (int i = 0; i < size; i++) {
      if (!gone[i]) {
        out[at++] = bytes[i];
      }
    }
    resize(at);
    System.arraycopy(out, 0, bytes, 0, at);
  }

  @Builtin("append(self, item, /)")
  static void append(PyByteArray self, PyObject item) {
    byte b = (byte) PyBytes.byteOf(item, "byte");
    self.resize(self.size + 1);
    self.bytes[self.size - 1] = b;
  }

  @Builtin("extend(self, iterable_of_ints, /)")
  static void extend(PyByteArray self, PyObject iterable) {
    if (iterable instanceof PyStr) {
      throw Exc.typeError("expected iterable of integers; got: 'str'");
    }
    if (!(iterable instanceof Buffer)
        && iterable.type.slot(Slot.ITER) == null
        && iterable.type.slot(Slot.GETITEM) == null) {
      throw Exc.typeError("can't extend bytearray with " + iterable.type.name);
    }
    byte[] b =
        iterable instanceof Buffer f ? f.bufferBytes().clone() : PyBytes.fromIterable(iterable);
    self.splice(self.size, self.size, b);
  }

  @Builtin("insert(self, index, item, /)")
  static void insert(PyByteArray self, PyObject index, PyObject item) {
    long i = Obj.index(index).clipped();
    i = i < 0 ? Math.max(0, i + self.size) : Math.min(i, self.size);
    self.splice((int) i, (int) i, new byte[] {(byte) PyBytes.byteOf(item, "byte")});
  }

  @Builtin("pop(self, index=-1, /)")
  static int pop(PyByteArray self, PyObject index) {
    if (self.size == 0) {
      throw Exc.indexError("pop from empty bytearray");
    }
    int i = index == null ? self.size - 1 : self.position(index, "pop index out of range");
    int v = self.bytes[i] & 0xff;
    self.splice(i, i + 1, new byte[0]);
    return v;
  }

  @Builtin("remove(self, value, /)")
  static void remove(PyByteArray self, PyObject value) {
    int v = PyBytes.byteOf(value, "byte");
    for (int i = 0; i < self.size; i++) {
      if ((self.bytes[i] & 0xff) == v) {
        self.splice(i, i + 1, new byte[0]);
        return;
      }
    }
    throw Exc.valueError("value not found in bytearray");
  }

  @Builtin("clear(self, /)")
  static void clear(PyByteArray self) {
    self.resize(0);
  }

  @Builtin("copy(self, /)")
  static PyObject copy(PyByteArray self) {
    return new PyByteArray(Arrays.copyOf(self.bytes, self.size));
  }

  @Builtin("reverse(self, /)")
  static void reverse(PyByteArray self) {
    byte[] b = self.bytes;
    for (int i = 0, j = self.size - 1; i < j; i++, j--) {
      byte t = b[i];
      b[i] = b[j];
      b[j] = t;
    }
  }

  @Builtin("resize(self, size, /)")
  static void resizeTo(PyByteArray self, long n) {
    if (n < 0) {
      throw Exc.valueError("bytearray.resize(): new size must be >= 0, got " + n);
    }
    if (n > Integer.MAX_VALUE - 16) {
      throw Exc.memoryError();
    }
    self.resize((int) n);
  }

  @Builtin("__add__(self, value, /)")
  static PyObject add(PyByteArray self, PyObject other) {
    if (!(other instanceof Buffer o)) {
      throw Exc.typeError("can't concat " + other.type.name + " to bytearray");
    }
    byte[] b = o.bufferBytes();
    byte[] out = Arrays.copyOf(self.bufferBytes(), self.size + b.length);
    System.arraycopy(b, 0, out, self.size, b.length);
    return new PyByteArray(out);
  }

  @Builtin("__iadd__(self, value, /)")
  static PyObject iadd(PyByteArray self, PyObject other) {
    if (!(other instanceof Buffer o)) {
      throw Exc.typeError("can't concat " + other.type.name + " to bytearray");
    }
    self.splice(self.size, self.size, o.bufferBytes().clone());
    return self;
  }

  @Builtin("__imul__(self, value, /)")
  static PyObject imul(PyByteArray self, PyObject times) {
    byte[] b = ByteText.repeat(self.bufferBytes(), Positions.repeatCount(times));
    self.splice(0, self.size, b);
    return self;
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyByteArray self) {
    return reduceEx(self, 2);
  }

  @Builtin("__reduce_ex__(self, proto=0, /)")
  static PyObject reduceEx(PyByteArray self, int protocol) {
    PyObject args = PyTuple.EMPTY;
    if (self.size > 0) {
      byte[] b = Arrays.copyOf(self.bytes, self.size);
      args =
          protocol > 2
              ? PyTuple.of(new PyBytes(b))
              : PyTuple.of(
                  PyStr.narrow(new String(b, java.nio.charset.StandardCharsets.ISO_8859_1)),
                  PyStr.of("latin-1"));
    }
    PyObject state = Obj.getAttr(self, Names.GETSTATE).call0();
    return PyTuple.of(self.type, args, state);
  }
}
