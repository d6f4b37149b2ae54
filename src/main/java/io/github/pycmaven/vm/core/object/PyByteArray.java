package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.util.Arrays;

/** {@code bytearray}. */
@BuiltinType("bytearray")
public class PyByteArray extends PyObject implements Buffer {
  public static final PyType TYPE =
      PyType.builtin("bytearray", new PyByteArrayTable()).asSequence();
  byte[] bytes = new byte[0];
  int size;

  PyByteArray(PyType type) {
    super(type);
  }

  @Override
  public byte[] bufferBytes() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  @Override
  public byte[] writable() {
    return bytes;
  }

  @Override
  public int byteLength() {
    return size;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyByteArray(cls);
  }

  @Builtin("__init__(self, source=b'', encoding=<utf-8>, errors=<strict>)")
  static void init(PyByteArray self, PyObject source, PyObject encoding, PyObject errors) {
    self.bytes = BytesMethods.make(source, encoding, errors);
    self.size = self.bytes.length;
  }

  @Builtin("__len__(self, /)")
  static int length(PyByteArray self) {
    return self.size;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyByteArray self) {
    return self.type.shortName() + "(" + BytesMethods.repr(self.bufferBytes()) + ")";
  }
}
