package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** {@code bz2.BZ2Decompressor}. */
@BuiltinType("_bz2.BZ2Decompressor")
final class PyBz2Decompressor extends PyObject {
  static final PyType TYPE =
      PyType.builtin("_bz2.BZ2Decompressor", new PyBz2DecompressorTable()).forbidSubclasses();

  private final StepwiseDecompression steps =
      new StepwiseDecompression(
          new PulledDecoder(BZip2CompressorInputStream::new, PyBz2Decompressor::error));

  private PyBz2Decompressor() {
    super(TYPE);
  }

  private static PyRaise error(Exception e) {
    return Exc.raise(Exc.OSError, "Invalid data stream");
  }

  @Builtin("__new__(cls, /)")
  static PyObject create(PyType cls) {
    return new PyBz2Decompressor();
  }

  @Builtin("decompress(self, data, max_length=-1)")
  synchronized PyObject decompress(PyObject data, long limit) {
    return steps.decompress(Arg.toBytes(data), limit);
  }

  @Getter("eof")
  boolean eof() {
    return steps.isAtEnd();
  }

  @Getter("unused_data")
  PyObject unused() {
    return steps.unused();
  }

  @Getter("needs_input")
  boolean needsInput() {
    return steps.needsInput();
  }
}
