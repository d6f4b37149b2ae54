package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyByteArray;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyMemoryView;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * {@code BufferedReader}, {@code BufferedWriter} and {@code BufferedRandom}: a raw stream with what
 * was read ahead or is still to be written; never both.
 *
 * @cpython Modules/_io/bufferedio.c
 */
@BuiltinType("_io._Buffered")
public final class PyBuffered extends PyIOBase {
  private static final PyType BASE =
      PyType.builtin("_io._Buffered", PyIOBase.BUFFERED, new PyBufferedTable()).withDict();

  static final PyType READER =
      PyType.builtin("_io.BufferedReader", BASE, new BufferedReadingTable()).withDict().sharing();
  static final PyType WRITER =
      PyType.builtin("_io.BufferedWriter", BASE, new BufferedWritingTable()).withDict().sharing();
  static final PyType RANDOM =
      PyType.builtin("_io.BufferedRandom", BASE, new BufferedReadingTable())
          .with(new BufferedWritingTable())
          .withDict()
          .sharing();

  private static final int CAPACITY = 131072;
  private static final int BLOCKED = -2;

  private PyObject raw;
  private boolean initialized;
  private boolean reads;
  private boolean writes;
  private int capacity;
  private byte[] ahead = new byte[0];
  private int at;
  private int end;
  private byte[] waiting = new byte[0];
  private int waits;

  private PyBuffered(PyType type) {
    super(type);
  }

  /** Over a raw file, of one of the three types. */
  static PyBuffered over(PyType type, PyFileIO raw, int capacity) {
    PyBuffered b = new PyBuffered(type);
    b.raw = raw;
    b.capacity = capacity;
    b.reads = type != WRITER;
    b.writes = type != READER;
    b.initialized = true;
    return b;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyBuffered(cls);
  }

  @Builtin("__init__(self, raw, buffer_size=131072)")
  static void init(PyBuffered self, PyObject raw, PyObject size) {
    self.initialized = false;
    self.raw = null;
    self.reads = !self.type.isSubtype(WRITER);
    self.writes = !self.type.isSubtype(READER);
    if (self.reads && self.writes && !Obj.isTrue(Calls.method(raw, "seekable"))) {
      throw unsupported("File or stream is not seekable.");
    }
    if (self.reads && !Obj.isTrue(Calls.method(raw, "readable"))) {
      throw unsupported("File or stream is not readable.");
    }
    if (self.writes && !Obj.isTrue(Calls.method(raw, "writable"))) {
      throw unsupported("File or stream is not writable.");
    }
    PyInt n = size == null ? PyInt.of(CAPACITY) : Obj.index(size);
    if (n.isBig()) {
      throw Exc.overflowError("Python int too large to convert to C ssize_t");
    }
    if (n.signum() <= 0) {
      throw Exc.valueError("buffer size must be strictly positive");
    }
    if (n.value > Integer.MAX_VALUE - 16) {
      throw Exc.memoryError();
    }
    self.raw = raw;
    self.capacity = n.clippedInt();
    self.at = 0;
    self.end = 0;
    self.waits = 0;
    self.initialized = true;
  }

  PyObject raw() {
    if (!initialized) {
      throw Exc.valueError("I/O operation on uninitialized object");
    }
    if (raw == null) {
      throw Exc.valueError("raw stream has been detached");
    }
    return raw;
  }

  /** Whether nothing is written in Python here. */
  boolean isPlain() {
    return raw instanceof PyFileIO f && f.type == PyFileIO.TYPE && !type.isHeap;
  }

  void requireOpen(String what) {
    raw();
    if (isPlain() ? isClosed(this) : Obj.isTrue(Obj.getAttr(this, "closed"))) {
      throw Exc.valueError(what + " of closed file");
    }
  }

  // ---- the raw stream ----

  private int rawRead(byte[] to, int from, int length) {
    if (raw instanceof PyFileIO f && f.type == PyFileIO.TYPE) {
      return f.read(to, from, length);
    }
    PyByteArray room = new PyByteArray(new byte[length]);
    PyObject n = Calls.method(raw(), "readinto", PyMemoryView.of(room));
    if (n == PyNone.NONE) {
      return BLOCKED;
    }
    long got = Obj.index(n).clipped();
    if (got < 0 || got > length) {
      throw Exc.raise(
          Exc.OSError,
          "raw readinto() returned invalid length "
              + got
              + " (should have been between 0 and "
              + length
              + ")");
    }
    System.arraycopy(room.bufferBytes(), 0, to, from, (int) got);
    return (int) got;
  }

