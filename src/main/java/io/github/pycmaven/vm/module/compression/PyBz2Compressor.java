package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** {@code bz2.BZ2Compressor}. */
@BuiltinType("_bz2.BZ2Compressor")
final class PyBz2Compressor extends PyObject {
  static final PyType TYPE =
      PyType.builtin("_bz2.BZ2Compressor", new PyBz2CompressorTable()).forbidSubclasses();

  private final StepwiseCompression steps;

  private PyBz2Compressor(int level) {
    super(TYPE);
    try {
      steps = new StepwiseCompression(out -> new BZip2CompressorOutputStream(out, level));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Builtin("__new__(cls, compresslevel=9, /)")
  static PyObject create(PyType cls, int level) {
    if (level < 1 || level > 9) {
      throw Exc.valueError("compresslevel must be between 1 and 9");
    }
    return new PyBz2Compressor(level);
  }

  @Builtin("compress(self, data, /)")
  synchronized PyObject compress(PyObject data) {
    return steps.compress(Arg.toBytes(data));
  }

  @Builtin("flush(self, /)")
  synchronized PyObject flush() {
    return steps.finish();
  }
}
