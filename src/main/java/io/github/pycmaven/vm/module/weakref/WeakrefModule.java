package io.github.pycmaven.vm.module.weakref;

import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _weakref}. */
@BuiltinModule("_weakref")
public final class WeakrefModule {
  private WeakrefModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new WeakrefModuleTable());
    m.dict.put("ref", PyWeakReference.TYPE);
    m.dict.put("ReferenceType", PyWeakReference.TYPE);
    m.dict.put("ProxyType", PyWeakProxy.TYPE);
    m.dict.put("CallableProxyType", PyWeakProxy.CALLABLE);
    return m;
  }

  @Builtin("proxy(object, callback=None, /)")
  static PyObject proxy(PyObject o, PyObject callback) {
    return PyWeakProxy.of(o, callback);
  }

  @Builtin("getweakrefcount(object, /)")
  static int count(PyObject o) {
    return PyWeakReference.of(o).size();
  }

  @Builtin("getweakrefs(object, /)")
  static PyObject references(PyObject o) {
    PyList l = new PyList();
    for (PyWeakReference r : PyWeakReference.of(o)) {
      l.append(r);
    }
    return l;
  }

  @Builtin("_remove_dead_weakref(dct, key, /)")
  static void removeDead(PyObject d, PyObject key) {
    io.github.pycmaven.vm.core.object.PyDict dict = (io.github.pycmaven.vm.core.object.PyDict) d;
    if (dict.get(key) instanceof PyWeakReference r && r.get() == null) {
      dict.remove(key);
    }
  }
}
