package io.github.pycmaven.vm.module.zlib;

import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.module.compression.PyDecompressor;

/** {@code zlib._ZlibDecompressor}, which keeps the input that it could not use yet. */
@BuiltinType("zlib._ZlibDecompressor")
final class PyStreamDecompressor extends PyDecompressor {
  static final PyType TYPE =
      PyType.builtin("zlib._ZlibDecompressor", new PyStreamDecompressorTable())
          .with(shared())
          .forbidSubclasses();

  private PyStreamDecompressor(Inflation inflation) {
    super(TYPE, inflation);
  }

  @Builtin("__new__(cls, wbits=15, zdict=b'')")
  static PyObject create(PyType cls, PyObject bits, PyObject dictionary) {
    return new PyStreamDecompressor(ZlibModule.inflation(bits, dictionary));
  }
}
