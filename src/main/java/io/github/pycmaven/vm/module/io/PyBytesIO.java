package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyMemoryView;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.util.Arrays;

/** {@code BytesIO}: a stream over bytes in memory. */
@BuiltinType("_io.BytesIO")
public final class PyBytesIO extends PyIOBase {
  public static final PyType TYPE =
      PyType.builtin("_io.BytesIO", PyIOBase.BUFFERED, new PyBytesIOTable()).withDict();

  private byte[] bytes = new byte[0];
  private int length;
  private int at;

  private PyBytesIO(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyBytesIO(cls);
  }

  /** What {@code getbuffer} views: the bytes as they are, which then can't change size. */
  @BuiltinType("_io._BytesIOBuffer")
  static final class View extends PyObject implements Buffer {
    static final PyType TYPE =
        PyType.builtin("_io._BytesIOBuffer", new PyBytesIO_ViewTable()).forbidSubclasses();
    private final PyBytesIO stream;

    private View(PyBytesIO stream) {
      super(TYPE);
      this.stream = stream;
    }

    @Override
    public byte[] bufferBytes() {
      return Arrays.copyOf(stream.bytes, stream.length);
    }

    @Override
    public byte[] writable() {
      return stream.bytes;
    }

    @Override
    public int byteLength() {
      return stream.length;
    }

    @Override
    public void acquire() {
      stream.exports++;
    }

    @Override
    public void release() {
      stream.exports--;
    }
  }

  private int exports;

  private void requireResizable() {
    if (exports > 0) {
      throw Exc.raise(Exc.BufferError, "Existing exports of data: object cannot be re-sized");
    }
  }

  @Builtin("getbuffer(self, /)")
  static PyObject getBuffer(PyBytesIO self) {
    self.requireNotClosed();
    return PyMemoryView.of(new View(self));
  }

  @Builtin("__init__(self, initial_bytes=b'')")
  static void init(PyBytesIO self, PyObject initial) {
    self.requireResizable();
    self.at = 0;
    self.bytes =
        initial == null || initial == PyNone.NONE ? new byte[0] : Obj.bytesOf(initial).clone();
    self.length = self.bytes.length;
  }

  private PyObject take(int n) {
    int to = n < 0 ? length : (int) Math.min(length, (long) at + n);
    if (at >= to) {
      return PyBytes.EMPTY;
    }
    PyObject out = new PyBytes(Arrays.copyOfRange(bytes, at, to));
    at = to;
    return out;
  }

  @Builtin("read(self, size=-1, /)")
  static PyObject read(PyBytesIO self, PyObject size) {
    self.requireNotClosed();
    return self.take(size(size));
  }

  @Builtin("read1(self, size=-1, /)")
  static PyObject read1(PyBytesIO self, PyObject size) {
    return read(self, size);
  }

  @Builtin("readline(self, size=-1, /)")
  static PyObject readLine(PyBytesIO self, PyObject size) {
    self.requireNotClosed();
    int most = size(size);
    int end = self.at;
    while (end < self.length && (most < 0 || end - self.at < most)) {
      if (self.bytes[end++] == '\n') {
        break;
      }
    }
    return self.take(Math.max(0, end - self.at));
  }

  @Builtin("readinto(self, buffer, /)")
  static int readInto(PyBytesIO self, PyObject buffer) {
    self.requireNotClosed();
    if (!(buffer instanceof Buffer b) || b.writable() == null) {
      throw Exc.typeError(
          "readinto() argument must be read-write bytes-like object, not " + buffer.type.name);
    }
    int n = Math.max(0, Math.min(b.byteLength(), self.length - self.at));
    System.arraycopy(self.bytes, self.at, b.writable(), b.offset(), n);
    self.at += n;
    return n;
  }

  @Builtin("write(self, b, /)")
  static int write(PyBytesIO self, PyObject data) {
    self.requireNotClosed();
    self.requireResizable();
    if (data instanceof PyStr) {
      throw Exc.typeError("a bytes-like object is required, not 'str'");
    }
    byte[] b = Obj.bytesOf(data);
    if (b.length == 0) {
      return 0;
    }
    if ((long) self.at + b.length > Integer.MAX_VALUE - 16) {
      throw Exc.overflowError("new buffer size too large");
    }
    int end = self.at + b.length;
    if (end > self.bytes.length) {
      self.bytes = Arrays.copyOf(self.bytes, Math.max(end, self.bytes.length * 2));
    }
    if (self.at > self.length) {
      Arrays.fill(self.bytes, self.length, self.at, (byte) 0);
    }
    System.arraycopy(b, 0, self.bytes, self.at, b.length);
    self.at = end;
    self.length = Math.max(self.length, end);
    return b.length;
  }

