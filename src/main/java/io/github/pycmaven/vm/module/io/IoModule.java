package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _io}. */
@BuiltinModule("_io")
public final class IoModule {
  private IoModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new IoModuleTable());
    m.dict.put("DEFAULT_BUFFER_SIZE", PyInt.of(131072));
    m.dict.put("FileIO", PyFileIO.TYPE);
    m.dict.put("UnsupportedOperation", Exc.OSError);
    m.dict.put("BlockingIOError", Exc.BlockingIOError);
    return m;
  }

  @Builtin("open_code(path)")
  static PyObject openCode(PyObject path) {
    return PyFileIO.TYPE.call1(path);
  }
}
