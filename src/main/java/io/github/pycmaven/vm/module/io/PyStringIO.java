package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
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

  /** The kinds of line ends met: 1 carriage return, 2 newline, 4 both. */
  private int seen;

  private PyStringIO(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyStringIO(cls);
  }

  @Builtin("__init__(self, initial_value='', newline='\\n')")
  static void init(PyStringIO self, PyObject initial, PyObject newline) {
    if (newline != null && newline != PyNone.NONE && !(newline instanceof PyStr)) {
      throw Exc.typeError("newline must be str or None, not " + newline.type.name);
    }
    self.newline = newline == null ? "\n" : newline == PyNone.NONE ? null : Obj.str(newline);
    if (self.newline != null && "\n\r\n".indexOf(self.newline) < 0) {
      throw Exc.valueError("illegal newline value: " + Obj.repr(newline));
    }
    self.seen = 0;
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
    if (s.length() == 0) {
      return 0;
    }
    int[] p = pointsOf(s);
    if (self.newline == null) {
      p = self.translated(p);
    } else if (self.newline.startsWith("\r")) {
      p = s.value.replace("\n", self.newline).codePoints().toArray();
    }
    int end = self.at + p.length;
    if (end > self.points.length) {
      self.points = Arrays.copyOf(self.points, Math.max(end, self.points.length * 2));
    }
    if (self.at > self.length) {
      Arrays.fill(self.points, self.length, self.at, 0);
    }
    System.arraycopy(p, 0, self.points, self.at, p.length);
    self.at = end;
    self.length = Math.max(self.length, end);
    return s.length();
  }

  private int[] translated(int[] p) {
    int[] out = new int[p.length];
    int n = 0;
    for (int i = 0; i < p.length; i++) {
      if (p[i] == '\r') {
        boolean both = i + 1 < p.length && p[i + 1] == '\n';
        seen |= both ? 4 : 1;
        i += both ? 1 : 0;
        out[n++] = '\n';
      } else {
        seen |= p[i] == '\n' ? 2 : 0;
        out[n++] = p[i];
      }
    }
    return Arrays.copyOf(out, n);
  }

  @Getter("newlines")
  static PyObject newlines(PyStringIO self) {
    return PyNewlineDecoder.seen(self.newline == null ? self.seen : 0);
  }

  @Getter("line_buffering")
  static boolean lineBuffering(PyStringIO self) {
    self.requireNotClosed();
    return false;
  }

  @Getter("encoding")
  static PyObject encoding(PyStringIO self) {
    return PyNone.NONE;
  }

  @Getter("errors")
  static PyObject errors(PyStringIO self) {
    return PyNone.NONE;
  }

  @Getter("closed")
  static boolean isClosed(PyStringIO self) {
    return self.closed;
  }

  @Builtin("close(self, /)")
  static void close(PyStringIO self) {
    self.closed = true;
    self.points = new int[0];
    self.length = 0;
  }

  @Builtin("__next__(self, /)")
  static PyObject nextLine(PyStringIO self) {
    PyObject line = self.type == TYPE ? readLine(self, null) : Calls.method(self, "readline");
    if (!(line instanceof PyStr s)) {
      throw Exc.raise(
          Exc.OSError,
          "readline() should have returned a str object, not '" + line.type.name + "'");
    }
    if (s.length() == 0) {
      throw Exc.stopIteration(null);
    }
    return line;
  }

  @Builtin("__getstate__(self, /)")
  static PyObject getState(PyStringIO self) {
    PyDict d = self.dict(true);
    return PyTuple.of(
        getValue(self),
        self.newline == null ? PyNone.NONE : PyStr.of(self.newline),
        PyInt.of(self.at),
        d == null || d.size() == 0 ? PyNone.NONE : d.copy());
  }

  @Builtin("__setstate__(self, state, /)")
  static void setState(PyStringIO self, PyObject state) {
    self.requireNotClosed();
    if (!(state instanceof PyTuple t) || t.items.length < 4) {
      throw Exc.typeError(
          self.type.fullName()
              + ".__setstate__ argument should be 4-tuple, got "
              + state.type.name);
    }
    if (t.items[0] != PyNone.NONE && !(t.items[0] instanceof PyStr)) {
      throw Exc.typeError("initial_value must be str or None, not " + t.items[0].type.name);
    }
    // The text was translated when it was written.
    init(self, null, PyStr.of(""));
    if (t.items[0] instanceof PyStr) {
      write(self, t.items[0]);
    }
    PyObject text = t.items[1];
    int[] kept = self.points;
    int n = self.length;
    init(self, null, text);
    self.points = kept;
    self.length = n;
    if (!(t.items[2] instanceof PyInt at)) {
      throw Exc.typeError("third item of state must be an integer, got " + t.items[2].type.name);
    }
    if (at.signum() < 0) {
      throw Exc.valueError("position value cannot be negative");
    }
    self.at = at.clippedInt();
    if (t.items[3] instanceof PyDict d) {
      self.dict(true).update(d);
    } else if (t.items[3] != PyNone.NONE) {
      throw Exc.typeError("fourth item of state should be a dict, got a " + t.items[3].type.name);
    }
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
    int end = Math.min(self.at, self.length);
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
    if (whence < 0 || whence > 2) {
      throw Exc.valueError("Invalid whence (" + whence + ", should be 0, 1 or 2)");
    }
    if (whence != 0 && position != 0) {
      throw Exc.raise(Exc.OSError, "Can't do nonzero cur-relative seeks");
    }
    self.at =
        whence == 0
            ? (int) Math.min(position, Integer.MAX_VALUE - 16)
            : whence == 1 ? self.at : self.length;
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
