package io.github.pycmaven.vm.module.contextvars;

import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _contextvars}. */
@BuiltinModule("_contextvars")
public final class ContextVarsModule {
  private ContextVarsModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new ContextVarsModuleTable());
    m.dict.put("Context", PyContext.TYPE);
    m.dict.put("ContextVar", PyContextVar.TYPE);
    m.dict.put("Token", PyContextVar.Token.TYPE);
    return m;
  }

  @Builtin("copy_context()")
  static PyObject copyContext() {
    return PyContext.current().copy();
  }
}
