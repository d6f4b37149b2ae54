package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** A builtin type's class method: {@code dict.fromkeys} in the type's dictionary. */
@BuiltinType("classmethod_descriptor")
public final class PyClassMethodDescriptor extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("classmethod_descriptor", new PyClassMethodDescriptorTable())
          .forbidSubclasses();

  final PyType owner;
  final BuiltinTable table;
  final int id;
  final String name;

  public PyClassMethodDescriptor(PyType owner, BuiltinTable table, int id, String name) {
    super(TYPE);
    this.owner = owner;
    this.table = table;
    this.id = id;
    this.name = name;
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType cls) {
    PyType c = cls == null ? obj.type : cls;
    return new PyBuiltin(table, id, name, c, null, null);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PyClassMethodDescriptor self, PyObject instance, PyObject cls) {
    if (cls == null || cls == PyNone.NONE) {
      if (instance == PyNone.NONE) {
        throw Exc.typeError("__get__(None, None) is invalid");
      }
      return self.descriptorGet(instance, instance.type);
    }
    if (!(cls instanceof PyType t)) {
      throw Exc.typeError(
          "descriptor '"
              + self.name
              + "' for type '"
              + self.owner.name
              + "' needs a type, not a '"
              + cls.type.name
              + "' as arg 2");
    }
    if (!t.isSubtype(self.owner)) {
      throw Exc.typeError(
          "descriptor '"
              + self.name
              + "' requires a subtype of '"
              + self.owner.name
              + "' but received '"
              + t.name
              + "'");
    }
    return self.descriptorGet(null, t);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyClassMethodDescriptor self, PyObject[] args, PyDict keywords) {
    if (args.length == 0) {
      throw Exc.typeError(
          "descriptor '" + self.name + "' of '" + self.owner.name + "' object needs an argument");
    }
    PyObject bound = get(self, PyNone.NONE, args[0]);
    return Calls.callDict(bound, java.util.Arrays.copyOfRange(args, 1, args.length), keywords);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyClassMethodDescriptor self) {
    return "<method '" + self.name + "' of '" + self.owner.name + "' objects>";
  }

  @Getter(value = "__name__", member = true)
  static String name(PyClassMethodDescriptor self) {
    return self.name;
  }

  @Getter("__qualname__")
  static String qualname(PyClassMethodDescriptor self) {
    return self.owner.shortName() + "." + self.name;
  }

  @Getter(value = "__objclass__", member = true)
  static PyObject objclass(PyClassMethodDescriptor self) {
    return self.owner;
  }

  @Getter("__doc__")
  static String doc(PyClassMethodDescriptor self) {
    return Documentation.of(self.table, self.id, self.owner.name, self.name);
  }

  @Getter("__text_signature__")
  static String textSignature(PyClassMethodDescriptor self) {
    return self.table.signature(self.id).textSignature();
  }
}
