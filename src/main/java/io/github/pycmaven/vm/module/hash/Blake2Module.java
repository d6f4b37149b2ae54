package io.github.pycmaven.vm.module.hash;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.math.BigInteger;

/** The module {@code _blake2}. */
public final class Blake2Module {
  private Blake2Module() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.named("_blake2");
    m.dict.put(PyStr.intern("_GIL_MINSIZE"), PyInt.of(2048));
    for (int i = 0; i < 2; i++) {
      boolean wide = i == 0;
      String name = wide ? "blake2b" : "blake2s";
      PyType t = PyHash.type("_blake2." + name).with(new Blake2Module_MakerTable());
      m.dict.put(name, t);
      PyInt part = PyInt.of(wide ? 16 : 8);
      PyInt all = PyInt.of(wide ? 64 : 32);
      String prefix = name.toUpperCase(java.util.Locale.ROOT) + "_";
      m.dict.put(prefix + "SALT_SIZE", part);
      m.dict.put(prefix + "PERSON_SIZE", part);
      m.dict.put(prefix + "MAX_KEY_SIZE", all);
      m.dict.put(prefix + "MAX_DIGEST_SIZE", all);
      t.put(PyStr.intern("SALT_SIZE"), part);
      t.put(PyStr.intern("PERSON_SIZE"), part);
      t.put(PyStr.intern("MAX_KEY_SIZE"), all);
      t.put(PyStr.intern("MAX_DIGEST_SIZE"), all);
    }
    return m;
  }

  /** The constructor of both types. */
  @BuiltinType("blake2")
  static final class Maker {
    private Maker() {}

    @Builtin(
        "__new__(cls, data=b'', *, digest_size=<maximum>, key=b'', salt=b'', person=b'', fanout=1,"
            + " depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,"
            + " usedforsecurity=True, string=None)")
    static PyObject create(
        PyType cls,
        PyObject data,
        PyObject digestSize,
        PyObject key,
        PyObject salt,
        PyObject person,
        int fanout,
        int depth,
        PyObject leafSize,
        PyObject nodeOffset,
        int nodeDepth,
        int innerSize,
        boolean lastNode,
        PyObject security,
        PyObject string) {
      boolean wide = cls.shortName().equals("blake2b");
      int max = wide ? 64 : 32;
      int size = digestSize == null ? max : Arg.toInt(digestSize);
      if (size <= 0 || size > max) {
        throw Exc.valueError(
            "digest_size for "
                + (wide ? "Blake2b" : "Blake2s")
                + " must be between 1 and "
                + max
                + " bytes, here it is "
                + size);
      }
      byte[] keyBytes = part(key, max, "key");
      byte[] p = new byte[max];
      p[0] = (byte) size;
      p[1] = (byte) keyBytes.length;
      if (fanout < 0 || fanout > 255) {
        throw Exc.valueError("fanout must be between 0 and 255");
      }
      if (depth <= 0 || depth > 255) {
        throw Exc.valueError("depth must be between 1 and 255");
      }
      p[2] = (byte) fanout;
      p[3] = (byte) depth;
      little(p, 4, 4, leafSize, "leaf_size");
      int offsetBytes = wide ? 8 : 6;
      little(p, 8, offsetBytes, nodeOffset, "node_offset");
      if (nodeDepth < 0 || nodeDepth > 255) {
        throw Exc.valueError("node_depth must be between 0 and 255");
      }
      if (innerSize < 0 || innerSize > max) {
        throw Exc.valueError("inner_size must be between 0 and is " + max);
      }
      p[8 + offsetBytes] = (byte) nodeDepth;
      p[9 + offsetBytes] = (byte) innerSize;
      int quarter = max / 4;
      byte[] s = part(salt, quarter, "salt");
      System.arraycopy(s, 0, p, max - 2 * quarter, s.length);
      s = part(person, quarter, "person");
      System.arraycopy(s, 0, p, max - quarter, s.length);
      return new PyHash(
              cls, cls.shortName(), size, 2 * max, new Blake2(wide, p, keyBytes, lastNode))
          .with(PyHash.given(data, string));
    }

    private static byte[] part(PyObject o, int max, String what) {
      byte[] b = o == null ? new byte[0] : Obj.bytesOf(o);
      if (b.length > max) {
        throw Exc.valueError("maximum " + what + " length is " + max + " bytes");
      }
      return b;
    }

    private static void little(byte[] p, int at, int size, PyObject o, String what) {
      if (o == null) {
        return;
      }
      PyInt i = Obj.index(o);
      BigInteger v = i.big();
      if (v.signum() < 0) {
        throw Exc.valueError("value must be positive");
      }
      if (v.bitLength() > 8 * size) {
        throw Exc.overflowError(what + " is too large");
      }
      for (int k = 0; k < size; k++) {
        p[at + k] = (byte) v.shiftRight(8 * k).intValue();
      }
    }
  }
}
