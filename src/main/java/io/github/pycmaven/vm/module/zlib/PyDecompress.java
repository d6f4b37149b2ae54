package io.github.pycmaven.vm.module.zlib;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** {@code zlib.decompressobj}. */
@BuiltinType("zlib.Decompress")
final class PyDecompress extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("zlib.Decompress", new PyDecompressTable()).uninstantiable();
  private final Inflation inflation;
  private byte[] unused = new byte[0];
  private byte[] tail = new byte[0];

  PyDecompress(Inflation inflation) {
    super(TYPE);
    this.inflation = inflation;
  }

  private PyObject run(byte[] in, int limit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int used = inflation.run(in, 0, out, limit);
    byte[] rest = Arrays.copyOfRange(in, used, in.length);
    if (inflation.isAtEnd()) {
      int n = unused.length;
      unused = Arrays.copyOf(unused, n + rest.length);
      System.arraycopy(rest, 0, unused, n, rest.length);
      tail = new byte[0];
    } else {
      tail = rest;
    }
    return new PyBytes(out.toByteArray());
  }

  @Builtin("decompress(self, data, /, max_length=0)")
  PyObject decompress(PyObject data, PyObject limit) {
    byte[] in = Arg.toBytes(data);
    PyInt n = limit == null ? PyInt.ZERO : Obj.index(limit);
    if (n.signum() < 0) {
      throw Exc.valueError("max_length must be non-negative");
    }
    if (n.isBig()) {
      throw Exc.overflowError("Python int too large to convert to C ssize_t");
    }
    return run(in, n.value == 0 ? Integer.MAX_VALUE : n.clippedInt());
  }

  @Builtin("flush(self, length=16384, /)")
  PyObject flush(PyObject length) {
    PyInt n = length == null ? PyInt.ONE : Obj.index(length);
    if (n.signum() <= 0) {
      throw Exc.valueError("length must be greater than zero");
    }
    if (n.isBig()) {
      throw Exc.overflowError("Python int too large to convert to C ssize_t");
    }
    return inflation.isAtEnd() ? PyBytes.EMPTY : run(tail, Integer.MAX_VALUE);
  }

  @Getter("unused_data")
  PyObject unused() {
    return new PyBytes(unused);
  }

  @Getter("unconsumed_tail")
  PyObject tail() {
    return new PyBytes(tail);
  }

  @Getter("eof")
  boolean eof() {
    return inflation.isAtEnd();
  }
}
