package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.GenericAttributes;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;

/** A function bound to an object. */
@BuiltinType("method")
public final class PyMethod extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("method", new PyMethodTable()).forbidSubclasses();

  public final PyObject function;
  public final PyObject self;

  public PyMethod(PyObject function, PyObject self) {
    super(TYPE);
    this.function = function;
    this.self = self;
  }

  @Override
  public PyObject call0() {
    return function.call1(self);
  }

  @Override
  public PyObject call1(PyObject a) {
    return function.call2(self, a);
  }

  @Override
  public PyObject call2(PyObject a, PyObject b) {
    return function.call3(self, a, b);
  }

  @Override
  public PyObject call3(PyObject a, PyObject b, PyObject c) {
    return function.callN(new PyObject[] {self, a, b, c});
  }

  @Override
  public PyObject callN(PyObject[] args) {
    return function.callN(Calls.prepend(self, args));
  }

  @Override
  public PyObject callKw(PyObject[] args, PyStr[] names) {
    return function.callKw(Calls.prepend(self, args), names);
  }

  @Override
  public PyObject getAttrDefault(PyStr name) {
    PyObject own = TYPE.lookup(name);
    if (own != null && TYPE.dict().get(name) != null || name.value.equals("__class__")) {
      return GenericAttributes.get(this, name);
    }
    PyObject v = own != null ? GenericAttributes.get(this, name) : null;
    return v != null ? v : Obj.getAttrOrNull(function, name);
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType owner) {
    return this;
  }

  @Builtin("__new__(cls, function, instance, /)")
  static PyObject create(PyType cls, PyObject function, PyObject instance) {
    if (!Calls.isCallable(function)) {
      throw Exc.typeError("first argument must be callable");
    }
    if (instance == PyNone.NONE) {
      throw Exc.typeError("instance must not be None");
    }
    return new PyMethod(function, instance);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyMethod self, PyObject[] args, PyDict keywords) {
    return Calls.callDict(self, args, keywords);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PyMethod self, PyObject instance, PyObject owner) {
    return self;
  }

  @Getter(value = "__func__", member = true)
  static PyObject function(PyMethod self) {
    return self.function;
  }

  @Getter(value = "__self__", member = true)
  static PyObject self(PyMethod self) {
    return self.self;
  }

  @Getter("__doc__")
  static PyObject doc(PyMethod self) {
    return PyNone.orNone(Obj.getAttrOrNull(self.function, Names.DOC));
  }

  @RichCompare(equalityOnly = true)
  static PyObject compare(PyMethod self, PyObject other, int op) {
    if (!(other instanceof PyMethod o)) {
      return PyNotImplemented.INSTANCE;
    }
    boolean same = self.self == o.self && Obj.same(self.function, o.function);
    return PyBool.of(same == (op == 2));
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyMethod self) {
    return System.identityHashCode(self.self) ^ Obj.hash(self.function);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyMethod self) {
    PyObject q = Obj.getAttrOrNull(self.function, Names.QUALNAME);
    if (!(q instanceof PyStr)) {
      q = Obj.getAttrOrNull(self.function, Names.NAME);
    }
    return "<bound method "
        + (q instanceof PyStr s ? s.value : "?")
        + " of "
        + Obj.repr(self.self)
        + ">";
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyMethod self) {
    return PyTuple.of(
        Obj.builtin("getattr"), PyTuple.of(self.self, Obj.getAttr(self.function, Names.NAME)));
  }
}
