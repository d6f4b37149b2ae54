package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;
import java.util.Arrays;

/** {@code OSError} and its subclasses; the class of a new one depends on its error number. */
@BuiltinType("OSError")
public final class PyOSError extends PyException {
  public PyObject errno;
  public PyObject strerror;
  public PyObject filename;
  public PyObject filename2;
  public PyObject written;

  public PyOSError(PyType type, PyTuple args) {
    super(type, args);
  }

  private static PyType classOf(long number) {
    switch ((int) number) {
      case 11:
      case 114:
      case 115:
        return Exc.BlockingIOError;
      case 32:
      case 108:
        return Exc.BrokenPipeError;
      case 10:
        return Exc.ChildProcessError;
      case 103:
        return Exc.ConnectionAbortedError;
      case 111:
        return Exc.ConnectionRefusedError;
      case 104:
        return Exc.ConnectionResetError;
      case 17:
        return Exc.FileExistsError;
      case 2:
        return Exc.FileNotFoundError;
      case 21:
        return Exc.IsADirectoryError;
      case 20:
        return Exc.NotADirectoryError;
      case 4:
        return Exc.InterruptedError;
      case 13:
      case 1:
        return Exc.PermissionError;
      case 3:
        return Exc.ProcessLookupError;
      case 110:
        return Exc.TimeoutError;
      default:
        return Exc.OSError;
    }
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    PyType c = cls;
    if (cls == Exc.OSError && args.length >= 2 && args.length <= 5 && args[0] instanceof PyInt i) {
      c = classOf(i.clipped());
    }
    PyOSError e = new PyOSError(c, PyTuple.over(args));
    if (c.slot(Slot.INIT) == Exc.OSError.slot(Slot.INIT)) {
      noKeywords(e, keywords);
      e.take(args);
    }
    return e;
  }

  private void take(PyObject[] a) {
    args = PyTuple.over(a);
    if (a.length >= 2 && a.length <= 5) {
      errno = a[0];
      strerror = a[1];
      if (a.length >= 3 && a[2] != PyNone.NONE) {
        if (type == Exc.BlockingIOError && a[2] instanceof PyInt) {
          written = a[2];
        } else {
          filename = a[2];
          if (a.length == 5 && a[4] != PyNone.NONE) {
            filename2 = a[4];
          }
          args = PyTuple.over(Arrays.copyOf(a, 2));
        }
      }
    }
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyOSError self, PyObject[] args, PyDict keywords) {
    if (self.type.slot(Slot.INIT) == Exc.OSError.slot(Slot.INIT)) {
      return;
    }
    noKeywords(self, keywords);
    self.take(args);
  }

  @Builtin("__str__(self, /)")
  static PyObject text(PyOSError self) {
    if (self.filename != null) {
      String files = Obj.repr(self.filename);
      if (self.filename2 != null) {
        files += " -> " + Obj.repr(self.filename2);
      }
      return PyStr.of(
          "[Errno "
              + Obj.str(PyNone.orNone(self.errno))
              + "] "
              + Obj.str(PyNone.orNone(self.strerror))
              + ": "
              + files);
    }
    if (self.errno != null && self.strerror != null) {
      return PyStr.of("[Errno " + Obj.str(self.errno) + "] " + Obj.str(self.strerror));
    }
    return str(self);
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduceError(PyOSError self) {
    PyTuple a = self.args;
    if (a.items.length == 2 && self.filename != null) {
      a =
          self.filename2 != null
              ? PyTuple.of(a.items[0], a.items[1], self.filename, PyNone.NONE, self.filename2)
              : PyTuple.of(a.items[0], a.items[1], self.filename);
    }
    PyDict d = self.dict(self.shape.names.length > 0);
    return d == null ? PyTuple.of(self.type, a) : PyTuple.of(self.type, a, d);
  }

  @Getter(value = "errno", member = true)
  static PyObject getErrno(PyOSError self) {
    return PyNone.orNone(self.errno);
  }

  @Setter("errno")
  static void setErrno(PyOSError self, PyObject v) {
    self.errno = v;
  }

  @Getter(value = "strerror", member = true)
  static PyObject getStrerror(PyOSError self) {
    return PyNone.orNone(self.strerror);
  }

  @Setter("strerror")
  static void setStrerror(PyOSError self, PyObject v) {
    self.strerror = v;
  }

  @Getter(value = "filename", member = true)
  static PyObject getFilename(PyOSError self) {
    return PyNone.orNone(self.filename);
  }

  @Setter("filename")
  static void setFilename(PyOSError self, PyObject v) {
    self.filename = v;
  }

  @Getter(value = "filename2", member = true)
  static PyObject getFilename2(PyOSError self) {
    return PyNone.orNone(self.filename2);
  }

  @Setter("filename2")
  static void setFilename2(PyOSError self, PyObject v) {
    self.filename2 = v;
  }

  @Getter("characters_written")
  static PyObject getWritten(PyOSError self) {
    if (self.written == null) {
      throw Exc.attributeError("characters_written", self, null);
    }
    return self.written;
  }

  @Setter("characters_written")
  static void setWritten(PyOSError self, PyObject v) {
    if (v == null && self.written == null) {
      throw Exc.attributeError("characters_written", self, null);
    }
    self.written = v == null ? null : Obj.index(v);
  }
}
