package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** What buffered streams that can be written have beyond the others. */
@BuiltinType("_io.BufferedWriter")
final class BufferedWriting {
  private BufferedWriting() {}

  @Builtin("write(self, buffer, /)")
  static int write(PyBuffered self, PyObject data) {
    self.raw();
    if (data instanceof PyStr || !Obj.isBytesLike(data)) {
      throw Exc.typeError("a bytes-like object is required, not '" + data.type.name + "'");
    }
    if (PyBuffered.isClosed(self)) {
      throw Exc.valueError("write to closed file");
    }
    return self.put(Obj.bytesOf(data));
  }
}
