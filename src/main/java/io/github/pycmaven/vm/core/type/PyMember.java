package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** The descriptor of one name in {@code __slots__}. */
@BuiltinType("member_descriptor")
public final class PyMember extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("member_descriptor", new PyMemberTable()).forbidSubclasses();

  public final PyType owner;
  public final int index;
  final PyStr name;

  PyMember(PyType owner, PyStr name, int index) {
    super(TYPE);
    this.owner = owner;
    this.name = name;
    this.index = index;
  }

  private PyObject[] values(PyObject obj) {
    if (obj.type != owner && !obj.type.isSubtype(owner)) {
      throw Exc.typeError(
          "descriptor '"
              + name
              + "' for '"
              + owner.name
              + "' objects doesn't apply to a '"
              + obj.type.name
              + "' object");
    }
    return obj.slotValues();
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType cls) {
    if (obj == null) {
      return this;
    }
    PyObject v = values(obj)[index];
    if (v == null) {
      throw Exc.attributeError(
          "'" + obj.type.name + "' object has no attribute '" + name + "'", obj, name);
    }
    return v;
  }

  void descriptorSet(PyObject obj, PyObject value) {
    PyObject[] v = values(obj);
    if (value == null && v[index] == null) {
      throw Exc.attributeError(
          "'" + obj.type.name + "' object has no attribute '" + name + "'", obj, name);
    }
    v[index] = value;
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PyMember self, PyObject instance, PyObject cls) {
    return self.descriptorGet(PyNone.toNull(instance), null);
  }

  @Builtin("__set__(self, instance, value, /)")
  static void set(PyMember self, PyObject instance, PyObject value) {
    self.descriptorSet(instance, value);
  }

  @Builtin("__delete__(self, instance, /)")
  static void delete(PyMember self, PyObject instance) {
    self.descriptorSet(instance, null);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyMember self) {
    return "<member '" + self.name + "' of '" + self.owner.name + "' objects>";
  }

  @Getter("__name__")
  static PyObject name(PyMember self) {
    return self.name;
  }

  @Getter("__qualname__")
  static String qualname(PyMember self) {
    return self.owner.qualifiedName() + "." + self.name;
  }

  @Getter("__objclass__")
  static PyObject objclass(PyMember self) {
    return self.owner;
  }

  @Getter("__doc__")
  static PyObject doc(PyMember self) {
    return PyNone.NONE;
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyMember self) {
    return PyTuple.of(Obj.builtin("getattr"), PyTuple.of(self.owner, self.name));
  }
}
