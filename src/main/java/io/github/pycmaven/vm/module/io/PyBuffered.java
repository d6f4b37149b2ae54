package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * {@code BufferedReader}, {@code BufferedWriter} and {@code BufferedRandom}: a raw stream with what
 * was read ahead or is still to be written; never both.
 */
@BuiltinType("_io._Buffered")
public final class PyBuffered extends PyIOBase {
  private static final PyType BASE =
      PyType.builtin("_io._Buffered", PyIOBase.BUFFERED, new PyBufferedTable()).withDict();

  static final PyType READER =
      PyType.builtin("_io.BufferedReader", BASE, null).withDict().sharing();
  static final PyType WRITER =
      PyType.builtin("_io.BufferedWriter", BASE, null).withDict().sharing();
  static final PyType RANDOM =
      PyType.builtin("_io.BufferedRandom", BASE, null).withDict().sharing();

  private PyObject raw;
  private int capacity;
  private byte[] ahead = new byte[0];
  private int at;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  private PyBuffered(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyBuffered(cls);
  }

  @Builtin("__init__(self, raw, buffer_size=131072)")
  static void init(PyBuffered self, PyObject raw, int size) {
    if (size <= 0) {
      throw Exc.valueError("buffer size must be strictly positive");
    }
    self.raw = raw;
    self.capacity = size;
  }

  private PyObject raw() {
    if (raw == null) {
      throw Exc.valueError("raw stream has been detached");
    }
    return raw;
  }

  private void requireOpen(String what) {
    if (isClosed(this)) {
      throw Exc.valueError(what + " of closed file");
    }
  }

  private byte[] fetch(int size) {
    PyObject got = Calls.method(raw(), "read", PyInt.of(size));
    return got == PyNone.NONE ? new byte[0] : Obj.bytesOf(got);
  }

  private int left() {
    return ahead.length - at;
  }

  /** Reads that many bytes, or all with -1; fewer only at the end. */
  private byte[] take(int size) {
    send();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int n = size < 0 ? left() : Math.min(size, left());
    out.write(ahead, at, n);
    at += n;
    while (size < 0 || out.size() < size) {
      byte[] more = fetch(size < 0 ? capacity : Math.max(capacity, size - out.size()));
      if (more.length == 0) {
        break;
      }
      int use = size < 0 ? more.length : Math.min(more.length, size - out.size());
      out.write(more, 0, use);
      ahead = more;
      at = use;
    }
    return out.toByteArray();
  }

  private void send() {
    if (pending.size() > 0) {
      byte[] b = pending.toByteArray();
      pending.reset();
      int done = 0;
      while (done < b.length) {
        PyObject part = new PyBytes(done == 0 ? b : Arrays.copyOfRange(b, done, b.length));
        done += (int) Obj.index(Calls.method(raw(), "write", part)).clipped();
      }
    }
  }

  /** Goes back to where the program is, if bytes were read ahead. */
  private void dropAhead() {
    if (left() > 0) {
      Calls.method(raw(), "seek", PyInt.of(-left()), PyInt.ONE);
    }
    ahead = new byte[0];
    at = 0;
  }

  @Builtin("read(self, size=-1, /)")
  static PyObject read(PyBuffered self, PyObject size) {
    self.requireOpen("read");
    self.require("readable", "read");
    return new PyBytes(self.take(size(size)));
  }

  private void require(String can, String what) {
    if (!Obj.isTrue(Calls.method(raw(), can))) {
      throw unsupported(what);
    }
  }

  @Builtin("read1(self, size=-1, /)")
  static PyObject read1(PyBuffered self, PyObject size) {
    self.requireOpen("read");
    self.send();
    if (self.left() == 0) {
      self.ahead = self.fetch(self.capacity);
      self.at = 0;
    }
    int n = size(size);
    int end = n < 0 ? self.ahead.length : (int) Math.min(self.ahead.length, (long) self.at + n);
    PyObject out = new PyBytes(Arrays.copyOfRange(self.ahead, self.at, end));
    self.at = end;
    return out;
  }

