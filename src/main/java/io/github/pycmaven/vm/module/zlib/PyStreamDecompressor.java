package io.github.pycmaven.vm.module.zlib;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** {@code zlib._ZlibDecompressor}, which keeps the input that it could not use yet. */
@BuiltinType("zlib._ZlibDecompressor")
final class PyStreamDecompressor extends PyObject {
  static final PyType TYPE =
      PyType.builtin("zlib._ZlibDecompressor", new PyStreamDecompressorTable()).forbidSubclasses();
  private final Inflation inflation;
  private byte[] input = new byte[0];
  private byte[] unused = new byte[0];
  private boolean needsInput = true;

  private PyStreamDecompressor(Inflation inflation) {
    super(TYPE);
    this.inflation = inflation;
  }

  @Builtin("__new__(cls, wbits=15, zdict=b'')")
  static PyObject create(PyType cls, PyObject bits, PyObject dictionary) {
    return new PyStreamDecompressor(ZlibModule.inflation(bits, dictionary));
  }

  @Builtin("decompress(self, data, max_length=-1)")
  PyObject decompress(PyObject data, int limit) {
    if (inflation.isAtEnd()) {
      throw Exc.raise(Exc.EOFError, "End of stream already reached");
    }
    byte[] more = ZlibModule.bytes(data);
    byte[] in = more;
    if (input.length > 0) {
      in = Arrays.copyOf(input, input.length + more.length);
      System.arraycopy(more, 0, in, input.length, more.length);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int most = limit < 0 ? Integer.MAX_VALUE : limit;
    int used = inflation.run(in, 0, out, most);
    input = Arrays.copyOfRange(in, used, in.length);
    if (inflation.isAtEnd()) {
      unused = input;
      input = new byte[0];
      needsInput = false;
    } else {
      needsInput = input.length == 0 && out.size() < most;
    }
    return new PyBytes(out.toByteArray());
  }

  @Getter("eof")
  boolean eof() {
    return inflation.isAtEnd();
  }

  @Getter("unused_data")
  PyObject unused() {
    return new PyBytes(unused);
  }

  @Getter("needs_input")
  boolean needsInput() {
    return needsInput;
  }
}
