package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;

/** {@code bytes}. */
public class PyBytes extends PyObject implements Buffer {
  public static final PyType TYPE =
      PyType.builtin("bytes", new BytesMethodsTable())
          .with(new ByteTextTable())
          .with(new ByteCaseTable())
          .asSequence()
          .notWeak();
  public static final PyBytes EMPTY = new PyBytes(new byte[0]);

  /** The bytes; not changed once a program has seen them. */
  public final byte[] value;

  public PyBytes(byte[] value) {
    super(TYPE);
    this.value = value;
  }

  private PyBytes(PyType type, byte[] value) {
    super(type);
    this.value = value;
  }

  static final class Sub extends PyBytes {
    private final Extras extras = new Extras();

    Sub(PyType type, byte[] value) {
      super(type, value);
    }

    @Override
    public Extras extras() {
      return extras;
    }
  }

  /** The bytes of characters below 256. */
  public static PyBytes latin1(String s) {
    return new PyBytes(s.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Override
  public byte[] bufferBytes() {
    return value;
  }

  /** The bytes of an iterable of ints. */
  static byte[] fromIterable(PyObject o) {
    PyObject it = Obj.iter(o);
    byte[] b = new byte[Math.max(16, Math.min(Obj.lengthHint(o, 16), 1 << 20))];
    int n = 0;
    for (PyObject x = it.next(); x != null; x = it.next()) {
      if (n == b.length) {
        b = java.util.Arrays.copyOf(b, n * 2);
      }
      b[n++] = (byte) byteOf(x, "bytes");
    }
    return java.util.Arrays.copyOf(b, n);
  }

  static int byteOf(PyObject x, String what) {
    PyInt i = Obj.index(x);
    if (i.isBig() || i.value < 0 || i.value > 255) {
      throw Exc.valueError(
          what.equals("bytes")
              ? "bytes must be in range(0, 256)"
              : "byte must be in range(0, 256)");
    }
    return (int) i.value;
  }
}
