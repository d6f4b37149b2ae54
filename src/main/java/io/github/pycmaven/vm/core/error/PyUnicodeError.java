package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** The three errors of coding, which differ in what their object is. */
@BuiltinType("UnicodeError")
public final class PyUnicodeError extends PyException {
  public PyObject encoding;
  public PyObject object;
  public long start;
  public long end;
  public PyObject reason;

  public PyUnicodeError(PyType type, PyTuple args) {
    super(type, args);
  }

  /** An error ready to be raised. */
  public static PyUnicodeError make(
      PyType type, String encoding, PyObject object, int start, int end, String reason) {
    boolean translate = type == Exc.UnicodeTranslateError;
    PyUnicodeError e =
        new PyUnicodeError(
            type,
            translate
                ? PyTuple.of(object, PyInt.of(start), PyInt.of(end), PyStr.of(reason))
                : PyTuple.of(
                    PyStr.of(encoding), object, PyInt.of(start), PyInt.of(end), PyStr.of(reason)));
    e.encoding = translate ? null : PyStr.of(encoding);
    e.object = object;
    e.start = start;
    e.end = end;
    e.reason = PyStr.of(reason);
    return e;
  }

  private boolean isTranslate() {
    return type.isSubtype(Exc.UnicodeTranslateError);
  }

  private boolean isDecode() {
    return type.isSubtype(Exc.UnicodeDecodeError);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyUnicodeError(cls, PyTuple.over(args));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyUnicodeError self, PyObject[] args, PyDict keywords) {
    noKeywords(self, keywords);
    self.args = PyTuple.over(args);
    int n = self.isTranslate() ? 4 : 5;
    if (args.length != n) {
      throw Exc.typeError("function takes exactly " + n + " arguments (" + args.length + " given)");
    }
    int at = 0;
    if (n == 5) {
      self.encoding = text(args[at++], 1);
    }
    PyObject o = args[at++];
    if (self.isDecode()) {
      if (!Obj.isBytesLike(o)) {
        throw Exc.typeError("a bytes-like object is required, not '" + o.type.name + "'");
      }
      o = o instanceof PyBytes ? o : new PyBytes(Obj.bytesOf(o));
    } else {
      text(o, at);
    }
    self.object = o;
    self.start = Obj.index(args[at++]).clipped();
    self.end = Obj.index(args[at++]).clipped();
    self.reason = text(args[at], at + 1);
  }

  private static PyObject text(PyObject o, int position) {
    if (!(o instanceof PyStr)) {
      throw Exc.typeError("argument " + position + " must be str, not " + o.type.name);
    }
    return o;
  }

  private int size() {
    return object instanceof PyStr s ? s.length() : Obj.bytesOf(object).length;
  }

  @Builtin("__str__(self, /)")
  static PyObject describe(PyUnicodeError self) {
    if (self.object == null) {
      return PyStr.EMPTY;
    }
    long from = clip(self.start, self.size());
    long to = Math.max(1, Math.min(self.end, self.size()));
    String what = self.encoding == null ? "" : "'" + Obj.str(self.encoding) + "' codec ";
    String verb =
        self.isDecode()
            ? "decode byte"
            : self.isTranslate() ? "translate character" : "encode character";
    String prefix = what + "can't " + verb;
    if (from < self.size() && to == from + 1) {
      String shown;
      if (self.isDecode()) {
        shown = String.format("0x%02x", Obj.bytesOf(self.object)[(int) from] & 0xff);
      } else {
        int c = ((PyStr) self.object).at((int) from);
        shown =
            c <= 0xff
                ? String.format("'\\x%02x'", c)
                : c <= 0xffff ? String.format("'\\u%04x'", c) : String.format("'\\U%08x'", c);
      }
      return PyStr.of(prefix + " " + shown + " in position " + from + ": " + Obj.str(self.reason));
    }
    return PyStr.of(
        prefix + "s in position " + from + "-" + (to - 1) + ": " + Obj.str(self.reason));
  }

  private static long clip(long start, int size) {
    return start < 0 ? 0 : start >= size ? Math.max(0, size - 1) : start;
  }

  @Getter(value = "encoding", member = true)
  static PyObject encoding(PyUnicodeError self) {
    return set(self.encoding, "encoding");
  }

  private static PyObject set(PyObject o, String name) {
    if (o == null) {
      throw Exc.typeError("UnicodeError '" + name + "' attribute is not set");
    }
    return o;
  }

  @Setter("encoding")
  static void setEncoding(PyUnicodeError self, PyObject v) {
    self.encoding = v;
  }

  @Getter(value = "object", member = true)
  static PyObject object(PyUnicodeError self) {
    return set(self.object, "object");
  }

  @Setter("object")
  static void setObject(PyUnicodeError self, PyObject v) {
    self.object = v;
  }

  @Getter(value = "start", member = true)
  static long start(PyUnicodeError self) {
    return self.start;
  }

  @Setter("start")
  static void setStart(PyUnicodeError self, PyObject v) {
    self.start = Obj.index(v).clipped();
  }

  @Getter(value = "end", member = true)
  static long end(PyUnicodeError self) {
    return self.end;
  }

  @Setter("end")
  static void setEnd(PyUnicodeError self, PyObject v) {
    self.end = Obj.index(v).clipped();
  }

  @Getter(value = "reason", member = true)
  static PyObject reason(PyUnicodeError self) {
    return set(self.reason, "reason");
  }

  @Setter("reason")
  static void setReason(PyUnicodeError self, PyObject v) {
    self.reason = v;
  }
}