  @Builtin("seek(self, pos, whence=0, /)")
  static int seek(PyBytesIO self, long position, int whence) {
    self.requireNotClosed();
    if (whence == 0 && position < 0) {
      throw Exc.valueError("negative seek value " + position);
    }
    if (whence < 0 || whence > 2) {
      throw Exc.valueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
    }
    long base = whence == 0 ? 0 : whence == 1 ? self.at : self.length;
    self.at = (int) Math.min(Integer.MAX_VALUE - 16, Math.max(0, base + position));
    return self.at;
  }

  @Builtin("tell(self, /)")
  static int tell(PyBytesIO self) {
    self.requireNotClosed();
    return self.at;
  }

  @Builtin("truncate(self, size=None, /)")
  static int truncate(PyBytesIO self, PyObject size) {
    self.requireNotClosed();
    self.requireResizable();
    int n = size == null || size == PyNone.NONE ? self.at : (int) Obj.index(size).clipped();
    if (n < 0) {
      throw Exc.valueError("negative size value " + n);
    }
    if (n < self.length) {
      Arrays.fill(self.bytes, n, self.length, (byte) 0);
      self.length = n;
    }
    return n;
  }

  @Builtin("getvalue(self, /)")
  static PyObject getValue(PyBytesIO self) {
    self.requireNotClosed();
    return new PyBytes(Arrays.copyOf(self.bytes, self.length));
  }

  @Builtin("readable(self, /)")
  static boolean readable(PyBytesIO self) {
    self.requireNotClosed();
    return true;
  }

  @Builtin("writable(self, /)")
  static boolean writable(PyBytesIO self) {
    self.requireNotClosed();
    return true;
  }

  @Builtin("seekable(self, /)")
  static boolean seekable(PyBytesIO self) {
    self.requireNotClosed();
    return true;
  }

  @Builtin("readlines(self, size=None, /)")
  static PyObject readLines(PyBytesIO self, PyObject hint) {
    self.requireNotClosed();
    int most = size(hint);
    PyList out = new PyList();
    int total = 0;
    while (self.at < self.length) {
      PyObject line = readLine(self, null);
      out.append(line);
      total += ((PyBytes) line).value.length;
      if (most > 0 && total >= most) {
        break;
      }
    }
    return out;
  }

  @Builtin("__next__(self, /)")
  static PyObject nextLine(PyBytesIO self) {
    PyObject line = readLine(self, null);
    if (((PyBytes) line).value.length == 0) {
      throw Exc.stopIteration(null);
    }
    return line;
  }

  @Builtin("__iter__(self, /)")
  static PyObject iterate(PyBytesIO self) {
    self.requireNotClosed();
    return self;
  }

  @Builtin("flush(self, /)")
  static void flush(PyBytesIO self) {
    self.requireNotClosed();
  }

  @Builtin("isatty(self, /)")
  static boolean isatty(PyBytesIO self) {
    self.requireNotClosed();
    return false;
  }

  @Builtin("close(self, /)")
  static void close(PyBytesIO self) {
    self.requireResizable();
    self.closed = true;
    self.bytes = new byte[0];
    self.length = 0;
  }

  @Getter("closed")
  static boolean isClosed(PyBytesIO self) {
    return self.closed;
  }

  @Builtin("__getstate__(self, /)")
  static PyObject getState(PyBytesIO self) {
    PyDict d = self.dict(true);
    return PyTuple.of(
        getValue(self), PyInt.of(self.at), d == null || d.size() == 0 ? PyNone.NONE : d.copy());
  }

  @Builtin("__setstate__(self, state, /)")
  static void setState(PyBytesIO self, PyObject state) {
    self.requireNotClosed();
    if (!(state instanceof PyTuple t) || t.items.length < 3) {
      throw Exc.typeError(
          self.type.fullName()
              + ".__setstate__ argument should be 3-tuple, got "
              + state.type.name);
    }
    self.requireResizable();
    init(self, t.items[0]);
    if (!(t.items[1] instanceof PyInt at)) {
      throw Exc.typeError("second item of state must be an integer, got " + t.items[1].type.name);
    }
    if (at.signum() < 0) {
      throw Exc.valueError("position value cannot be negative");
    }
    self.at = at.clippedInt();
    if (t.items[2] instanceof PyDict d) {
      self.dict(true).update(d);
    } else if (t.items[2] != PyNone.NONE) {
      throw Exc.typeError("third item of state should be a dict, got a " + t.items[2].type.name);
    }
  }
}
