package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** An exception. */
@BuiltinType("BaseException")
public class PyException extends PyInstance {
  public PyTuple args;
  public PyTraceback traceback;
  public PyException cause;
  public PyException context;
  public boolean suppressContext;

  public PyException(PyType type, PyTuple args) {
    super(type);
    this.args = args;
  }

  /** Sets the context, without making a ring. */
  public final void chain(PyException handled) {
    if (handled == this || context == handled) {
      return;
    }
    PyException e = handled;
    PyException slow = handled;
    boolean step = false;
    while (e.context != null) {
      if (e.context == this) {
        e.context = null;
        break;
      }
      e = e.context;
      if (e == slow) {
        break;
      }
      slow = step ? slow.context : slow;
      step = !step;
    }
    context = handled;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyException(cls, PyTuple.over(args));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyException self, PyObject[] args, PyDict keywords) {
    noKeywords(self, keywords);
    self.args = PyTuple.over(args);
  }

  static void noKeywords(PyException self, PyDict keywords) {
    if (keywords != null) {
      throw Exc.typeError(self.type.name + "() takes no keyword arguments");
    }
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyException self) {
    PyObject[] a = self.args.items;
    return self.type.shortName()
        + (a.length == 1 ? "(" + Obj.repr(a[0]) + ")" : Obj.repr(self.args));
  }

  @Builtin("__str__(self, /)")
  static PyObject str(PyException self) {
    PyObject[] a = self.args.items;
    return a.length == 0
        ? PyStr.EMPTY
        : a.length == 1 ? Obj.strObject(a[0]) : Obj.strObject(self.args);
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyException self) {
    PyDict d = self.dict(false);
    if (d == null && self.shape.names.length > 0) {
      d = self.dict(true);
    }
    return d == null ? PyTuple.of(self.type, self.args) : PyTuple.of(self.type, self.args, d);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setState(PyException self, PyObject state) {
    if (state == PyNone.NONE) {
      return;
    }
    if (!(state instanceof PyDict d)) {
      throw Exc.typeError("state is not a dictionary");
    }
    for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
      Obj.setAttr(self, (PyStr) d.keyAt(i), d.valueAt(i));
    }
  }

  @Builtin("with_traceback(self, object, /)")
  static PyObject withTraceback(PyException self, PyObject tb) {
    setTraceback(self, tb);
    return self;
  }

  @Builtin("add_note(self, object, /)")
  static void addNote(PyException self, PyObject note) {
    if (!(note instanceof PyStr)) {
      throw Exc.typeError("note must be a str, not '" + note.type.name + "'");
    }
    PyObject notes = Obj.getAttrOrNull(self, Names.NOTES);
    if (notes == null) {
      notes = new io.github.pycmaven.vm.core.object.PyList();
      Obj.setAttr(self, Names.NOTES, notes);
    } else if (!(notes instanceof io.github.pycmaven.vm.core.object.PyList)) {
      throw Exc.typeError("Cannot add note: __notes__ is not a list");
    }
    ((io.github.pycmaven.vm.core.object.PyList) notes).append(note);
  }

  @Getter("args")
  static PyObject args(PyException self) {
    return self.args;
  }

  @Setter("args")
  static void setArgs(PyException self, PyObject value) {
    if (value == null) {
      throw Exc.typeError("args may not be deleted");
    }
    self.args = PyTuple.over(Obj.toArray(value));
  }

  @Getter("__traceback__")
  static PyObject traceback(PyException self) {
    return PyNone.orNone(self.traceback);
  }

  @Setter("__traceback__")
  static void setTraceback(PyException self, PyObject value) {
    if (value == null) {
      throw Exc.typeError("__traceback__ may not be deleted");
    }
    if (value != PyNone.NONE && !(value instanceof PyTraceback)) {
      throw Exc.typeError("__traceback__ must be a traceback or None");
    }
    self.traceback = value == PyNone.NONE ? null : (PyTraceback) value;
  }

  @Getter("__cause__")
  static PyObject cause(PyException self) {
    return PyNone.orNone(self.cause);
  }

  @Setter("__cause__")
  static void setCause(PyException self, PyObject value) {
    self.cause = exceptionOrNone(value, "__cause__", "cause");
    self.suppressContext = true;
  }

  @Getter("__context__")
  static PyObject context(PyException self) {
    return PyNone.orNone(self.context);
  }

  @Setter("__context__")
  static void setContext(PyException self, PyObject value) {
    self.context = exceptionOrNone(value, "__context__", "context");
  }

  private static PyException exceptionOrNone(PyObject value, String attribute, String what) {
    if (value == null) {
      throw Exc.typeError(attribute + " may not be deleted");
    }
    if (value == PyNone.NONE) {
      return null;
    }
    if (value instanceof PyException e) {
      return e;
    }
    throw Exc.typeError("exception " + what + " must be None or derive from BaseException");
  }

  @Getter(value = "__suppress_context__", member = true)
  static boolean suppressContext(PyException self) {
    return self.suppressContext;
  }

  @Setter("__suppress_context__")
  static void setSuppressContext(PyException self, PyObject value) {
    if (value == null) {
      throw Exc.typeError("can't delete numeric/char attribute");
    }
    if (!(value instanceof PyBool)) {
      throw Exc.typeError("attribute value type must be bool");
    }
    self.suppressContext = value == PyBool.TRUE;
  }

  @Getter("__dict__")
  static PyObject dictionary(PyException self) {
    return self.dict(true);
  }

  @Setter("__dict__")
  static void setDictionary(PyException self, PyObject value) {
    if (!(value instanceof PyDict d)) {
      throw Exc.typeError("__dict__ must be set to a dictionary");
    }
    self.setDict(d);
  }

  @Override
  public String toString() {
    return type.name + args;
  }
}
