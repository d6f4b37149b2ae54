package io.github.pycmaven.vm.module.contextvars;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** {@code contextvars.ContextVar}. */
@BuiltinType("_contextvars.ContextVar")
public final class PyContextVar extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("_contextvars.ContextVar", new PyContextVarTable()).forbidSubclasses();
  private final PyStr name;
  private final PyObject absent;

  private PyContextVar(PyStr name, PyObject absent) {
    super(TYPE);
    this.name = name;
    this.absent = absent;
  }

  @Builtin("__new__(cls, name, /, *, default=<none>)")
  static PyObject create(PyType cls, PyObject name, PyObject absent) {
    if (!(name instanceof PyStr s)) {
      throw Exc.typeError("context variable name must be a str");
    }
    return new PyContextVar(s, absent);
  }

  @Builtin("get(self, default=<none>, /)")
  PyObject get(PyObject other) {
    PyObject v = PyContext.current().values.get(this);
    if (v == null) {
      v = other != null ? other : absent;
    }
    if (v == null) {
      throw Exc.raise(Exc.LookupError, this);
    }
    return v;
  }

  @Builtin("set(self, value, /)")
  PyObject set(PyObject value) {
    PyContext c = PyContext.current();
    PyObject old = c.values.get(this);
    c.values.put(this, value);
    return new Token(this, c, old);
  }

  @Builtin("reset(self, token, /)")
  void reset(PyObject token) {
    if (!(token instanceof Token t)) {
      throw Exc.typeError("expected an instance of Token, got " + Obj.repr(token));
    }
    if (t.used) {
      throw Exc.runtimeError(Obj.repr(t) + " has already been used once");
    }
    if (t.variable != this) {
      throw Exc.valueError(Obj.repr(t) + " was created by a different ContextVar");
    }
    if (t.context != PyContext.current()) {
      throw Exc.valueError(Obj.repr(t) + " was created in a different Context");
    }
    t.used = true;
    if (t.old == null) {
      t.context.values.remove(this);
    } else {
      t.context.values.put(this, t.old);
    }
  }

  @Getter(value = "name", member = true)
  PyObject name() {
    return name;
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    return System.identityHashCode(this);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<ContextVar name="
        + Obj.repr(name)
        + (absent == null ? "" : " default=" + Obj.repr(absent))
        + " at "
        + Identity.address(this)
        + ">";
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }

  /** {@code contextvars.Token}: how to undo a change. */
  @BuiltinType("_contextvars.Token")
  static final class Token extends PyObject {
    static final PyType TYPE =
        PyType.builtin("_contextvars.Token", new PyContextVar_TokenTable())
            .uninstantiable()
            .forbidSubclasses();

    /** {@code Token.MISSING}. */
    static final PyStr MISSING = PyStr.of("<Token.MISSING>");

    static {
      TYPE.put(PyStr.intern("MISSING"), MISSING);
    }

    private final PyContextVar variable;
    private final PyContext context;
    private final PyObject old;
    private boolean used;

    Token(PyContextVar variable, PyContext context, PyObject old) {
      super(TYPE);
      this.variable = variable;
      this.context = context;
      this.old = old;
    }

    @Getter("var")
    PyObject variable() {
      return variable;
    }

    @Getter("old_value")
    PyObject oldValue() {
      return old == null ? MISSING : old;
    }

    @Builtin("__enter__(self, /)")
    PyObject enter() {
      return this;
    }

    @Builtin("__exit__(self, type, value, traceback, /)")
    PyObject exit(PyObject type, PyObject value, PyObject traceback) {
      variable.reset(this);
      return PyNone.NONE;
    }

    @Builtin("__repr__(self, /)")
    String repr() {
      return "<Token"
          + (used ? " used" : "")
          + " var="
          + Obj.repr(variable)
          + " at "
          + Identity.address(this)
          + ">";
    }
  }
}
