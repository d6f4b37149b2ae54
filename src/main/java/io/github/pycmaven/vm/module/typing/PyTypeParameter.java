package io.github.pycmaven.vm.module.typing;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/**
 * {@code TypeVar}, {@code ParamSpec} and {@code TypeVarTuple}; bounds and defaults written in a
 * parameter list are evaluated when they are asked for.
 *
 * @cpython Objects/typevarobject.c
 */
@BuiltinType("typing.TypeVar")
final class PyTypeParameter extends PyInstance {
  static final PyType VAR = type("typing.TypeVar");
  static final PyType SPEC = type("typing.ParamSpec");
  static final PyType VARS = type("typing.TypeVarTuple");

  private final PyStr name;
  PyObject bound = PyNone.NONE;
  PyObject constraints = PyTuple.EMPTY;
  PyObject evaluateBound;
  PyObject evaluateConstraints;
  PyObject evaluateDefault;
  PyObject defaultValue = NoDefault.INSTANCE;
  boolean covariant;
  boolean contravariant;
  boolean inferred;

  PyTypeParameter(PyType type, PyStr name) {
    super(type);
    this.name = name;
  }

  private static PyType type(String name) {
    return PyType.builtin(name, new PyTypeParameterTable()).forbidSubclasses().withDict();
  }

