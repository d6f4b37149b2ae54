package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.OpenFiles;
import io.github.pycmaven.vm.module.posix.Paths;
import java.io.ByteArrayOutputStream;

/** {@code FileIO}: a file of bytes without a buffer. */
@BuiltinType("_io.FileIO")
public final class PyFileIO extends PyIOBase {
  public static final PyType TYPE =
      PyType.builtin("_io.FileIO", PyIOBase.RAW, new PyFileIOTable()).withDict();

  private static final int CHUNK = 1 << 16;
  private static final int ALL_MODES = 0666;

  private int descriptor = -1;
  private boolean readable;
  private boolean writable;
  private boolean appending;
  private boolean created;
  private boolean closesDescriptor;

  private PyFileIO(PyType type) {
    super(type);
  }

  /** The unbuffered file of an open descriptor. */
  static PyFileIO over(PyObject file, String mode, boolean closes, PyObject opener) {
    PyFileIO f = new PyFileIO(TYPE);
    init(f, file, mode, closes, opener);
    return f;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyFileIO(cls);
  }

  @Builtin("__init__(self, file, mode='r', closefd=True, opener=None)")
  static void init(PyFileIO self, PyObject file, String mode, boolean closefd, PyObject opener) {
    int flags = self.take(mode);
    self.closesDescriptor = closefd;
    Obj.setAttr(self, PyStr.intern("name"), file);
    if (file instanceof PyInt i) {
      if (i.signum() < 0) {
        throw Exc.valueError("negative file descriptor");
      }
      self.descriptor = (int) i.clipped();
      if (!OpenFiles.isOpen(self.descriptor)) {
        throw HostErrors.of(9, file);
      }
      return;
    }
    if (!closefd) {
      throw Exc.valueError("Cannot use closefd=False with file name");
    }
    if (opener == null || opener == PyNone.NONE) {
      self.descriptor = OpenFiles.open(Paths.of(file), flags, ALL_MODES, file);
    } else {
      PyObject fd = opener.call2(file, PyInt.of(flags));
      if (!(fd instanceof PyInt i)) {
        throw Exc.typeError("expected integer from opener");
      }
      self.descriptor = (int) i.clipped();
      if (self.descriptor < 0) {
        throw Exc.valueError("opener returned " + self.descriptor);
      }
    }
    if (self.appending) {
      OpenFiles.seek(self.descriptor, 0, 2);
    }
  }

  /** Reads the mode; gives the flags to open with. */
  private int take(String mode) {
    char kind = 0;
    boolean plus = false;
    for (char c : mode.toCharArray()) {
      if (c == 'r' || c == 'w' || c == 'a' || c == 'x') {
        if (kind != 0) {
          throw Exc.valueError(
              "Must have exactly one of create/read/write/append mode and at most one plus");
        }
        kind = c;
      } else if (c == '+' && !plus) {
        plus = true;
      } else if (c != 'b') {
        throw Exc.valueError(
            c == '+'
                ? "Must have exactly one of create/read/write/append mode and at most one plus"
                : "invalid mode: " + mode);
      }
    }
    if (kind == 0) {
      throw Exc.valueError(
          "Must have exactly one of create/read/write/append mode and at most one plus");
    }
    readable = kind == 'r' || plus;
    writable = kind != 'r' || plus;
    appending = kind == 'a';
    created = kind == 'x';
    int flags = readable && writable ? OpenFiles.READ_WRITE : readable ? 0 : OpenFiles.WRITE_ONLY;
    switch (kind) {
      case 'w':
        return flags | OpenFiles.CREATE | OpenFiles.TRUNCATE;
      case 'a':
        return flags | OpenFiles.CREATE | OpenFiles.APPEND;
      case 'x':
        return flags | OpenFiles.CREATE | OpenFiles.EXCLUSIVE;
      default:
        return flags;
    }
  }

  private void requireOpen() {
    if (descriptor < 0) {
      throw Exc.valueError("I/O operation on closed file");
    }
  }

  private void requireReadable() {
    requireOpen();
    if (!readable) {
      throw Exc.raise(IoModule.UNSUPPORTED, "File not open for reading");
    }
  }

  private void requireWritable() {
    requireOpen();
    if (!writable) {
      throw Exc.raise(IoModule.UNSUPPORTED, "File not open for writing");
    }
  }

  /** Reads for a buffer; -2 if it would block. */
  int read(byte[] to, int from, int length) {
    requireReadable();
    try {
      byte[] got = OpenFiles.read(descriptor, length);
      System.arraycopy(got, 0, to, from, got.length);
      return got.length;
    } catch (PyRaise e) {
      if (e.matches(Exc.BlockingIOError)) {
        return -2;
      }
      throw e;
    }
  }

  /** Writes for a buffer; -2 if it would block. */
  int write(byte[] bytes, int from, int length) {
    requireWritable();
    try {
      return OpenFiles.write(descriptor, bytes, from, length);
    } catch (PyRaise e) {
      if (e.matches(Exc.BlockingIOError)) {
        return -2;
      }
      throw e;
    }
  }

  /** A standard stream's file. */
  public static PyFileIO standard(int descriptor) {
    PyFileIO f = new PyFileIO(TYPE);
    f.descriptor = descriptor;
    f.readable = descriptor == 0;
    f.writable = descriptor != 0;
    f.instanceSet(
        PyStr.intern("name"),
        PyStr.of(descriptor == 0 ? "<stdin>" : descriptor == 1 ? "<stdout>" : "<stderr>"));
    return f;
  }

