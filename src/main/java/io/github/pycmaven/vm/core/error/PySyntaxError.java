package io.github.pycmaven.vm.core.error;

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
import io.github.pycmaven.vm.expose.Setter;

/** {@code SyntaxError}. */
@BuiltinType("SyntaxError")
public final class PySyntaxError extends PyException {
  public PyObject message;
  public PyObject filename;
  public PyObject line;
  public PyObject offset;
  public PyObject text;
  public PyObject endLine;
  public PyObject endOffset;
  public PyObject printFileAndLine;
  public PyObject metadata;

  public PySyntaxError(PyType type, PyTuple args) {
    super(type, args);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PySyntaxError(cls, PyTuple.over(args));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PySyntaxError self, PyObject[] args, PyDict keywords) {
    noKeywords(self, keywords);
    self.args = PyTuple.over(args);
    if (args.length > 0) {
      self.message = args[0];
    }
    if (args.length == 2) {
      PyObject[] info = Obj.toArray(args[1]);
      if (info.length < 4 || info.length > 7 || info.length == 5) {
        throw Exc.typeError(
            info.length < 4
                ? "function missing required argument 'text' (pos 4)"
                : "end_offset must be provided when end_lineno is provided");
      }
      self.filename = info[0];
      self.line = info[1];
      self.offset = info[2];
      self.text = info[3];
      if (info.length >= 6) {
        self.endLine = info[4];
        self.endOffset = info[5];
      }
      if (info.length == 7) {
        self.metadata = info[6];
      }
    }
  }

  @Getter(value = "msg", member = true)
  static PyObject getMsg(PySyntaxError self) {
    return PyNone.orNone(self.message);
  }

  @Setter("msg")
  static void setMsg(PySyntaxError self, PyObject value) {
    self.message = value;
  }

  @Getter(value = "filename", member = true)
  static PyObject getFilename(PySyntaxError self) {
    return PyNone.orNone(self.filename);
  }

  @Setter("filename")
  static void setFilename(PySyntaxError self, PyObject value) {
    self.filename = value;
  }

  @Getter(value = "lineno", member = true)
  static PyObject getLineno(PySyntaxError self) {
    return PyNone.orNone(self.line);
  }

  @Setter("lineno")
  static void setLineno(PySyntaxError self, PyObject value) {
    self.line = value;
  }

  @Getter(value = "offset", member = true)
  static PyObject getOffset(PySyntaxError self) {
    return PyNone.orNone(self.offset);
  }

  @Setter("offset")
  static void setOffset(PySyntaxError self, PyObject value) {
    self.offset = value;
  }

  @Getter(value = "text", member = true)
  static PyObject getText(PySyntaxError self) {
    return PyNone.orNone(self.text);
  }

  @Setter("text")
  static void setText(PySyntaxError self, PyObject value) {
    self.text = value;
  }

  @Getter(value = "end_lineno", member = true)
  static PyObject getEndlineno(PySyntaxError self) {
    return PyNone.orNone(self.endLine);
  }

  @Setter("end_lineno")
  static void setEndlineno(PySyntaxError self, PyObject value) {
    self.endLine = value;
  }

  @Getter(value = "end_offset", member = true)
  static PyObject getEndoffset(PySyntaxError self) {
    return PyNone.orNone(self.endOffset);
  }

  @Setter("end_offset")
  static void setEndoffset(PySyntaxError self, PyObject value) {
    self.endOffset = value;
  }

  @Getter(value = "print_file_and_line", member = true)
  static PyObject getPrintfileandline(PySyntaxError self) {
    return PyNone.orNone(self.printFileAndLine);
  }

  @Setter("print_file_and_line")
  static void setPrintfileandline(PySyntaxError self, PyObject value) {
    self.printFileAndLine = value;
  }

  @Getter(value = "_metadata", member = true)
  static PyObject getMetadata(PySyntaxError self) {
    return PyNone.orNone(self.metadata);
  }

  @Setter("_metadata")
  static void setMetadata(PySyntaxError self, PyObject value) {
    self.metadata = value;
  }

  @Builtin("__str__(self, /)")
  static PyObject describe(PySyntaxError self) {
    PyObject m = self.message == null ? PyNone.NONE : self.message;
    String file = null;
    if (self.filename instanceof PyStr f) {
      file = f.value.substring(f.value.lastIndexOf('/') + 1);
    }
    String line = self.line instanceof PyInt ? Obj.str(self.line) : null;
    if (file == null && line == null) {
      return Obj.strObject(m);
    }
    return PyStr.of(
        Obj.str(m)
            + " ("
            + (file == null ? "line " + line : line == null ? file : file + ", line " + line)
            + ")");
  }
}
