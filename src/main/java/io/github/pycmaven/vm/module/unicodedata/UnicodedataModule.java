package io.github.pycmaven.vm.module.unicodedata;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code unicodedata}. */
@BuiltinModule("unicodedata")
public final class UnicodedataModule {
  private static final String[] FUNCTIONS = {
    "bidirectional",
    "category",
    "combining",
    "decimal",
    "decomposition",
    "digit",
    "east_asian_width",
    "is_normalized",
    "lookup",
    "mirrored",
    "name",
    "normalize",
    "numeric"
  };

  private static PyModule module;

  private UnicodedataModule() {}

  /** Makes the module; its functions are those of the newest database. */
  public static PyModule create() {
    PyModule m = PyModule.of(new UnicodedataModuleTable());
    PyUcd now = new PyUcd(new Database("unicodedata.bin"));
    for (String f : FUNCTIONS) {
      m.dict.put(f, Obj.getAttr(now, f));
    }
    module = m;
    m.dict.put("UCD", PyUcd.TYPE);
    m.dict.put("unidata_version", PyStr.of(now.version()));
    return m;
  }

  /** The old database, which only internationalised names of hosts need, is read when asked for. */
  @Builtin("__getattr__(name, /)")
  static PyObject attribute(PyObject name) {
    PyModule m = module;
    if (name instanceof PyStr s && s.value.equals("ucd_3_2_0")) {
      PyObject old = new PyUcd(new Database("unicodedata-3.2.bin"));
      m.dict.put("ucd_3_2_0", old);
      return old;
    }
    throw io.github.pycmaven.vm.core.error.Exc.attributeError(
        "module 'unicodedata' has no attribute '" + name + "'", m, (PyStr) name);
  }
}
