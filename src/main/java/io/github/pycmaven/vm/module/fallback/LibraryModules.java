package io.github.pycmaven.vm.module.fallback;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/**
 * Makes a module by running the code of another one of the library, which need not be loaded and
 * does not become loaded by that.
 */
public final class LibraryModules {
  private LibraryModules() {}

  /** {@code _datetime}, from {@code _pydatetime}. */
  public static PyModule datetime() {
    return of("_datetime", "_pydatetime");
  }

  /** {@code _decimal}, from {@code _pydecimal}. */
  public static PyModule decimal() {
    return of("_decimal", "_pydecimal");
  }

  private static PyModule of(String name, String source) {
    PyObject find = Obj.getAttr(Obj.importModule("_frozen_importlib"), "_find_spec");
    PyObject spec = find.call2(PyStr.of(source), PyNone.NONE);
    if (spec == PyNone.NONE) {
      throw Exc.raise(Exc.ImportError, "No module named '" + source + "'");
    }
    PyObject code = Calls.method(Obj.getAttr(spec, "loader"), "get_code", PyStr.of(source));
    PyModule m = PyModule.named(name);
    m.dict.put("__builtins__", Obj.importModule("builtins"));
    Obj.runtime().builtins().get(PyStr.intern("exec")).call2(code, m.dict);
    m.dict.put(Names.NAME, PyStr.intern(name));
    return m;
  }
}