  private int rawWrite(byte[] bytes, int from, int length) {
    if (raw instanceof PyFileIO f && f.type == PyFileIO.TYPE) {
      return f.write(bytes, from, length);
    }
    PyObject part = new PyBytes(Arrays.copyOfRange(bytes, from, from + length));
    PyObject n = Calls.method(raw(), Names.WRITE, PyMemoryView.of(part));
    if (n == PyNone.NONE) {
      return BLOCKED;
    }
    long done = Obj.index(n).clipped();
    if (done < 0 || done > length) {
      throw Exc.raise(
          Exc.OSError,
          "raw write() returned invalid length "
              + done
              + " (should have been between 0 and "
              + length
              + ")");
    }
    return (int) done;
  }

  private long rawTell() {
    long n = Obj.index(Calls.method(raw(), "tell")).clipped();
    if (n < 0) {
      throw Exc.raise(Exc.OSError, "Raw stream returned invalid position " + n);
    }
    return n;
  }

  private long rawSeek(PyObject target, int whence) {
    long n = Obj.index(Calls.method(raw(), "seek", target, PyInt.of(whence))).clipped();
    if (n < 0) {
      throw Exc.raise(Exc.OSError, "Raw stream returned invalid position " + n);
    }
    return n;
  }

  // ---- reading ----

  private int left() {
    return end - at;
  }

  /** Reads one chunk; what {@link #rawRead} says. */
  private int fill() {
    if (ahead.length < capacity) {
      ahead = new byte[capacity];
    }
    at = 0;
    end = 0;
    int n = rawRead(ahead, 0, capacity);
    end = Math.max(0, n);
    return n;
  }

  private void beforeReading() {
    if (writes) {
      send();
    }
  }

  PyObject take(int size) {
    if (left() >= size) {
      PyObject out = new PyBytes(Arrays.copyOfRange(ahead, at, at + size));
      at += size;
      return out;
    }
    int n = left();
    byte[] out = Arrays.copyOf(Arrays.copyOfRange(ahead, at, end), Math.min(size, n + capacity));
    beforeReading();
    at = 0;
    end = 0;
    while (n < size) {
      int r;
      int want = size - n;
      if (want >= capacity) {
        int whole = want - want % capacity;
        out = Arrays.copyOf(out, (int) Math.min(size, (long) n + Math.min(whole, 1 << 24)));
        r = rawRead(out, n, out.length - n);
      } else {
        r = fill();
        if (r > 0) {
          r = Math.min(r, want);
          if (out.length < n + r) {
            out = Arrays.copyOf(out, n + r);
          }
          System.arraycopy(ahead, 0, out, n, r);
          at = r;
        }
      }
      if (r <= 0) {
        return r == 0 || n > 0 ? new PyBytes(Arrays.copyOf(out, n)) : PyNone.NONE;
      }
      n += r;
    }
    return new PyBytes(out.length == n ? out : Arrays.copyOf(out, n));
  }

