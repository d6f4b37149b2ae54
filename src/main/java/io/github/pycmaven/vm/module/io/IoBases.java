package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyByteArray;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What the three kinds of streams offer on top of a program's own methods. */
final class IoBases {
  private IoBases() {}

  /** {@code _RawIOBase}: {@code read} by {@code readinto}. */
  @BuiltinType("_io._RawIOBase")
  static final class Raw {
    private Raw() {}

    @Builtin("read(self, size=-1, /)")
    static PyObject read(PyObject self, PyObject size) {
      int n = PyIOBase.size(size);
      if (n < 0) {
        return Calls.method(self, "readall");
      }
      PyByteArray room = new PyByteArray(new byte[n]);
      PyObject got = Calls.method(self, "readinto", room);
      if (got == PyNone.NONE) {
        return got;
      }
      long r = Obj.index(got).clipped();
      if (r < 0 || r > n) {
        throw Exc.valueError("readinto returned " + r + " outside buffer size " + n);
      }
      return new PyBytes(Arrays.copyOf(room.bufferBytes(), (int) r));
    }

    @Builtin("readall(self, /)")
    static PyObject readAll(PyObject self) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      while (true) {
        PyObject more = Calls.method(self, "read", PyInt.of(131072));
        if (more == PyNone.NONE) {
          return all.size() == 0 ? more : new PyBytes(all.toByteArray());
        }
        if (!(more instanceof PyBytes)) {
          throw Exc.typeError("read() should return bytes");
        }
        byte[] b = Obj.bytesOf(more);
        if (b.length == 0) {
          return new PyBytes(all.toByteArray());
        }
        all.write(b, 0, b.length);
      }
    }
  }

  /** {@code _BufferedIOBase}: {@code readinto} by {@code read}. */
  @BuiltinType("_io._BufferedIOBase")
  static final class Buffered {
    private Buffered() {}

    @Builtin("detach(self, /)")
    static void detach(PyObject self) {
      throw PyIOBase.unsupported("detach");
    }

    @Builtin("read(self, size=-1, /)")
    static void read(PyObject self, PyObject size) {
      throw PyIOBase.unsupported("read");
    }

    @Builtin("read1(self, size=-1, /)")
    static void read1(PyObject self, PyObject size) {
      throw PyIOBase.unsupported("read1");
    }

    @Builtin("write(self, b, /)")
    static void write(PyObject self, PyObject data) {
      throw PyIOBase.unsupported("write");
    }

    @Builtin("readinto(self, buffer, /)")
    static int readInto(PyObject self, PyObject buffer) {
      return into(self, buffer, "read");
    }

    @Builtin("readinto1(self, buffer, /)")
    static int readInto1(PyObject self, PyObject buffer) {
      return into(self, buffer, "read1");
    }

    private static int into(PyObject self, PyObject buffer, String method) {
      if (!(buffer instanceof Buffer b) || b.writable() == null) {
        throw Exc.typeError(
            "readinto() argument must be read-write bytes-like object, not " + buffer.type.name);
      }
      PyObject got = Calls.method(self, method, PyInt.of(b.byteLength()));
      if (!(got instanceof PyBytes)) {
        throw Exc.typeError("read() should return bytes");
      }
      byte[] bytes = Obj.bytesOf(got);
      if (bytes.length > b.byteLength()) {
        throw Exc.valueError(
            "read() returned too much data: "
                + b.byteLength()
                + " bytes requested, "
                + bytes.length
                + " returned");
      }
      System.arraycopy(bytes, 0, b.writable(), b.offset(), bytes.length);
      return bytes.length;
    }
  }

  /** {@code _TextIOBase}. */
  @BuiltinType("_io._TextIOBase")
  static final class Text {
    private Text() {}

    @Builtin("detach(self, /)")
    static void detach(PyObject self) {
      throw PyIOBase.unsupported("detach");
    }

    @Builtin("read(self, size=-1, /)")
    static void read(PyObject self, PyObject size) {
      throw PyIOBase.unsupported("read");
    }

    @Builtin("readline(self, size=-1, /)")
    static void readLine(PyObject self, PyObject size) {
      throw PyIOBase.unsupported("readline");
    }

    @Builtin("write(self, s, /)")
    static void write(PyObject self, PyObject data) {
      throw PyIOBase.unsupported("write");
    }

    @Getter("encoding")
    static PyObject encoding(PyObject self) {
      return PyNone.NONE;
    }

    @Getter("newlines")
    static PyObject newlines(PyObject self) {
      return PyNone.NONE;
    }

    @Getter("errors")
    static PyObject errors(PyObject self) {
      return PyNone.NONE;
    }
  }
}