  @Builtin("peek(self, size=0, /)")
  static PyObject peek(PyBuffered self, PyObject size) {
    self.requireOpen("peek");
    self.send();
    if (self.left() == 0) {
      self.ahead = self.fetch(self.capacity);
      self.at = 0;
    }
    return new PyBytes(Arrays.copyOfRange(self.ahead, self.at, self.ahead.length));
  }

  @Builtin("readline(self, size=-1, /)")
  static PyObject readLine(PyBuffered self, PyObject size) {
    self.requireOpen("readline");
    self.send();
    int most = size(size);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (most < 0 || out.size() < most) {
      if (self.left() == 0) {
        self.ahead = self.fetch(self.capacity);
        self.at = 0;
        if (self.ahead.length == 0) {
          break;
        }
      }
      byte b = self.ahead[self.at++];
      out.write(b);
      if (b == '\n') {
        break;
      }
    }
    return new PyBytes(out.toByteArray());
  }

  @Builtin("readinto(self, buffer, /)")
  static int readInto(PyBuffered self, PyObject buffer) {
    if (!(buffer instanceof Buffer b) || b.writable() == null) {
      throw Exc.typeError(
          "readinto() argument must be read-write bytes-like object, not " + buffer.type.name);
    }
    byte[] got = self.take(b.byteLength());
    System.arraycopy(got, 0, b.writable(), b.offset(), got.length);
    return got.length;
  }

  @Builtin("write(self, b, /)")
  static int write(PyBuffered self, PyObject data) {
    self.requireOpen("write");
    self.require("writable", "write");
    byte[] b = Obj.bytesOf(data);
    self.dropAhead();
    self.pending.write(b, 0, b.length);
    if (self.pending.size() > self.capacity) {
      self.send();
    }
    return b.length;
  }

  @Builtin("flush(self, /)")
  static void flush(PyBuffered self) {
    self.requireOpen("flush");
    self.send();
    Calls.method(self.raw(), Names.FLUSH);
  }

  @Builtin("close(self, /)")
  static void close(PyBuffered self) {
    if (!isClosed(self)) {
      try {
        Calls.method(self, Names.FLUSH);
      } finally {
        Calls.method(self.raw(), Names.CLOSE);
      }
    }
  }

  @Builtin("detach(self, /)")
  static PyObject detach(PyBuffered self) {
    Calls.method(self, Names.FLUSH);
    PyObject r = self.raw();
    self.raw = null;
    return r;
  }

  @Builtin("seek(self, target, whence=0, /)")
  static PyObject seek(PyBuffered self, PyObject target, int whence) {
    self.requireOpen("seek");
    self.send();
    self.dropAhead();
    return Calls.method(self.raw(), "seek", target, PyInt.of(whence));
  }

  @Builtin("tell(self, /)")
  static long tell(PyBuffered self) {
    self.requireOpen("tell");
    return Obj.index(Calls.method(self.raw(), "tell")).clipped()
        - self.left()
        + self.pending.size();
  }

  @Builtin("truncate(self, pos=None, /)")
  static PyObject truncate(PyBuffered self, PyObject size) {
    self.requireOpen("truncate");
    Calls.method(self, Names.FLUSH);
    PyObject n = size == null || size == PyNone.NONE ? PyInt.of(tell(self)) : size;
    return Calls.method(self.raw(), "truncate", n);
  }

  @Getter("closed")
  static boolean isClosed(PyBuffered self) {
    return Obj.isTrue(Obj.getAttr(self.raw(), "closed"));
  }

  @Getter("raw")
  static PyObject raw(PyBuffered self) {
    return self.raw();
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
    return Calls.method(self.raw(), "readable");
  }

  @Builtin("writable(self, /)")
  static PyObject writable(PyBuffered self) {
    return Calls.method(self.raw(), "writable");
  }

  @Builtin("seekable(self, /)")
  static PyObject seekable(PyBuffered self) {
    return Calls.method(self.raw(), "seekable");
  }
}
