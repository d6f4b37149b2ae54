package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * The module {@code _bz2}.
 *
 * @cpython Modules/_bz2module.c
 */
@BuiltinModule("_bz2")
public final class Bz2Module {
  private Bz2Module() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new Bz2ModuleTable());
    m.dict.put("BZ2Compressor", PyBz2Compressor.TYPE);
    m.dict.put("BZ2Decompressor", PyBz2Decompressor.TYPE);
    return m;
  }
}
