package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** {@code bz2.BZ2Decompressor}. */
@BuiltinType("_bz2.BZ2Decompressor")
final class PyBz2Decompressor extends PyDecompressor {
  static final PyType TYPE =
      PyType.builtin("_bz2.BZ2Decompressor", new PyBz2DecompressorTable())
          .with(shared())
          .forbidSubclasses();

  private PyBz2Decompressor() {
    super(TYPE, new PulledDecoder(BZip2CompressorInputStream::new, PyBz2Decompressor::error));
  }

  private static PyRaise error(Exception e) {
    return Exc.raise(Exc.OSError, "Invalid data stream");
  }

  @Builtin("__new__(cls, /)")
  static PyObject create(PyType cls) {
    return new PyBz2Decompressor();
  }
}