  @Builtin("__new__(cls, /, name, *constraints, **kwargs)")
  static PyObject create(PyType cls, PyObject name, PyObject[] constraints, PyDict keywords) {
    if (!(name instanceof PyStr n)) {
      throw Exc.typeError(
          cls.shortName() + "() argument 'name' must be str, not " + name.type.name);
    }
    PyTypeParameter p = new PyTypeParameter(cls, n);
    if (constraints.length == 1) {
      throw Exc.typeError("A single constraint is not allowed");
    }
    p.constraints = PyTuple.over(constraints);
    if (keywords != null) {
      for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
        p.option(keywords.keyAt(i).toString(), keywords.valueAt(i));
      }
    }
    if (p.covariant && p.contravariant) {
      throw Exc.valueError("Bivariant types are not supported.");
    }
    if (p.inferred && (p.covariant || p.contravariant)) {
      throw Exc.valueError("Variance cannot be specified with infer_variance.");
    }
    if (p.bound != PyNone.NONE && constraints.length > 0) {
      throw Exc.typeError("Constraints cannot be combined with bound=...");
    }
    PyDict globals = Obj.currentGlobals();
    PyObject module = globals == null ? null : globals.get(Names.NAME);
    p.instanceSet(Names.MODULE, PyNone.orNone(module));
    return p;
  }

  private void option(String key, PyObject value) {
    switch (key) {
      case "bound":
        bound = value == PyNone.NONE ? value : check(value, "Bound must be a type.");
        break;
      case "covariant":
        covariant = Obj.isTrue(value);
        break;
      case "contravariant":
        contravariant = Obj.isTrue(value);
        break;
      case "infer_variance":
        inferred = Obj.isTrue(value);
        break;
      case "default":
        defaultValue = value;
        break;
      default:
        throw Exc.typeError(
            type.shortName() + "() got an unexpected keyword argument '" + key + "'");
    }
  }

  private static PyObject check(PyObject value, String message) {
    return Calls.method(Obj.importModule("typing"), "_type_check", value, PyStr.of(message));
  }

  @Getter("__name__")
  PyObject name() {
    return name;
  }

  @Getter("__bound__")
  PyObject bound() {
    if (evaluateBound != null) {
      bound = evaluateBound.call1(PyInt.ONE);
      evaluateBound = null;
    }
    return bound;
  }

  @Getter("__constraints__")
  PyObject constraints() {
    if (evaluateConstraints != null) {
      constraints = evaluateConstraints.call1(PyInt.ONE);
      evaluateConstraints = null;
    }
    return constraints;
  }

  @Getter("__default__")
  PyObject defaultValue() {
    if (evaluateDefault != null) {
      defaultValue = evaluateDefault.call1(PyInt.ONE);
      evaluateDefault = null;
    }
    return defaultValue;
  }

  @Builtin("has_default(self, /)")
  boolean hasDefault() {
    return evaluateDefault != null || defaultValue != NoDefault.INSTANCE;
  }

  @Getter("__covariant__")
  boolean isCovariant() {
    return covariant;
  }

  @Getter("__contravariant__")
  boolean isContravariant() {
    return contravariant;
  }

  @Getter("__infer_variance__")
  boolean isInferred() {
    return inferred;
  }

  private PyObject typing(String function, PyObject... args) {
    return Calls.method(Obj.importModule("typing"), function, args);
  }

  @Builtin("__typing_subst__(self, arg, /)")
  PyObject substitute(PyObject arg) {
    if (type == VARS) {
      throw Exc.typeError("Substitution of bare TypeVarTuple is not supported");
    }
    return typing(type == VAR ? "_typevar_subst" : "_paramspec_subst", this, arg);
  }

  @Builtin("__typing_prepare_subst__(self, alias, args, /)")
  PyObject prepare(PyObject alias, PyObject args) {
    if (type == VARS) {
      return typing("_typevartuple_prepare_subst", this, alias, args);
    }
    if (type == SPEC) {
      return typing("_paramspec_prepare_subst", this, alias, args);
    }
    int n = Obj.length(args);
    PyObject all = Obj.getAttr(alias, "__parameters__");
    int at = Calls.method(all, "index", this) instanceof PyInt i ? i.clippedInt() : 0;
    if (at < n) {
      return args;
    }
    if (at == n && hasDefault()) {
      PyObject[] more = java.util.Arrays.copyOf(Obj.toArray(args), n + 1);
      more[n] = defaultValue();
      return new PyTuple(more);
    }
    throw Exc.typeError(
        "Too few arguments for " + Obj.repr(alias) + "; actual " + n + ", expected " + (n + 1));
  }

  @Builtin("__mro_entries__(self, bases, /)")
  PyObject mroEntries(PyObject bases) {
    throw Exc.typeError("Cannot subclass an instance of " + type.shortName());
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject other) {
    return Obj.union(self, other);
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return Obj.union(other, self);
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    if (type != VARS) {
      throw Exc.typeError("'" + type.name + "' object is not iterable");
    }
    PyObject unpack = Obj.getAttr(Obj.importModule("typing"), "Unpack");
    return Obj.iter(PyTuple.of(Obj.getItem(unpack, this)));
  }

  @Getter("args")
  PyObject args() {
    return new PyPart(PyPart.ARGS, this);
  }

  @Getter("kwargs")
  PyObject keywords() {
    return new PyPart(PyPart.KWARGS, this);
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    return name;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    String sign = inferred || type == VARS ? "" : covariant ? "+" : contravariant ? "-" : "~";
    return sign + name.value;
  }

  /** {@code P.args} and {@code P.kwargs}. */
  @BuiltinType("typing.ParamSpecArgs")
  static final class PyPart extends PyObject {
    static final PyType ARGS =
        PyType.builtin("typing.ParamSpecArgs", new PyTypeParameter_PyPartTable());
    static final PyType KWARGS =
        PyType.builtin("typing.ParamSpecKwargs", new PyTypeParameter_PyPartTable());
    private final PyObject origin;

    PyPart(PyType type, PyObject origin) {
      super(type);
      this.origin = origin;
    }

    @Builtin("__new__(cls, origin)")
    static PyObject create(PyType cls, PyObject origin) {
      return new PyPart(cls, origin);
    }

    @Getter("__origin__")
    PyObject origin() {
      return origin;
    }

    @Builtin("__eq__(self, value, /)")
    PyObject same(PyObject other) {
      return PyBool.of(other instanceof PyPart p && p.type == type && Obj.equal(origin, p.origin));
    }

    @Builtin("__repr__(self, /)")
    String repr() {
      return Obj.getAttr(origin, Names.NAME) + (type == ARGS ? ".args" : ".kwargs");
    }
  }
}
