package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.PyMethod;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** A function that is bound to the class. */
@BuiltinType("classmethod")
public final class PyClassMethod extends PyInstance {
  public static final PyType TYPE =
      PyType.builtin("classmethod", new PyClassMethodTable()).withDict();

  public PyObject function;

  public PyClassMethod(PyObject function) {
    this(TYPE, function);
    if (function != null) {
      wrap(function);
    }
  }

  private PyClassMethod(PyType type, PyObject function) {
    super(type);
    this.function = function;
  }

  private void wrap(PyObject f) {
    for (PyStr n : Names.WRAPPED_ATTRIBUTES) {
      PyObject v = Obj.getAttrOrNull(f, n);
      if (v != null) {
        instanceSet(n, v);
      }
    }
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType owner) {
    return new PyMethod(function, owner != null ? owner : obj.type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyClassMethod(cls, PyNone.NONE);
  }

  @Builtin("__init__(self, function, /)")
  static void init(PyClassMethod self, PyObject function) {
    self.function = function;
    self.wrap(function);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PyClassMethod self, PyObject instance, PyObject cls) {
    PyType t = cls instanceof PyType c ? c : instance.type;
    return self.descriptorGet(PyNone.toNull(instance), t);
  }

  @Getter(value = "__func__", member = true)
  static PyObject func(PyClassMethod self) {
    return self.function;
  }

  @Getter(value = "__wrapped__", member = true)
  static PyObject wrapped(PyClassMethod self) {
    return self.function;
  }

  @Getter("__isabstractmethod__")
  static boolean isAbstract(PyClassMethod self) {
    return Obj.isAbstract(self.function);
  }

  @Getter("__dict__")
  static PyObject dict(PyClassMethod self) {
    return self.dict(true);
  }

  @Setter("__dict__")
  static void setDictionary(PyClassMethod self, PyDict d) {
    self.setDict(d);
  }

  @Getter("__annotations__")
  static PyObject annotations(PyClassMethod self) {
    return WrappedAttributes.get(self, self.function, Names.ANNOTATIONS);
  }

  @Setter("__annotations__")
  static void setAnnotations(PyClassMethod self, PyObject value) {
    WrappedAttributes.set(self, Names.ANNOTATIONS, value);
  }

  @Getter("__annotate__")
  static PyObject annotate(PyClassMethod self) {
    return WrappedAttributes.get(self, self.function, Names.ANNOTATE);
  }

  @Setter("__annotate__")
  static void setAnnotate(PyClassMethod self, PyObject value) {
    WrappedAttributes.set(self, Names.ANNOTATE, value);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyClassMethod self) {
    return "<classmethod(" + Obj.repr(self.function) + ")>";
  }
}
