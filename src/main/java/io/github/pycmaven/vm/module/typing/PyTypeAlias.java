package io.github.pycmaven.vm.module.typing;

import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** {@code typing.TypeAliasType}: what {@code type X = ...} makes. */
@BuiltinType("typing.TypeAliasType")
final class PyTypeAlias extends PyObject {
  static final PyType TYPE =
      PyType.builtin("typing.TypeAliasType", new PyTypeAliasTable()).forbidSubclasses();
  private final PyObject name;
  private final PyObject parameters;
  private final PyObject module;
  private PyObject evaluate;
  private PyObject value;

  PyTypeAlias(PyObject name, PyObject parameters, PyObject evaluate, PyObject module) {
    super(TYPE);
    this.name = name;
    this.parameters = parameters instanceof PyTuple ? parameters : PyTuple.EMPTY;
    this.evaluate = evaluate;
    this.module = module;
  }

  @Builtin("__new__(cls, name, value, *, type_params=())")
  static PyObject create(PyType cls, PyObject name, PyObject value, PyObject parameters) {
    PyDict g = Obj.currentGlobals();
    PyTypeAlias a =
        new PyTypeAlias(
            name, parameters, null, PyNone.orNone(g == null ? null : g.get(Names.NAME)));
    a.value = value;
    return a;
  }

  @Getter(value = "__name__", member = true)
  PyObject name() {
    return name;
  }

  @Getter("__module__")
  PyObject module() {
    return module;
  }

  @Getter("__value__")
  PyObject value() {
    if (evaluate != null) {
      value = evaluate.call1(PyInt.ONE);
      evaluate = null;
    }
    return value;
  }

  @Getter("__type_params__")
  PyObject typeParameters() {
    return parameters;
  }

  @Getter("__parameters__")
  PyObject parameters() {
    return parameters;
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    return PyGenericAlias.make(this, key);
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject other) {
    return Obj.union(self, other);
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return Obj.union(other, self);
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    return name;
  }

  @Builtin("__repr__(self, /)")
  PyObject repr() {
    return name;
  }
}
