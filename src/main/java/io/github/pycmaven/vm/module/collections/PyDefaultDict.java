package io.github.pycmaven.vm.module.collections;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;
import java.util.Arrays;

/** {@code collections.defaultdict}. */
@BuiltinType("collections.defaultdict")
public final class PyDefaultDict extends PyDict {
  public static final PyType TYPE =
      PyType.builtin("collections.defaultdict", PyDict.TYPE, new PyDefaultDictTable());
  private final Extras extras = new Extras();
  private PyObject factory = PyNone.NONE;

  private PyDefaultDict(PyType type) {
    super(type);
  }

  @Override
  public Extras extras() {
    return extras;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyDefaultDict(cls);
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyDefaultDict self, PyObject[] args, PyDict keywords) {
    PyObject f = args.length == 0 ? PyNone.NONE : args[0];
    if (f != PyNone.NONE && !Calls.isCallable(f)) {
      throw Exc.typeError("first argument must be callable or None");
    }
    self.factory = f;
    PyObject[] rest = new PyObject[Math.max(1, args.length)];
    rest[0] = self;
    if (args.length > 1) {
      System.arraycopy(args, 1, rest, 1, args.length - 1);
    }
    Calls.callDict(
        Obj.getAttr(PyDict.TYPE, "__init__"), Arrays.copyOf(rest, rest.length), keywords);
  }

  @Builtin("__missing__(self, key, /)")
  static PyObject missing(PyDefaultDict self, PyObject key) {
    if (self.factory == PyNone.NONE) {
      throw Exc.keyError(key);
    }
    PyObject v = self.factory.call0();
    self.put(key, v);
    return v;
  }

  @Builtin("copy(self, /)")
  static PyObject copy(PyDefaultDict self) {
    return self.type.call2(self.factory, self);
  }

  @Builtin("__copy__(self, /)")
  static PyObject copyToo(PyDefaultDict self) {
    return copy(self);
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyDefaultDict self) {
    return PyTuple.of(
        self.type,
        self.factory == PyNone.NONE ? PyTuple.EMPTY : PyTuple.of(self.factory),
        PyNone.NONE,
        PyNone.NONE,
        Obj.iter(Calls.method(self, "items")));
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyDefaultDict self) {
    String f;
    if (Obj.enterRepr(self.factory)) {
      try {
        f = Obj.repr(self.factory);
      } finally {
        Obj.leaveRepr(self.factory);
      }
    } else {
      f = "...";
    }
    return self.type.shortName()
        + "("
        + f
        + ", "
        + Obj.getAttr(PyDict.TYPE, "__repr__").call1(self)
        + ")";
  }

  private static PyObject joined(PyObject first, PyDefaultDict kind, PyObject second) {
    PyObject r = kind.type.call2(kind.factory, first);
    Calls.method(r, "update", second);
    return r;
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyDefaultDict self, PyObject other) {
    return other instanceof PyDict ? joined(self, self, other) : PyNotImplemented.INSTANCE;
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyDefaultDict self, PyObject other) {
    return other instanceof PyDict ? joined(other, self, self) : PyNotImplemented.INSTANCE;
  }

  @Getter("default_factory")
  static PyObject factory(PyDefaultDict self) {
    return self.factory;
  }

  @Setter("default_factory")
  static void setFactory(PyDefaultDict self, PyObject f) {
    self.factory = PyNone.orNone(f);
  }
}
