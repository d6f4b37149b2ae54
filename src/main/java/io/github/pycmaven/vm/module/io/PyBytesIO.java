package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
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

  @Builtin("__init__(self, initial_bytes=b'')")
  static void init(PyBytesIO self, PyObject initial) {
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
    byte[] b = Obj.bytesOf(data);
    int end = self.at + b.length;
    if (end > self.bytes.length) {
      self.bytes = Arrays.copyOf(self.bytes, Math.max(end, self.bytes.length * 2));
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
    self.at = (int) Math.max(0, base + position);
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
}
