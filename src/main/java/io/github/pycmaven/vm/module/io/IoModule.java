package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _io}. */
@BuiltinModule("_io")
public final class IoModule {
  static final PyType UNSUPPORTED =
      PyType.builtin("io.UnsupportedOperation", Exc.OSError, null).withDict().sharing();

  private IoModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new IoModuleTable());
    m.dict.put("DEFAULT_BUFFER_SIZE", PyInt.of(131072));
    m.dict.put("FileIO", PyFileIO.TYPE);
    m.dict.put("UnsupportedOperation", UNSUPPORTED);
    m.dict.put("BlockingIOError", Exc.BlockingIOError);
    return m;
  }

  @Builtin(
      "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, "
          + "closefd=True, opener=None)")
  static PyObject open(
      PyObject file,
      String mode,
      int buffering,
      PyObject encoding,
      PyObject errors,
      PyObject newline,
      boolean closefd,
      PyObject opener) {
    if (mode.indexOf('b') < 0) {
      throw Exc.notImplemented("files of text");
    }
    return PyFileIO.over(file, mode, closefd, opener);
  }

  @Builtin("open_code(path)")
  static PyObject openCode(PyObject path) {
    return PyFileIO.over(path, "rb", true, null);
  }
}
