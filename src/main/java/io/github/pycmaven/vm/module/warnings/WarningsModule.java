package io.github.pycmaven.vm.module.warnings;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.module.contextvars.PyContextVar;

/** The module {@code _warnings}: state of the filters, warnings themselves by the library. */
@BuiltinModule("_warnings")
public final class WarningsModule {
  private WarningsModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new WarningsModuleTable());
    m.dict.put("_defaultaction", PyStr.of("default"));
    m.dict.put("_onceregistry", new PyDict());
    PyList filters = new PyList();
    filters.append(filter("default", Exc.DeprecationWarning, "__main__"));
    filters.append(filter("ignore", Exc.DeprecationWarning, null));
    filters.append(filter("ignore", Exc.PendingDeprecationWarning, null));
    filters.append(filter("ignore", Exc.ImportWarning, null));
    filters.append(filter("ignore", Exc.ResourceWarning, null));
    m.dict.put("filters", filters);
    m.dict.put("_warnings_context", PyContextVar.TYPE.call1(PyStr.of("warnings_context")));
    return m;
  }

  private static PyObject filter(String action, PyType category, String module) {
    return PyTuple.of(
        PyStr.intern(action),
        PyNone.NONE,
        category,
        module == null ? PyNone.NONE : new PyExactText(PyStr.of(module)),
        PyInt.ZERO);
  }

  /** The library's own implementation, which works once {@code warnings} has set it up. */
  private static PyObject python() {
    Obj.importModule("warnings");
    return Obj.importModule("_py_warnings");
  }

  @Builtin("_filters_mutated_lock_held()")
  static void filtersMutated() {}

  @Builtin("_acquire_lock()")
  static void acquireLock() {}

  @Builtin("_release_lock()")
  static void releaseLock() {}

  @Builtin("warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())")
  static PyObject warn(
      PyObject message, PyObject category, PyObject level, PyObject source, PyObject skip) {
    PyDict options = new PyDict();
    if (skip != null) {
      options.put("skip_file_prefixes", skip);
    }
    PyObject[] args = {
      message, PyNone.orNone(category), level == null ? PyInt.ONE : level, PyNone.orNone(source)
    };
    return Calls.callDict(Obj.getAttr(python(), "warn"), args, options);
  }

  @Builtin(
      "warn_explicit(message, category, filename, lineno, module=None, registry=None, "
          + "module_globals=None, source=None)")
  static PyObject warnExplicit(
      PyObject message,
      PyObject category,
      PyObject filename,
      PyObject line,
      PyObject module,
      PyObject registry,
      PyObject globals,
      PyObject source) {
    return Calls.method(
        python(),
        "warn_explicit",
        message,
        category,
        filename,
        line,
        PyNone.orNone(module),
        PyNone.orNone(registry),
        PyNone.orNone(globals),
        PyNone.orNone(source));
  }
}
