package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** An attribute of a builtin type with a reader and perhaps a writer in Java. */
@BuiltinType("getset_descriptor")
public final class PyGetSet extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("getset_descriptor", new PyGetSetTable()).forbidSubclasses();

  public final PyType owner;
  private final BuiltinTable table;
  private final int getter;
  private final int setter;
  final String name;

  public PyGetSet(PyType owner, BuiltinTable table, int getter, int setter, String name) {
    super(TYPE);
    this.owner = owner;
    this.table = table;
    this.getter = getter;
    this.setter = setter;
    this.name = name;
  }

  private void check(PyObject obj) {
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
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType cls) {
    if (obj == null) {
      return this;
    }
    check(obj);
    return table.call1(getter, obj);
  }

  /** Writes the attribute, deletes it for null. */
  public void descriptorSet(PyObject obj, PyObject value) {
    check(obj);
    if (setter < 0) {
      throw Exc.attributeError(
          "attribute '" + name + "' of '" + owner.name + "' objects is not writable", obj, null);
    }
    table.call2(setter, obj, value);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PyGetSet self, PyObject instance, PyObject cls) {
    return self.descriptorGet(PyNone.toNull(instance), null);
  }

  @Builtin("__set__(self, instance, value, /)")
  static void set(PyGetSet self, PyObject instance, PyObject value) {
    self.descriptorSet(instance, value);
  }

  @Builtin("__delete__(self, instance, /)")
  static void delete(PyGetSet self, PyObject instance) {
    self.descriptorSet(instance, null);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyGetSet self) {
    return "<attribute '" + self.name + "' of '" + self.owner.name + "' objects>";
  }

  @Getter("__name__")
  static String name(PyGetSet self) {
    return self.name;
  }

  @Getter("__qualname__")
  static String qualname(PyGetSet self) {
    return self.owner.shortName() + "." + self.name;
  }

  @Getter("__objclass__")
  static PyObject objclass(PyGetSet self) {
    return self.owner;
  }

  @Getter("__doc__")
  static PyObject doc(PyGetSet self) {
    return PyNone.NONE;
  }
}
