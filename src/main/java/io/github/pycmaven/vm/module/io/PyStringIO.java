package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.util.Arrays;

/** {@code StringIO}: a stream over text in memory, by code points. */
@BuiltinType("_io.StringIO")
public final class PyStringIO extends PyIOBase {
  public static final PyType TYPE =
      PyType.builtin("_io.StringIO", PyIOBase.TEXT, new PyStringIOTable()).withDict();

  private int[] points = new int[64];
  private int length;
  private int at;

  /** What ends a line when reading; null: any end, translated to a newline. */
  private String newline = "\n";

  private PyStringIO(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyStringIO(cls);
  }

  @Builtin("__init__(self, initial_value='', newline='\\n')")
  static void init(PyStringIO self, PyObject initial, PyObject newline) {
    self.newline = newline == null ? "\n" : newline == PyNone.NONE ? null : Obj.str(newline);
    self.length = 0;
    self.at = 0;
    if (initial != null && initial != PyNone.NONE) {
      if (!(initial instanceof PyStr)) {
        throw Exc.typeError("initial_value must be str or None, not " + initial.type.name);
      }
      write(self, initial);
      self.at = 0;
    }
  }

  private static int[] pointsOf(PyStr s) {
    return s.points != null ? s.points : s.value.codePoints().toArray();
  }

  @Builtin("write(self, s, /)")
  static int write(PyStringIO self, PyObject text) {
    if (!(text instanceof PyStr s)) {
      throw Exc.typeError("string argument expected, got '" + text.type.name + "'");
    }
    self.requireNotClosed();
    int[] p = pointsOf(s);
    if (self.newline == null) {
      p = PyStr.of(s.value.replace("\r\n", "\n").replace('\r', '\n')).value.codePoints().toArray();
    } else if (self.newline.startsWith("\r")) {
      p = s.value.replace("\n", self.newline).codePoints().toArray();
    }
    int end = self.at + p.length;
    if (end > self.points.length) {
      self.points = Arrays.copyOf(self.points, Math.max(end, self.points.length * 2));
    }
    System.arraycopy(p, 0, self.points, self.at, p.length);
    self.at = end;
    self.length = Math.max(self.length, end);
    return s.length();
  }

  private PyObject take(int to) {
    if (at >= to) {
      return PyStr.EMPTY;
    }
    PyObject out = PyStr.ofPoints(points, at, to);
    at = to;
    return out;
  }

  @Builtin("read(self, size=-1, /)")
  static PyObject read(PyStringIO self, PyObject size) {
    self.requireNotClosed();
    int n = size(size);
    return self.take(n < 0 ? self.length : (int) Math.min(self.length, (long) self.at + n));
  }

  @Builtin("readline(self, size=-1, /)")
  static PyObject readLine(PyStringIO self, PyObject size) {
    self.requireNotClosed();
    int most = size(size);
    int end = self.at;
    boolean any = self.newline == null || self.newline.isEmpty();
    while (end < self.length && (most < 0 || end - self.at < most)) {
      int c = self.points[end++];
      if (c == '\n'
          && (any || self.newline.endsWith("\n"))
          && (any || self.newline.length() == 1 || (end > 1 && self.points[end - 2] == '\r'))) {
        break;
      }
      if (c == '\r'
          && (any ? end >= self.length || self.points[end] != '\n' : self.newline.equals("\r"))) {
        break;
      }
    }
    return self.take(end);
  }

  @Builtin("getvalue(self, /)")
  static PyObject getValue(PyStringIO self) {
    self.requireNotClosed();
    return PyStr.ofPoints(self.points, 0, self.length);
  }

  @Builtin("seek(self, pos, whence=0, /)")
  static int seek(PyStringIO self, long position, int whence) {
    self.requireNotClosed();
    if (whence == 0 && position < 0) {
      throw Exc.valueError("Negative seek position " + position);
    }
    if (whence != 0 && position != 0) {
      throw Exc.raise(Exc.OSError, "Can't do nonzero cur-relative seeks");
    }
    self.at = whence == 0 ? (int) position : whence == 1 ? self.at : self.length;
    return self.at;
  }

  @Builtin("tell(self, /)")
  static int tell(PyStringIO self) {
    self.requireNotClosed();
    return self.at;
  }

  @Builtin("truncate(self, pos=None, /)")
  static int truncate(PyStringIO self, PyObject size) {
    self.requireNotClosed();
    int n = size == null || size == PyNone.NONE ? self.at : (int) Obj.index(size).clipped();
    if (n < 0) {
      throw Exc.valueError("Negative size value " + n);
    }
    self.length = Math.min(self.length, n);
    return n;
  }

  @Builtin("readable(self, /)")
  static boolean readable(PyStringIO self) {
    self.requireNotClosed();
    return true;
  }

  @Builtin("writable(self, /)")
  static boolean writable(PyStringIO self) {
    self.requireNotClosed();
    return true;
  }

  @Builtin("seekable(self, /)")
  static boolean seekable(PyStringIO self) {
    self.requireNotClosed();
    return true;
  }
}
