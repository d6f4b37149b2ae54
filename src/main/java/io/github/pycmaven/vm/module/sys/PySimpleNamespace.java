package io.github.pycmaven.vm.module.sys;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.DictMethods;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;

/** {@code types.SimpleNamespace}, the type of {@code sys.implementation}. */
@BuiltinType("types.SimpleNamespace")
public final class PySimpleNamespace extends PyInstance {
  public static final PyType TYPE =
      PyType.builtin("types.SimpleNamespace", new PySimpleNamespaceTable()).withDict();

  /** A namespace over a dict. */
  public PySimpleNamespace(PyDict d) {
    super(TYPE);
    setDict(d);
  }

  private PySimpleNamespace(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PySimpleNamespace(cls);
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PySimpleNamespace self, PyObject[] args, PyDict keywords) {
    if (args.length > 1) {
      throw Exc.typeError(
          self.type.shortName() + " expected at most 1 positional argument, got " + args.length);
    }
    PyDict d = self.dict(true);
    if (args.length == 1) {
      PyDict given = new PyDict();
      if (args[0] instanceof PyDict) {
        DictMethods.merge(given, args[0]);
      } else {
        given = (PyDict) PyDict.TYPE.call1(args[0]);
      }
      for (int i = given.nextIndex(0); i >= 0; i = given.nextIndex(i + 1)) {
        if (!(given.keyAt(i) instanceof PyStr)) {
          throw Exc.typeError("keywords must be strings");
        }
      }
      d.update(given);
    }
    if (keywords != null) {
      d.update(keywords);
    }
  }

  @Getter(value = "__dict__", member = true)
  static PyObject dictionary(PySimpleNamespace self) {
    return self.dict(true);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PySimpleNamespace self) {
    String name = self.type == TYPE ? "namespace" : self.type.shortName();
    if (!Obj.enterRepr(self)) {
      return name + "(...)";
    }
    try {
      StringBuilder b = new StringBuilder(name).append('(');
      PyDict d = self.dict(true);
      boolean first = true;
      for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
        if (d.keyAt(i) instanceof PyStr s && s.length() > 0) {
          b.append(first ? "" : ", ").append(s).append('=').append(Obj.repr(d.valueAt(i)));
          first = false;
        }
      }
      return b.append(')').toString();
    } finally {
      Obj.leaveRepr(self);
    }
  }

  @RichCompare
  static PyObject compare(PySimpleNamespace self, PyObject other, int op) {
    return other instanceof PySimpleNamespace o
        ? Obj.compare(self.dict(true), o.dict(true), op)
        : PyNotImplemented.INSTANCE;
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PySimpleNamespace self) {
    return PyTuple.of(self.type, PyTuple.EMPTY, self.dict(true));
  }

  @Builtin("__replace__(self, /, **changes)")
  static PyObject replace(PySimpleNamespace self, PyDict changes) {
    PyObject made = self.type.call0();
    PyDict d = ((PySimpleNamespace) made).dict(true);
    d.update(self.dict(true));
    if (changes != null) {
      d.update(changes);
    }
    return made;
  }
}