  PyObject takeAll() {
    byte[] have = Arrays.copyOfRange(ahead, at, end);
    at = 0;
    end = 0;
    beforeReading();
    PyObject readAll = Obj.getAttrOrNull(raw(), PyStr.intern("readall"));
    if (readAll != null) {
      PyObject more = readAll.call0();
      if (more != PyNone.NONE && !(more instanceof PyBytes)) {
        throw Exc.typeError("readall() should return bytes");
      }
      if (more == PyNone.NONE) {
        return have.length > 0 ? new PyBytes(have) : more;
      }
      return have.length == 0 ? more : new PyBytes(joined(have, Obj.bytesOf(more)));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(have, 0, have.length);
    while (true) {
      PyObject more = Calls.method(raw(), "read");
      if (more != PyNone.NONE && !(more instanceof PyBytes)) {
        throw Exc.typeError("read() should return bytes");
      }
      byte[] b = more == PyNone.NONE ? new byte[0] : Obj.bytesOf(more);
      if (b.length == 0) {
        return all.size() > 0 ? new PyBytes(all.toByteArray()) : more;
      }
      all.write(b, 0, b.length);
    }
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }

  PyObject takeOnce(int size) {
    int n = size < 0 ? capacity : size;
    if (n == 0) {
      return PyBytes.EMPTY;
    }
    if (left() > 0) {
      return take(Math.min(n, left()));
    }
    beforeReading();
    at = 0;
    end = 0;
    byte[] b = new byte[n];
    int r = Math.max(0, rawRead(b, 0, n));
    return new PyBytes(r == n ? b : Arrays.copyOf(b, r));
  }

  PyObject peek() {
    if (left() == 0) {
      beforeReading();
      fill();
    }
    return new PyBytes(Arrays.copyOfRange(ahead, at, end));
  }

  PyObject line(int most) {
    byte[] head = null;
    while (true) {
      int i = at;
      int limit = most < 0 ? end : (int) Math.min(end, (long) at + most - size(head));
      while (i < limit && ahead[i] != '\n') {
        i++;
      }
      boolean found = i < limit;
      int to = found ? i + 1 : limit;
      byte[] part = Arrays.copyOfRange(ahead, at, to);
      at = to;
      head = head == null ? part : joined(head, part);
      if (found || most >= 0 && head.length >= most) {
        return new PyBytes(head);
      }
      beforeReading();
      if (fill() <= 0) {
        return new PyBytes(head);
      }
    }
  }

  private static int size(byte[] b) {
    return b == null ? 0 : b.length;
  }

  int readInto(PyObject target, boolean once, String name) {
    if (!(target instanceof Buffer b) || b.writable() == null) {
      throw Exc.typeError(
          name + "() argument must be read-write bytes-like object, not " + target.type.name);
    }
    requireOpen("readinto");
    int want = b.byteLength();
    int n = 0;
    while (n < want) {
      PyObject got = once ? takeOnce(want - n) : take(want - n);
      if (got == PyNone.NONE) {
        return n == 0 ? -1 : n;
      }
      byte[] bytes = Obj.bytesOf(got);
      System.arraycopy(bytes, 0, b.writable(), b.offset() + n, bytes.length);
      n += bytes.length;
      if (once || bytes.length == 0) {
        break;
      }
    }
    return n;
  }

  // ---- writing ----

  int put(byte[] b) {
    dropAhead();
    if (waiting.length == 0) {
      waiting = new byte[Math.min(capacity, 8192)];
    }
    if (waits + b.length <= capacity) {
      keep(b, 0, b.length);
      return b.length;
    }
    try {
      send();
    } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
      if (!e.matches(Exc.BlockingIOError)) {
        throw e;
      }
      int room = Math.min(b.length, capacity - waits);
      keep(b, 0, room);
      if (room == b.length) {
        return room;
      }
      throw blocked(room);
    }
    int done = 0;
    while (b.length - done > capacity) {
      int n = rawWrite(b, done, b.length - done);
      if (n == BLOCKED) {
        int room = Math.min(b.length - done, capacity - waits);
        keep(b, done, room);
        throw blocked(done + room);
      }
      done += n;
    }
    keep(b, done, b.length - done);
    return b.length;
  }

  private static io.github.pycmaven.vm.core.error.PyRaise blocked(int written) {
    return Exc.raise(
        Exc.make(
            Exc.BlockingIOError,
            PyInt.of(11),
            PyStr.of("write could not complete without blocking"),
            PyInt.of(written)));
  }

  private void keep(byte[] b, int from, int length) {
    if (waits + length > waiting.length) {
      waiting =
          Arrays.copyOf(waiting, Math.min(capacity, Math.max(waits + length, waiting.length * 2)));
    }
    System.arraycopy(b, from, waiting, waits, length);
    waits += length;
  }

  private void send() {
    int done = 0;
    try {
      while (done < waits) {
        int n = rawWrite(waiting, done, waits - done);
        if (n == BLOCKED) {
          throw blocked(0);
        }
        done += n;
      }
    } finally {
      if (done > 0) {
        System.arraycopy(waiting, done, waiting, 0, waits - done);
        waits -= done;
      }
    }
  }

  /** Goes back to where the program is, if bytes were read ahead. */
  private void dropAhead() {
    int n = left();
    at = 0;
    end = 0;
    if (n > 0) {
      rawSeek(PyInt.of(-n), 1);
    }
  }

  // ---- both ----

  @Builtin("flush(self, /)")
  static void flush(PyBuffered self) {
    self.requireOpen("flush");
    if (!self.writes) {
      Calls.method(self.raw(), Names.FLUSH);
      return;
    }
    self.send();
    if (self.reads) {
      self.dropAhead();
    }
  }

