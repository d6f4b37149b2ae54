package io.github.pycmaven.vm.module.zlib;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code zlib.compressobj}. */
@BuiltinType("zlib.Compress")
final class PyCompress extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("zlib.Compress", new PyCompressTable()).uninstantiable();
  private static final int FINISH = 4;
  private Deflation deflation;

  PyCompress(Deflation deflation) {
    super(TYPE);
    this.deflation = deflation;
  }

  private Deflation open() {
    if (deflation == null) {
      throw ZlibModule.error(-2, "while compressing data", "inconsistent stream state");
    }
    return deflation;
  }

  @Builtin("compress(self, data, /)")
  PyObject compress(PyObject data) {
    return new PyBytes(open().run(Arg.toBytes(data)));
  }

  @Builtin("flush(self, mode=4, /)")
  PyObject flush(int mode) {
    if (mode == 0) {
      return PyBytes.EMPTY;
    }
    if (mode < 0 || mode > 6) {
      throw Exc.raise(Exc.ValueError, "Invalid flush option");
    }
    if (deflation == null) {
      throw ZlibModule.error(-2, "while flushing", "inconsistent stream state");
    }
    Deflation d = deflation;
    if (mode == FINISH) {
      deflation = null;
      return new PyBytes(d.finish());
    }
    return new PyBytes(d.flush(mode));
  }
}
