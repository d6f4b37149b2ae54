package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** A builtin type's method: {@code list.append}. Special methods show as slot wrappers. */
@BuiltinType("method_descriptor")
public final class PyMethodDescriptor extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("method_descriptor", new PyMethodDescriptorTable()).forbidSubclasses();
  public static final PyType WRAPPER =
      PyType.builtin("wrapper_descriptor", new PyMethodDescriptorTable()).forbidSubclasses();

  public final PyType owner;
  public final BuiltinTable table;
  public final int id;
  public final String name;

  public PyMethodDescriptor(PyType owner, BuiltinTable table, int id, String name) {
    super(isSpecial(name) ? WRAPPER : TYPE);
    this.owner = owner;
    this.table = table;
    this.id = id;
    this.name = name;
  }

  static boolean isSpecial(String name) {
    if (!name.startsWith("__") || !name.endsWith("__")) {
      return false;
    }
    switch (name) {
      case "__reduce__":
      case "__reduce_ex__":
      case "__sizeof__":
      case "__dir__":
      case "__format__":
      case "__getstate__":
      case "__setstate__":
      case "__copy__":
      case "__deepcopy__":
      case "__reversed__":
      case "__round__":
      case "__trunc__":
      case "__floor__":
      case "__ceil__":
      case "__getnewargs__":
      case "__length_hint__":
      case "__bytes__":
      case "__complex__":
      case "__enter__":
      case "__exit__":
      case "__instancecheck__":
      case "__subclasscheck__":
      case "__subclasses__":
      case "__prepare__":
      case "__class_getitem__":
      case "__init_subclass__":
      case "__subclasshook__":
      case "__mro_entries__":
      case "__typing_subst__":
      case "__fspath__":
      case "__missing__":
        return false;
      default:
        return true;
    }
  }

  private void check(PyObject self) {
    if (self.type != owner && !self.type.isSubtype(owner)) {
      throw Exc.typeError(
          "descriptor '"
              + name
              + "' "
              + (type == WRAPPER ? "requires a '" : "for '")
              + owner.name
              + (type == WRAPPER ? "' object but received a '" : "' objects doesn't apply to a '")
              + self.type.name
              + (type == WRAPPER ? "'" : "' object"));
    }
  }

  @Override
  public PyObject call0() {
    throw Exc.typeError(
        type == WRAPPER
            ? "descriptor '" + name + "' of '" + owner.name + "' object needs an argument"
            : "unbound method " + owner.name + "." + name + "() needs an argument");
  }

  @Override
  public PyObject call1(PyObject a) {
    check(a);
    return table.call1(id, a);
  }

  @Override
  public PyObject call2(PyObject a, PyObject b) {
    check(a);
    return table.call2(id, a, b);
  }

  @Override
  public PyObject call3(PyObject a, PyObject b, PyObject c) {
    check(a);
    return table.call3(id, a, b, c);
  }

  @Override
  public PyObject callN(PyObject[] args) {
    if (args.length == 0) {
      return call0();
    }
    check(args[0]);
    return table.callN(id, args);
  }

  @Override
  public PyObject callKw(PyObject[] args, PyStr[] names) {
    if (names.length == 0) {
      return callN(args);
    }
    if (args.length == names.length) {
      return call0();
    }
    check(args[0]);
    return table.callKw(id, args, names);
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType cls) {
    if (obj == null) {
      return this;
    }
    check(obj);
    return new PyBuiltin(table, id, name, obj, null, type == WRAPPER ? owner : null);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PyMethodDescriptor self, PyObject instance, PyObject cls) {
    return self.descriptorGet(PyNone.toNull(instance), null);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(
      PyMethodDescriptor self, PyObject[] args, io.github.pycmaven.vm.core.object.PyDict keywords) {
    return Calls.callDict(self, args, keywords);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyMethodDescriptor self) {
    return (self.type == WRAPPER ? "<slot wrapper '" : "<method '")
        + self.name
        + "' of '"
        + self.owner.name
        + "' objects>";
  }

  @Getter(value = "__name__", member = true)
  static String name(PyMethodDescriptor self) {
    return self.name;
  }

  @Getter("__qualname__")
  static String qualname(PyMethodDescriptor self) {
    return self.owner.shortName() + "." + self.name;
  }

  @Getter(value = "__objclass__", member = true)
  static PyObject objclass(PyMethodDescriptor self) {
    return self.owner;
  }

  @Getter("__doc__")
  static String doc(PyMethodDescriptor self) {
    return Documentation.of(self.table, self.id, self.owner.name, self.name);
  }

  @Getter("__text_signature__")
  static String textSignature(PyMethodDescriptor self) {
    return self.table.signature(self.id).textSignature();
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyMethodDescriptor self) {
    return PyBuiltin.reduceAttribute(self.owner, self.name);
  }
}
