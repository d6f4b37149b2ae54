package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.Calls;
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

/** A function that is not bound when looked up on a class or an instance. */
@BuiltinType("staticmethod")
public final class PyStaticMethod extends PyInstance {
  public static final PyType TYPE =
      PyType.builtin("staticmethod", new PyStaticMethodTable()).withDict();

  public PyObject function;

  public PyStaticMethod(PyObject function) {
    this(TYPE, function);
    if (function != null) {
      wrap(function);
    }
  }

  private PyStaticMethod(PyType type, PyObject function) {
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
    return function;
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyStaticMethod self, PyObject[] args, PyDict keywords) {
    return Calls.callDict(self.function, args, keywords);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyStaticMethod(cls, PyNone.NONE);
  }

  @Builtin("__init__(self, function, /)")
  static void init(PyStaticMethod self, PyObject function) {
    self.function = function;
    self.wrap(function);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PyStaticMethod self, PyObject instance, PyObject cls) {
    PyType t = cls instanceof PyType c ? c : instance.type;
    return self.descriptorGet(PyNone.toNull(instance), t);
  }

  @Getter(value = "__func__", member = true)
  static PyObject func(PyStaticMethod self) {
    return self.function;
  }

  @Getter(value = "__wrapped__", member = true)
  static PyObject wrapped(PyStaticMethod self) {
    return self.function;
  }

  @Getter("__isabstractmethod__")
  static boolean isAbstract(PyStaticMethod self) {
    return Obj.isAbstract(self.function);
  }

  @Getter("__dict__")
  static PyObject dict(PyStaticMethod self) {
    return self.dict(true);
  }

  @Setter("__dict__")
  static void setDictionary(PyStaticMethod self, PyDict d) {
    self.setDict(d);
  }

  @Getter("__annotations__")
  static PyObject annotations(PyStaticMethod self) {
    return WrappedAttributes.get(self, self.function, Names.ANNOTATIONS);
  }

  @Setter("__annotations__")
  static void setAnnotations(PyStaticMethod self, PyObject value) {
    WrappedAttributes.set(self, Names.ANNOTATIONS, value);
  }

  @Getter("__annotate__")
  static PyObject annotate(PyStaticMethod self) {
    return WrappedAttributes.get(self, self.function, Names.ANNOTATE);
  }

  @Setter("__annotate__")
  static void setAnnotate(PyStaticMethod self, PyObject value) {
    WrappedAttributes.set(self, Names.ANNOTATE, value);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyStaticMethod self) {
    return "<staticmethod(" + Obj.repr(self.function) + ")>";
  }
}