  @Builtin("read(self, size=-1, /)")
  static PyObject read(PyFileIO self, PyObject size) {
    self.requireReadable();
    long n = size == null || size == PyNone.NONE ? -1 : Obj.index(size).clipped();
    if (n < 0) {
      return readAll(self);
    }
    try {
      return new PyBytes(
          OpenFiles.read(self.descriptor, (int) Math.min(n, Integer.MAX_VALUE - 16)));
    } catch (PyRaise e) {
      if (e.matches(Exc.BlockingIOError)) {
        return PyNone.NONE;
      }
      throw e;
    }
  }

  @Builtin("readall(self, /)")
  static PyObject readAll(PyFileIO self) {
    self.requireReadable();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] b = OpenFiles.read(self.descriptor, CHUNK);
        b.length > 0;
        b = OpenFiles.read(self.descriptor, CHUNK)) {
      all.write(b, 0, b.length);
    }
    return new PyBytes(all.toByteArray());
  }

  @Builtin("readinto(self, buffer, /)")
  static int readInto(PyFileIO self, PyObject buffer) {
    self.requireReadable();
    if (!(buffer instanceof Buffer b) || b.writable() == null) {
      throw Exc.typeError(
          "readinto() argument must be read-write bytes-like object, not " + buffer.type.name);
    }
    byte[] got = OpenFiles.read(self.descriptor, b.byteLength());
    System.arraycopy(got, 0, b.writable(), b.offset(), got.length);
    return got.length;
  }

  @Builtin("write(self, b, /)")
  static PyObject write(PyFileIO self, PyObject data) {
    self.requireWritable();
    if (data instanceof PyStr) {
      throw Exc.typeError("a bytes-like object is required, not 'str'");
    }
    byte[] b = Obj.bytesOf(data);
    int n = self.write(b, 0, b.length);
    return n < 0 ? PyNone.NONE : PyInt.of(n);
  }

  @Builtin("seek(self, pos, whence=0, /)")
  static long seek(PyFileIO self, long position, int whence) {
    self.requireOpen();
    return OpenFiles.seek(self.descriptor, position, whence);
  }

  @Builtin("tell(self, /)")
  static long tell(PyFileIO self) {
    self.requireOpen();
    return OpenFiles.seek(self.descriptor, 0, 1);
  }

  @Builtin("truncate(self, size=None, /)")
  static long truncate(PyFileIO self, PyObject size) {
    self.requireWritable();
    long n = size == null || size == PyNone.NONE ? tell(self) : Obj.index(size).clipped();
    OpenFiles.truncate(self.descriptor, n);
    return n;
  }

  @Builtin("close(self, /)")
  static void close(PyFileIO self) {
    int d = self.descriptor;
    if (d >= 0) {
      self.descriptor = -1;
      if (self.closesDescriptor) {
        OpenFiles.close(d);
      }
    }
  }

  @Builtin("flush(self, /)")
  static void flush(PyFileIO self) {
    self.requireOpen();
  }

  @Builtin("fileno(self, /)")
  static int fileno(PyFileIO self) {
    self.requireOpen();
    return self.descriptor;
  }

  @Builtin("isatty(self, /)")
  static boolean isatty(PyFileIO self) {
    self.requireOpen();
    return OpenFiles.isTerminal(self.descriptor);
  }

  @Builtin("seekable(self, /)")
  static boolean seekable(PyFileIO self) {
    self.requireOpen();
    return OpenFiles.path(self.descriptor) != null;
  }

  @Builtin("readable(self, /)")
  static boolean readable(PyFileIO self) {
    self.requireOpen();
    return self.readable;
  }

  @Builtin("writable(self, /)")
  static boolean writable(PyFileIO self) {
    self.requireOpen();
    return self.writable;
  }

  @Getter("closed")
  static boolean closed(PyFileIO self) {
    return self.descriptor < 0;
  }

  @Getter("closefd")
  static boolean closefd(PyFileIO self) {
    return self.closesDescriptor;
  }

  @Getter("mode")
  static String mode(PyFileIO self) {
    return self.created
        ? self.readable ? "xb+" : "xb"
        : self.appending
            ? self.readable ? "ab+" : "ab"
            : self.readable ? self.writable ? "rb+" : "rb" : "wb";
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyFileIO self) {
    if (self.descriptor < 0) {
      return "<" + self.type.fullName() + " [closed]>";
    }
    PyObject name = Obj.getAttrOrNull(self, PyStr.intern("name"));
    return "<"
        + self.type.fullName()
        + (name == null ? " fd=" + self.descriptor : " name=" + Obj.repr(name))
        + " mode='"
        + mode(self)
        + "' closefd="
        + (self.closesDescriptor ? "True" : "False")
        + ">";
  }

  @Builtin("__getstate__(self, /)")
  static void getState(PyFileIO self) {
    throw Exc.typeError("cannot pickle '" + self.type.fullName() + "' object");
  }

  @Builtin("__enter__(self, /)")
  static PyObject enter(PyFileIO self) {
    self.requireOpen();
    return self;
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(PyFileIO self, PyObject[] args) {
    close(self);
  }
}
