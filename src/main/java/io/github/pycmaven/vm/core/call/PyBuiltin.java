package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;

/** A function of a builtin module, or a builtin method bound to its object or class. */
@BuiltinType("builtin_function_or_method")
public final class PyBuiltin extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("builtin_function_or_method", new PyBuiltinTable()).forbidSubclasses();
  public static final PyType WRAPPER =
      PyType.builtin("method-wrapper", new PyBuiltinTable()).forbidSubclasses();

  public final BuiltinTable table;
  public final int id;
  public final String name;

  /** What comes before the arguments, or null. */
  public final PyObject self;

  /** The module's name, for functions. */
  private final PyObject module;

  private final PyType wrapperOf;

  public PyBuiltin(
      BuiltinTable table, int id, String name, PyObject self, PyObject module, PyType wrapperOf) {
    super(wrapperOf == null ? TYPE : WRAPPER);
    this.table = table;
    this.id = id;
    this.name = name;
    this.self = self;
    this.module = module;
    this.wrapperOf = wrapperOf;
  }

  @Override
  public PyObject call0() {
    return self == null ? table.call0(id) : table.call1(id, self);
  }

  @Override
  public PyObject call1(PyObject a) {
    return self == null ? table.call1(id, a) : table.call2(id, self, a);
  }

  @Override
  public PyObject call2(PyObject a, PyObject b) {
    return self == null ? table.call2(id, a, b) : table.call3(id, self, a, b);
  }

  @Override
  public PyObject call3(PyObject a, PyObject b, PyObject c) {
    return self == null ? table.call3(id, a, b, c) : table.call4(id, self, a, b, c);
  }

  @Override
  public PyObject callN(PyObject[] args) {
    return table.callN(id, self == null ? args : Calls.prepend(self, args));
  }

  @Override
  public PyObject callKw(PyObject[] args, PyStr[] names) {
    PyObject[] all = self == null ? args : Calls.prepend(self, args);
    return names.length == 0 ? table.callN(id, all) : table.callKw(id, all, names);
  }

  static PyObject reduceAttribute(PyObject from, String name) {
    return PyTuple.of(Obj.builtin("getattr"), PyTuple.of(from, PyStr.of(name)));
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyBuiltin self, PyObject[] args, PyDict keywords) {
    return Calls.callDict(self, args, keywords);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyBuiltin self) {
    if (self.type == WRAPPER) {
      return "<method-wrapper '"
          + self.name
          + "' of "
          + self.self.type.name
          + " object at "
          + Identity.address(self.self)
          + ">";
    }
    if (self.self == null || self.self instanceof PyModule) {
      return "<built-in function " + self.name + ">";
    }
    return "<built-in method "
        + self.name
        + " of "
        + self.self.type.name
        + " object at "
        + Identity.address(self.self)
        + ">";
  }

  @RichCompare(equalityOnly = true)
  static PyObject compare(PyBuiltin self, PyObject other, int op) {
    if (!(other instanceof PyBuiltin o)) {
      return PyNotImplemented.INSTANCE;
    }
    boolean same = self.table == o.table && self.id == o.id && self.self == o.self;
    return PyBool.of(same == (op == 2));
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyBuiltin self) {
    long h = System.identityHashCode(self.table) * 31L + self.id;
    return self.self == null ? h : h * 31 + System.identityHashCode(self.self);
  }

  @Getter("__name__")
  static String name(PyBuiltin self) {
    return self.name;
  }

  @Getter("__qualname__")
  static String qualname(PyBuiltin self) {
    if (self.self == null && !self.table.module) {
      // A static method.
      return self.table.owner + "." + self.name;
    }
    if (self.self == null || self.self instanceof PyModule) {
      return self.name;
    }
    PyType t = self.self instanceof PyType c ? c : self.self.type;
    return t.shortName() + "." + self.name;
  }

  @Getter(value = "__module__", member = true)
  static PyObject module(PyBuiltin self) {
    return self.module != null ? self.module : PyNone.NONE;
  }

  @Getter("__self__")
  static PyObject self(PyBuiltin self) {
    if (self.self == null && self.module != null) {
      PyObject m = Obj.loadedModule(self.module);
      return m == null ? PyNone.NONE : m;
    }
    return PyNone.orNone(self.self);
  }

  @Getter("__objclass__")
  static PyObject objclass(PyBuiltin self) {
    return PyNone.orNone(self.wrapperOf);
  }

  @Getter("__doc__")
  static String doc(PyBuiltin self) {
    return Documentation.of(self.table, self.id, self.name);
  }

  @Getter("__text_signature__")
  static String textSignature(PyBuiltin self) {
    return self.table.signature(self.id).textSignature();
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyBuiltin self) {
    if (self.self == null || self.self instanceof PyModule) {
      return PyStr.of(self.name);
    }
    return reduceAttribute(self.self, self.name);
  }
}
