package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** {@code list[int]}: a class with type arguments. */
@BuiltinType("types.GenericAlias")
public final class PyGenericAlias extends PyObject {
  public static final PyType TYPE = PyType.builtin("types.GenericAlias", new PyGenericAliasTable());
  final PyObject origin;
  final PyTuple args;
  boolean starred;

  PyGenericAlias(PyType type, PyObject origin, PyTuple args) {
    super(type);
    this.origin = origin;
    this.args = args;
  }

  /** The alias of a class and its argument or arguments. */
  public static PyObject make(PyObject origin, PyObject item) {
    return new PyGenericAlias(TYPE, origin, item instanceof PyTuple t ? t : PyTuple.of(item));
  }

  @Builtin("__new__(cls, origin, args, /)")
  static PyObject create(PyType cls, PyObject origin, PyObject args) {
    return new PyGenericAlias(cls, origin, args instanceof PyTuple t ? t : PyTuple.of(args));
  }

  @Override
  public PyObject getAttrDefault(PyStr name) {
    switch (name.value) {
      case "__origin__":
      case "__args__":
      case "__parameters__":
      case "__mro_entries__":
      case "__reduce_ex__":
      case "__reduce__":
      case "__copy__":
      case "__deepcopy__":
      case "__unpacked__":
      case "__typing_unpacked_tuple_args__":
      case "__class__":
        return super.getAttrDefault(name);
      default:
        if (name.value.startsWith("__")
            && name.value.endsWith("__")
            && super.getAttrDefault(name) != null
            && TYPE.dict().get(name) != null) {
          return super.getAttrDefault(name);
        }
        return Obj.getAttrOrNull(origin, name);
    }
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyGenericAlias self, PyObject[] args, PyDict keywords) {
    return io.github.pycmaven.vm.core.call.Calls.callDict(self.origin, args, keywords);
  }

  @Getter("__origin__")
  static PyObject origin(PyGenericAlias self) {
    return self.origin;
  }

  @Getter("__args__")
  static PyObject args(PyGenericAlias self) {
    return self.args;
  }

  @Builtin("__mro_entries__(self, bases, /)")
  static PyObject mroEntries(PyGenericAlias self, PyObject bases) {
    return PyTuple.of(self.origin);
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject other) {
    return PyUnion.or(self, other);
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return PyUnion.or(other, self);
  }

  static String item(PyObject o) {
    if (o == PyEllipsis.INSTANCE) {
      return "...";
    }
    if (o instanceof PyType t) {
      return t.fullName();
    }
    return Obj.repr(o);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyGenericAlias self) {
    StringBuilder b = new StringBuilder(self.starred ? "*" : "");
    b.append(item(self.origin)).append('[');
    for (int i = 0; i < self.args.items.length; i++) {
      b.append(i > 0 ? ", " : "").append(item(self.args.items[i]));
    }
    return b.append(self.args.items.length == 0 ? "()]" : "]").toString();
  }
}
