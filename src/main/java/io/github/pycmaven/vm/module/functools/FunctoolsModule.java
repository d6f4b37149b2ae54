package io.github.pycmaven.vm.module.functools;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _functools}. */
@BuiltinModule("_functools")
public final class FunctoolsModule {
  private FunctoolsModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new FunctoolsModuleTable());
    m.dict.put("partial", PyPartial.TYPE);
    m.dict.put("Placeholder", PyPlaceholder.INSTANCE);
    m.dict.put("_PlaceholderType", PyPlaceholder.TYPE);
    m.dict.put("_lru_cache_wrapper", PyCache.TYPE);
    return m;
  }

  @Builtin("cmp_to_key(mycmp)")
  static PyObject cmpToKey(PyObject compare) {
    return new PyComparisonKey(compare, null);
  }

  @Builtin("reduce(function, iterable, /, initial=<unrepresentable>)")
  static PyObject reduce(PyObject f, PyObject iterable, PyObject initial) {
    PyObject it;
    try {
      it = Obj.iter(iterable);
    } catch (PyRaise e) {
      if (e.matches(Exc.TypeError)) {
        throw Exc.typeError("reduce() arg 2 must support iteration");
      }
      throw e;
    }
    PyObject r = initial != null ? initial : it.next();
    if (r == null) {
      throw Exc.typeError("reduce() of empty iterable with no initial value");
    }
    for (PyObject x = it.next(); x != null; x = it.next()) {
      r = f.call2(r, x);
    }
    return r;
  }
}
