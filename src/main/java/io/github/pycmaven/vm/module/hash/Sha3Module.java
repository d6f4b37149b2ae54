package io.github.pycmaven.vm.module.hash;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.ByteText;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** The module {@code _sha3}. */
public final class Sha3Module {
  private Sha3Module() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.named("_sha3");
    for (int bits : new int[] {224, 256, 384, 512}) {
      m.dict.put(
          "sha3_" + bits, PyHash.type("_sha3.sha3_" + bits).with(new Sha3Module_FixedTable()));
    }
    for (int bits : new int[] {128, 256}) {
      PyType t = PyType.builtin("_sha3.shake_" + bits, new Sha3Module_ShakeTable());
      m.dict.put("shake_" + bits, t.forbidSubclasses());
    }
    m.dict.put("implementation", PyStr.of("keccak"));
    m.dict.put("_GIL_MINSIZE", PyInt.of(2048));
    return m;
  }

  private static int bits(PyType cls) {
    String n = cls.shortName();
    return Integer.parseInt(n.substring(n.indexOf('_') + 1));
  }

  private static PyBytes suffix(int v) {
    return new PyBytes(new byte[] {(byte) v});
  }

  /** What the hashes with a fixed size have beside all others. */
  @BuiltinType("sha3")
  static final class Fixed {
    private Fixed() {}

    @Builtin("__new__(cls, data=<b''>, /, *, usedforsecurity=True, string=None)")
    static PyObject create(PyType cls, PyObject data, PyObject security, PyObject string) {
      int bits = bits(cls);
      int rate = 200 - bits / 4;
      return new PyHash(cls, cls.shortName(), bits / 8, rate, new Keccak(rate, 6))
          .with(PyHash.given(data, string));
    }

    @Getter("_capacity_bits")
    static int capacity(PyHash self) {
      return 1600 - 8 * self.block;
    }

    @Getter("_rate_bits")
    static int rate(PyHash self) {
      return 8 * self.block;
    }

    @Getter("_suffix")
    static PyObject suffixOf(PyHash self) {
      return suffix(6);
    }
  }

  /** A hash object whose digest is as long as one asks for. */
  @BuiltinType("shake")
  static final class Shake extends PyObject {
    private final int rate;
    private final Keccak sponge;

    private Shake(PyType type, int rate, Keccak sponge) {
      super(type);
      this.rate = rate;
      this.sponge = sponge;
    }

    @Builtin("__new__(cls, data=<b''>, /, *, usedforsecurity=True, string=None)")
    static PyObject create(PyType cls, PyObject data, PyObject security, PyObject string) {
      int rate = 200 - bits(cls) / 4;
      Shake s = new Shake(cls, rate, new Keccak(rate, 31));
      PyObject d = PyHash.given(data, string);
      if (d != null) {
        s.update(d);
      }
      return s;
    }

    private byte[] result(PyObject length) {
      PyInt n = Obj.index(length);
      if (n.signum() < 0) {
        throw Exc.valueError("value must be positive");
      }
      if (n.isBig()) {
        throw Exc.overflowError("Python int too large to convert to C unsigned long");
      }
      if (n.value >= 1 << 29) {
        throw Exc.valueError("length is too large");
      }
      return sponge.digest((int) n.value);
    }

    @Builtin("copy(self, /)")
    PyObject copy() {
      return new Shake(type, rate, (Keccak) sponge.copy());
    }

    @Builtin("digest(self, length, /)")
    PyObject digest(PyObject length) {
      return new PyBytes(result(length));
    }

    @Builtin("hexdigest(self, length, /)")
    String hexDigest(PyObject length) {
      return ByteText.hex(result(length), null, 1);
    }

    @Builtin("update(self, obj, /)")
    void update(PyObject data) {
      sponge.update(PyHash.input(data));
    }

    @Getter("name")
    String name() {
      return type.shortName();
    }

    @Getter("digest_size")
    int size() {
      return 0;
    }

    @Getter("block_size")
    int block() {
      return rate;
    }

    @Getter("_capacity_bits")
    int capacity() {
      return 1600 - 8 * rate;
    }

    @Getter("_rate_bits")
    int rate() {
      return 8 * rate;
    }

    @Getter("_suffix")
    PyObject suffixOf() {
      return suffix(31);
    }
  }
}
