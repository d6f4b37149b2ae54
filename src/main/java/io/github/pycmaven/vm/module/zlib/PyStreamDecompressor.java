package io.github.pycmaven.vm.module.zlib;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.module.compression.StepwiseDecompression;

/** {@code zlib._ZlibDecompressor}, which keeps the input that it could not use yet. */
@BuiltinType("zlib._ZlibDecompressor")
final class PyStreamDecompressor extends PyObject {
  static final PyType TYPE =
      PyType.builtin("zlib._ZlibDecompressor", new PyStreamDecompressorTable()).forbidSubclasses();
  private final StepwiseDecompression steps;

  private PyStreamDecompressor(Inflation inflation) {
    super(TYPE);
    steps = new StepwiseDecompression(inflation);
  }

  @Builtin("__new__(cls, wbits=15, zdict=b'')")
  static PyObject create(PyType cls, PyObject bits, PyObject dictionary) {
    return new PyStreamDecompressor(ZlibModule.inflation(bits, dictionary));
  }

  @Builtin("decompress(self, data, max_length=-1)")
  PyObject decompress(PyObject data, long limit) {
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
