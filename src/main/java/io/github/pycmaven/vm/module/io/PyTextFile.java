package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Codecs;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/**
 * {@code TextIOWrapper} over a buffered stream. What is read is decoded at once, up to the end of
 * the stream, and handed out from a {@code StringIO}; {@code tell} within text is not offered yet.
 */
@BuiltinType("_io.TextIOWrapper")
public final class PyTextFile extends PyIOBase {
  public static final PyType TYPE =
      PyType.builtin("_io.TextIOWrapper", PyIOBase.TEXT, new PyTextFileTable()).withDict();

  private PyObject buffer;
  private String encoding;
  private String errors;

  /** The argument: null for every line end, translated. */
  private String newline;

  private boolean flushesLines;
  private PyObject text;

  private PyTextFile(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyTextFile(cls);
  }

  @Builtin(
      "__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, "
          + "write_through=False)")
  static void init(
      PyTextFile self,
      PyObject buffer,
      String encoding,
      String errors,
      String newline,
      boolean lineBuffering,
      boolean writeThrough) {
    if (newline != null
        && !newline.isEmpty()
        && !newline.equals("\n")
        && !newline.equals("\r")
        && !newline.equals("\r\n")) {
      throw Exc.valueError("illegal newline value: " + Obj.repr(PyStr.of(newline)));
    }
    self.buffer = buffer;
    self.encoding = encoding == null || encoding.equals("locale") ? "utf-8" : encoding;
    self.errors = errors == null ? "strict" : errors;
    self.newline = newline;
    self.flushesLines = lineBuffering;
  }

  private PyObject buffer() {
    if (buffer == null) {
      throw Exc.valueError("underlying buffer has been detached");
    }
    return buffer;
  }

  private PyObject text() {
    requireNotClosed();
    if (text == null) {
      if (!Obj.isTrue(Calls.method(buffer(), "readable"))) {
        throw unsupported("not readable");
      }
      PyObject decoded = Codecs.decode(Calls.method(buffer(), "read"), encoding, errors);
      // A StringIO translates what it is given as files are when they are written: not wanted here.
      PyObject lineEnd = newline == null ? PyNone.NONE : PyStr.of("");
      text = PyStringIO.TYPE.call2(decoded, lineEnd);
    }
    return text;
  }

  @Builtin("read(self, size=-1, /)")
  static PyObject read(PyTextFile self, PyObject size) {
    return Calls.method(self.text(), "read", PyNone.orNone(size));
  }

  @Builtin("readline(self, size=-1, /)")
  static PyObject readLine(PyTextFile self, PyObject size) {
    return Calls.method(self.text(), "readline", PyNone.orNone(size));
  }

  @Builtin("write(self, text, /)")
  static int write(PyTextFile self, PyObject text) {
    if (!(text instanceof PyStr s)) {
      throw Exc.typeError("write() argument must be str, not " + text.type.name);
    }
    self.requireNotClosed();
    PyStr out = s;
    if (self.newline != null && self.newline.startsWith("\r")) {
      out = PyStr.of(s.value.replace("\n", self.newline));
    }
    self.text = null;
    Calls.method(self.buffer(), Names.WRITE, Codecs.encode(out, self.encoding, self.errors));
    if (self.flushesLines && s.value.indexOf('\n') >= 0) {
      Calls.method(self, Names.FLUSH);
    }
    return s.length();
  }

  @Builtin("seek(self, cookie, whence=0, /)")
  static PyObject seek(PyTextFile self, PyObject cookie, PyObject whence) {
    self.requireNotClosed();
    self.text = null;
    return whence == null
        ? Calls.method(self.buffer(), "seek", cookie)
        : Calls.method(self.buffer(), "seek", cookie, whence);
  }

  @Builtin("tell(self, /)")
  static PyObject tell(PyTextFile self) {
    self.requireNotClosed();
    if (self.text != null) {
      throw Exc.notImplemented("the position within text that is being read");
    }
    return Calls.method(self.buffer(), "tell");
  }

  @Builtin("truncate(self, pos=None, /)")
  static PyObject truncate(PyTextFile self, PyObject size) {
    return Calls.method(self.buffer(), "truncate", PyNone.orNone(size));
  }

  @Builtin("flush(self, /)")
  static void flush(PyTextFile self) {
    self.requireNotClosed();
    Calls.method(self.buffer(), Names.FLUSH);
  }

  @Builtin("close(self, /)")
  static void close(PyTextFile self) {
    if (self.buffer != null && !isClosed(self)) {
      Calls.method(self.buffer(), Names.CLOSE);
    }
  }

  @Builtin("detach(self, /)")
  static PyObject detach(PyTextFile self) {
    Calls.method(self, Names.FLUSH);
    PyObject b = self.buffer();
    self.buffer = null;
    return b;
  }

  @Getter("closed")
  static boolean isClosed(PyTextFile self) {
    return Obj.isTrue(Obj.getAttr(self.buffer(), "closed"));
  }

  @Getter("buffer")
  static PyObject buffer(PyTextFile self) {
    return self.buffer();
  }

  @Getter("name")
  static PyObject name(PyTextFile self) {
    return Obj.getAttr(self.buffer(), "name");
  }

  @Getter("encoding")
  static String encoding(PyTextFile self) {
    return self.encoding;
  }

  @Getter("errors")
  static String errors(PyTextFile self) {
    return self.errors;
  }

  @Getter("line_buffering")
  static PyObject lineBuffering(PyTextFile self) {
    return PyBool.of(self.flushesLines);
  }

  @Builtin("fileno(self, /)")
  static PyObject fileno(PyTextFile self) {
    return Calls.method(self.buffer(), "fileno");
  }

  @Builtin("isatty(self, /)")
  static PyObject isatty(PyTextFile self) {
    return Calls.method(self.buffer(), "isatty");
  }

  @Builtin("readable(self, /)")
  static PyObject readable(PyTextFile self) {
    return Calls.method(self.buffer(), "readable");
  }

  @Builtin("writable(self, /)")
  static PyObject writable(PyTextFile self) {
    return Calls.method(self.buffer(), "writable");
  }

  @Builtin("seekable(self, /)")
  static PyObject seekable(PyTextFile self) {
    return Calls.method(self.buffer(), "seekable");
  }
}
