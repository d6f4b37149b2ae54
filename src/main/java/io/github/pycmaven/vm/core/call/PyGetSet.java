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
public class PyGetSet extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("getset_descriptor", new PyGetSetTable()).forbidSubclasses();
  public static final PyType MEMBER =
      PyType.builtin("member_descriptor", new PyGetSetTable())
          .with(new PyGetSet_MemberTable())
          .forbidSubclasses();

  public final PyType owner;
  private final BuiltinTable table;
  private final int getter;
  private final int setter;
  public final String name;

  public PyGetSet(PyType owner, BuiltinTable table, int getter, int setter, String name) {
    this(TYPE, owner, table, getter, setter, name);
  }

  protected PyGetSet(
      PyType type, PyType owner, BuiltinTable table, int getter, int setter, String name) {
    super(type);
    this.owner = owner;
    this.table = table;
    this.getter = getter;
    this.setter = setter;
    this.name = name;
  }

  /** An attribute that shows as a member. */
  public static PyGetSet member(
      PyType owner, BuiltinTable table, int getter, int setter, String name) {
    return new PyGetSet(MEMBER, owner, table, getter, setter, name);
  }

  protected final void check(PyObject obj) {
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

  /** What members have and computed attributes lack. */
  @BuiltinType("member_descriptor")
  static final class Member {
    private Member() {}

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyGetSet self) {
      return PyBuiltin.reduceAttribute(self.owner, self.name);
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
      if (type == MEMBER) {
        throw Exc.attributeError("readonly attribute", obj, null);
      }
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
    return (self.type == MEMBER ? "<member '" : "<attribute '")
        + self.name
        + "' of '"
        + self.owner.name
        + "' objects>";
  }

  @Getter(value = "__name__", member = true)
  static String name(PyGetSet self) {
    return self.name;
  }

  @Getter("__qualname__")
  static String qualname(PyGetSet self) {
    return self.owner.qualifiedName() + "." + self.name;
  }

  @Getter(value = "__objclass__", member = true)
  static PyObject objclass(PyGetSet self) {
    return self.owner;
  }

  @Getter("__doc__")
  static String doc(PyGetSet self) {
    return self.table == null
        ? null
        : Documentation.of(self.table, self.getter, self.owner.name, self.name);
  }
}
