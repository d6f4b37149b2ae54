package io.github.pycmaven.vm.module.typing;

import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyUnion;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _typing}, with what the interpreter calls for type parameter lists. */
@BuiltinModule("_typing")
public final class TypingModule {
  private TypingModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new TypingModuleTable());
    m.dict.put("TypeVar", PyTypeParameter.VAR);
    m.dict.put("ParamSpec", PyTypeParameter.SPEC);
    m.dict.put("TypeVarTuple", PyTypeParameter.VARS);
    m.dict.put("ParamSpecArgs", PyTypeParameter.PyPart.ARGS);
    m.dict.put("ParamSpecKwargs", PyTypeParameter.PyPart.KWARGS);
    m.dict.put("TypeAliasType", PyTypeAlias.TYPE);
    m.dict.put("Generic", PyGeneric.TYPE);
    m.dict.put("Union", PyUnion.TYPE);
    m.dict.put("NoDefault", NoDefault.INSTANCE);
    return m;
  }

  @Builtin("_idfunc(x, /)")
  static PyObject identity(PyObject x) {
    return x;
  }

  private static PyTypeParameter make(PyType type, PyObject name, PyObject module) {
    PyTypeParameter p = new PyTypeParameter(type, (PyStr) name);
    p.inferred = type != PyTypeParameter.VARS;
    p.instanceSet(Names.MODULE, module);
    return p;
  }

  private static PyObject module() {
    return io.github.pycmaven.vm.core.object.PyNone.orNone(
        Obj.currentGlobals() == null ? null : Obj.currentGlobals().get(Names.NAME));
  }

  @Builtin("_make_typevar(name, module, /)")
  static PyObject makeTypeVar(PyObject name, PyObject module) {
    return make(PyTypeParameter.VAR, name, module);
  }

  @Builtin("_make_paramspec(name, module, /)")
  static PyObject makeParamSpec(PyObject name, PyObject module) {
    return make(PyTypeParameter.SPEC, name, module);
  }

  @Builtin("_make_typevartuple(name, module, /)")
  static PyObject makeTypeVarTuple(PyObject name, PyObject module) {
    return make(PyTypeParameter.VARS, name, module);
  }

  @Builtin("_make_typevar_bound(name, evaluate, /)")
  static PyObject makeBound(PyObject name, PyObject evaluate) {
    PyTypeParameter p = make(PyTypeParameter.VAR, name, module());
    p.evaluateBound = evaluate;
    return p;
  }

  @Builtin("_make_typevar_constraints(name, evaluate, /)")
  static PyObject makeConstraints(PyObject name, PyObject evaluate) {
    PyTypeParameter p = make(PyTypeParameter.VAR, name, module());
    p.evaluateConstraints = evaluate;
    return p;
  }

  @Builtin("_set_default(parameter, evaluate, /)")
  static void setDefault(PyTypeParameter parameter, PyObject evaluate) {
    parameter.evaluateDefault = evaluate;
  }

  @Builtin("_generic_base(parameters, /)")
  static PyObject genericBase(PyObject parameters) {
    PyObject[] all = Obj.toArray(parameters).clone();
    for (int i = 0; i < all.length; i++) {
      if (all[i].type.name.equals("typing.TypeVarTuple")) {
        all[i] = Obj.iter(all[i]).next();
      }
    }
    return Obj.getItem(PyGeneric.TYPE, new io.github.pycmaven.vm.core.object.PyTuple(all));
  }

  @Builtin("_make_alias(name, parameters, evaluate, module, /)")
  static PyObject makeAlias(
      PyObject name, PyObject parameters, PyObject evaluate, PyObject module) {
    return new PyTypeAlias(name, parameters, evaluate, module);
  }
}
