package io.github.pycmaven.vm.module.contextvars;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.util.Arrays;

/** {@code contextvars.Context}: values of context variables. */
@BuiltinType("_contextvars.Context")
final class PyContext extends PyObject {
  static final PyType TYPE =
      PyType.builtin("_contextvars.Context", new PyContextTable()).forbidSubclasses();
  private static final ThreadLocal<PyContext> CURRENT = ThreadLocal.withInitial(PyContext::new);

  PyDict values = new PyDict();
  private boolean entered;

  private PyContext() {
    super(TYPE);
  }

  static PyContext current() {
    return CURRENT.get();
  }

  @Builtin("__new__(cls)")
  static PyObject create(PyType cls) {
    return new PyContext();
  }

  @Builtin("copy(self, /)")
  PyContext copy() {
    PyContext c = new PyContext();
    c.values = values.copy();
    return c;
  }

  @Builtin("run(self, /, *args, **kwargs)")
  PyObject run(PyObject[] args, PyDict keywords) {
    if (args.length == 0) {
      throw Exc.typeError("run() missing 1 required positional argument");
    }
    if (entered) {
      throw Exc.runtimeError("cannot enter context: " + Obj.repr(this) + " is already entered");
    }
    PyContext before = CURRENT.get();
    entered = true;
    CURRENT.set(this);
    try {
      return Calls.callDict(args[0], Arrays.copyOfRange(args, 1, args.length), keywords);
    } finally {
      CURRENT.set(before);
      entered = false;
    }
  }

  private PyObject variable(PyObject key) {
    if (!(key instanceof PyContextVar)) {
      throw Exc.typeError("a ContextVar key was expected, got " + Obj.repr(key));
    }
    return values.get(key);
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    PyObject v = variable(key);
    if (v == null) {
      throw Exc.keyError(key);
    }
    return v;
  }

  @Builtin("get(self, key, default=None, /)")
  PyObject get(PyObject key, PyObject absent) {
    PyObject v = variable(key);
    return v != null ? v : PyNone.orNone(absent);
  }

  @Builtin("__contains__(self, key, /)")
  boolean contains(PyObject key) {
    return variable(key) != null;
  }

  @Builtin("__len__(self, /)")
  int length() {
    return values.size();
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return Obj.iter(values);
  }

  @Builtin("keys(self, /)")
  PyObject keys() {
    return Calls.method(values, "keys");
  }

  @Builtin("values(self, /)")
  PyObject values() {
    return Calls.method(values, "values");
  }

  @Builtin("items(self, /)")
  PyObject items() {
    return Calls.method(values, "items");
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<_contextvars.Context object at " + Identity.address(this) + ">";
  }
}