  @Builtin("close(self, /)")
  static void close(PyBuffered self) {
    PyObject raw = self.raw();
    if (Obj.isTrue(Obj.getAttr(self, "closed"))) {
      return;
    }
    io.github.pycmaven.vm.core.error.PyRaise first = null;
    try {
      Calls.method(self, Names.FLUSH);
    } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
      first = e;
    }
    try {
      Calls.method(raw, Names.CLOSE);
    } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
      if (first != null) {
        e.value.chain(first.value);
      }
      throw e;
    }
    if (first != null) {
      throw first;
    }
  }

  @Builtin("detach(self, /)")
  static PyObject detach(PyBuffered self) {
    self.raw();
    Calls.method(self, Names.FLUSH);
    PyObject r = self.raw();
    self.raw = null;
    return r;
  }

  @Builtin("seek(self, target, whence=0, /)")
  static PyObject seek(PyBuffered self, PyObject target, int whence) {
    self.raw();
    if (whence < 0 || whence > 4) {
      throw Exc.valueError("whence value " + whence + " unsupported");
    }
    self.requireOpen("seek");
    if (!Obj.isTrue(Calls.method(self.raw(), "seekable"))) {
      throw unsupported("File or stream is not seekable.");
    }
    PyInt to = Obj.index(target);
    if (to.isBig()) {
      throw Exc.valueError("cannot fit 'int' into an offset-sized integer");
    }
    if (whence <= 1 && self.reads && self.left() > 0) {
      long here = self.rawTell() - self.left();
      long offset = whence == 0 ? to.value - here : to.value;
      if (offset >= -self.at && offset <= self.left()) {
        self.at += (int) offset;
        return PyInt.of(Math.max(0, here + offset));
      }
    }
    if (self.writes) {
      self.send();
    }
    PyObject wanted = whence == 1 ? PyInt.of(to.value - self.left()) : to;
    long n = self.rawSeek(wanted, whence);
    self.at = 0;
    self.end = 0;
    return PyInt.of(n);
  }

  @Builtin("tell(self, /)")
  static long tell(PyBuffered self) {
    self.raw();
    return Math.max(0, self.rawTell() - self.left() + self.waits);
  }

  @Builtin("truncate(self, pos=None, /)")
  static PyObject truncate(PyBuffered self, PyObject size) {
    self.requireOpen("truncate");
    if (!self.writes) {
      throw unsupported("truncate");
    }
    self.send();
    if (self.reads) {
      self.dropAhead();
    }
    PyObject n = size == null || size == PyNone.NONE ? PyInt.of(tell(self)) : size;
    return Calls.method(self.raw(), "truncate", n);
  }

  @Getter("closed")
  static boolean isClosed(PyBuffered self) {
    return self.raw() instanceof PyFileIO f && f.type == PyFileIO.TYPE
        ? PyFileIO.closed(f)
        : Obj.isTrue(Obj.getAttr(self.raw(), "closed"));
  }

  @Getter("raw")
  static PyObject raw(PyBuffered self) {
    return PyNone.orNone(self.raw);
  }

  @Getter("name")
  static PyObject name(PyBuffered self) {
    return Obj.getAttr(self.raw(), "name");
  }

  @Getter("mode")
  static PyObject mode(PyBuffered self) {
    return Obj.getAttr(self.raw(), "mode");
  }

  @Builtin("fileno(self, /)")
  static PyObject fileno(PyBuffered self) {
    return Calls.method(self.raw(), "fileno");
  }

  @Builtin("isatty(self, /)")
  static PyObject isatty(PyBuffered self) {
    return Calls.method(self.raw(), "isatty");
  }

  @Builtin("readable(self, /)")
  static PyObject readable(PyBuffered self) {
    return self.reads ? Calls.method(self.raw(), "readable") : PyBool.FALSE;
  }

  @Builtin("writable(self, /)")
  static PyObject writable(PyBuffered self) {
    return self.writes ? Calls.method(self.raw(), "writable") : PyBool.FALSE;
  }

  @Builtin("seekable(self, /)")
  static PyObject seekable(PyBuffered self) {
    return Calls.method(self.raw(), "seekable");
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyBuffered self) {
    String name = self.type.fullName();
    PyObject n = null;
    try {
      n = Obj.getAttrOrNull(self, PyStr.intern("name"));
    } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
      if (!e.matches(Exc.ValueError)) {
        throw e;
      }
    }
    return n == null ? "<" + name + ">" : "<" + name + " name=" + Obj.repr(n) + ">";
  }

  @Builtin("__getstate__(self, /)")
  static void getState(PyBuffered self) {
    throw Exc.typeError("cannot pickle '" + self.type.fullName() + "' object");
  }
}
