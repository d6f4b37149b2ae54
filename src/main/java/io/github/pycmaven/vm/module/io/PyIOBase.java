package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/**
 * {@code _IOBase}, of which all streams are.
 *
 * @cpython Modules/_io/iobase.c
 */
@BuiltinType("_io._IOBase")
public class PyIOBase extends PyInstance {
  public static final PyType TYPE = PyType.builtin("_io._IOBase", new PyIOBaseTable()).withDict();

  /** Bases that add nothing but their names. */
  static final PyType RAW =
      PyType.builtin("_io._RawIOBase", TYPE, new IoBases_RawTable()).withDict().sharing();

  static final PyType BUFFERED =
      PyType.builtin("_io._BufferedIOBase", TYPE, new IoBases_BufferedTable()).withDict().sharing();
  static final PyType TEXT =
      PyType.builtin("_io._TextIOBase", TYPE, new IoBases_TextTable()).withDict().sharing();

  boolean closed;

  PyIOBase(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyIOBase(cls);
  }

  static PyRaise unsupported(String operation) {
    return Exc.raise(IoModule.UNSUPPORTED, operation);
  }

  /** Refuses closed streams. */
  final void requireNotClosed() {
    if (Obj.isTrue(Obj.getAttr(this, "closed"))) {
      throw Exc.valueError("I/O operation on closed file.");
    }
  }

  /** A size argument: None and negative numbers mean all. */
  static int size(PyObject o) {
    if (o == null || o == PyNone.NONE) {
      return -1;
    }
    long n = Obj.index(o).clipped();
    return n < 0 ? -1 : (int) Math.min(n, Integer.MAX_VALUE - 16);
  }

  @Getter("closed")
  static boolean isClosed(PyIOBase self) {
    return self.closed;
  }

  @Builtin("close(self, /)")
  static void close(PyIOBase self) {
    if (!self.closed) {
      try {
        Calls.method(self, Names.FLUSH);
      } finally {
        self.closed = true;
      }
    }
  }

  @Builtin("flush(self, /)")
  static void flush(PyIOBase self) {
    self.requireNotClosed();
  }

  @Builtin("seek(self, offset, whence=0, /)")
  static void seek(PyIOBase self, PyObject offset, PyObject whence) {
    throw unsupported("seek");
  }

  @Builtin("tell(self, /)")
  static PyObject tell(PyIOBase self) {
    return Calls.method(self, "seek", PyInt.ZERO, PyInt.ONE);
  }

  @Builtin("truncate(self, size=None, /)")
  static void truncate(PyIOBase self, PyObject size) {
    throw unsupported("truncate");
  }

  @Builtin("fileno(self, /)")
  static void fileno(PyIOBase self) {
    throw unsupported("fileno");
  }

  @Builtin("isatty(self, /)")
  static boolean isatty(PyIOBase self) {
    self.requireNotClosed();
    return false;
  }

  @Builtin("readable(self, /)")
  static boolean readable(PyIOBase self) {
    return false;
  }

  @Builtin("writable(self, /)")
  static boolean writable(PyIOBase self) {
    return false;
  }

  @Builtin("seekable(self, /)")
  static boolean seekable(PyIOBase self) {
    return false;
  }

  @Builtin("_checkClosed(self, /)")
  static void checkClosed(PyIOBase self) {
    self.requireNotClosed();
  }

  private static void demand(PyIOBase self, String can, String message) {
    if (!Obj.isTrue(Calls.method(self, can))) {
      throw unsupported(message);
    }
  }

  @Builtin("_checkSeekable(self, /)")
  static void checkSeekable(PyIOBase self) {
    demand(self, "seekable", "File or stream is not seekable.");
  }

  @Builtin("_checkReadable(self, /)")
  static void checkReadable(PyIOBase self) {
    demand(self, "readable", "File or stream is not readable.");
  }

  @Builtin("_checkWritable(self, /)")
  static void checkWritable(PyIOBase self) {
    demand(self, "writable", "File or stream is not writable.");
  }

  @Builtin("readline(self, size=-1, /)")
  static PyObject readLine(PyIOBase self, PyObject size) {
    int most = size(size);
    PyObject peek = Obj.getAttrOrNull(self, io.github.pycmaven.vm.core.object.PyStr.intern("peek"));
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    while (most < 0 || out.size() < most) {
      int n = 1;
      if (peek != null) {
        PyObject ahead = peek.call1(PyInt.ONE);
        if (!(ahead instanceof io.github.pycmaven.vm.core.object.PyBytes)) {
          throw Exc.raise(
              Exc.OSError,
              "peek() should have returned a bytes object, not '" + ahead.type.name + "'");
        }
        byte[] b = Obj.bytesOf(ahead);
        if (b.length > 0) {
          n = 0;
          int limit = most < 0 ? b.length : Math.min(b.length, most - out.size());
          while (n < limit && b[n++] != '\n') {
            // Counts up to the line's end.
          }
        }
      }
      PyObject got = Calls.method(self, "read", PyInt.of(n));
      if (!(got instanceof io.github.pycmaven.vm.core.object.PyBytes)) {
        throw Exc.raise(
            Exc.OSError, "read() should have returned a bytes object, not '" + got.type.name + "'");
      }
      byte[] b = Obj.bytesOf(got);
      if (b.length == 0) {
        break;
      }
      out.write(b, 0, b.length);
      if (b[b.length - 1] == '\n') {
        break;
      }
    }
    return new io.github.pycmaven.vm.core.object.PyBytes(out.toByteArray());
  }

  @Builtin("readlines(self, hint=-1, /)")
  static PyObject readLines(PyIOBase self, PyObject hint) {
    int most = size(hint);
    PyList out = new PyList();
    int total = 0;
    for (PyObject line = line(self); line != null; line = line(self)) {
      out.append(line);
      total += Obj.length(line);
      if (most > 0 && total >= most) {
        break;
      }
    }
    return out;
  }

  private static PyObject line(PyIOBase self) {
    PyObject l = Calls.method(self, "readline");
    return Obj.length(l) == 0 ? null : l;
  }

  @Builtin("writelines(self, lines, /)")
  static void writeLines(PyIOBase self, PyObject lines) {
    self.requireNotClosed();
    PyObject it = Obj.iter(lines);
    for (PyObject l = it.next(); l != null; l = it.next()) {
      Calls.method(self, Names.WRITE, l);
    }
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyIOBase self) {
    self.requireNotClosed();
    return self;
  }

  @Builtin("__next__(self, /)")
  static PyObject following(PyIOBase self) {
    PyObject l = line(self);
    if (l == null) {
      throw Exc.stopIteration(null);
    }
    return l;
  }

  @Builtin("__enter__(self, /)")
  static PyObject enter(PyIOBase self) {
    self.requireNotClosed();
    return self;
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(PyIOBase self, PyObject[] args) {
    Calls.method(self, Names.CLOSE);
  }
}
