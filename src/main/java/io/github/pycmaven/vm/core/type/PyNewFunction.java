package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.BuiltinTable;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** A builtin type's {@code __new__}: checks that the class fits before it makes an instance. */
@BuiltinType("builtin_function_or_method")
public final class PyNewFunction extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("builtin_function_or_method", new PyNewFunctionTable()).forbidSubclasses();

  public final PyType owner;
  private final BuiltinTable table;
  private final int id;

  PyNewFunction(PyType owner, BuiltinTable table, int id) {
    super(TYPE);
    this.owner = owner;
    this.table = table;
    this.id = id;
  }

  private void check(PyObject c) {
    if (c == owner) {
      return;
    }
    if (!(c instanceof PyType t)) {
      throw Exc.typeError(owner.name + ".__new__(X): X is not a type object (" + c.type.name + ")");
    }
    if (!t.isSubtype(owner)) {
      throw Exc.typeError(
          owner.name
              + ".__new__("
              + t.name
              + "): "
              + t.name
              + " is not a subtype of "
              + owner.name);
    }
    if (t.layout != owner.layout && t.layout != owner) {
      throw Exc.typeError(
          owner.name + ".__new__(" + t.name + ") is not safe, use " + t.layout.name + ".__new__()");
    }
  }

  @Override
  public PyObject call0() {
    throw Exc.typeError(owner.name + ".__new__(): not enough arguments");
  }

  @Override
  public PyObject call1(PyObject c) {
    check(c);
    return table.call1(id, c);
  }

  @Override
  public PyObject call2(PyObject c, PyObject a) {
    check(c);
    return table.call2(id, c, a);
  }

  @Override
  public PyObject call3(PyObject c, PyObject a, PyObject b) {
    check(c);
    return table.call3(id, c, a, b);
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
    if (args.length == names.length) {
      return call0();
    }
    check(args[0]);
    return names.length == 0 ? table.callN(id, args) : table.callKw(id, args, names);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyNewFunction self, PyObject[] args, PyDict keywords) {
    return Calls.callDict(self, args, keywords);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyNewFunction self) {
    return "<built-in method __new__ of type object at " + Identity.address(self.owner) + ">";
  }

  @Getter("__name__")
  static String name(PyNewFunction self) {
    return "__new__";
  }

  @Getter("__qualname__")
  static String qualname(PyNewFunction self) {
    return self.owner.shortName() + ".__new__";
  }

  @Getter("__self__")
  static PyObject self(PyNewFunction self) {
    return self.owner;
  }

  @Getter("__doc__")
  static String doc(PyNewFunction self) {
    return "Create and return a new object.  See help(type) for accurate signature.";
  }

  @Getter("__text_signature__")
  static String textSignature(PyNewFunction self) {
    return "($type, *args, **kwargs)";
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyNewFunction self) {
    return io.github.pycmaven.vm.core.object.PyTuple.of(
        Obj.builtin("getattr"),
        io.github.pycmaven.vm.core.object.PyTuple.of(self.owner, PyStr.of("__new__")));
  }
}
