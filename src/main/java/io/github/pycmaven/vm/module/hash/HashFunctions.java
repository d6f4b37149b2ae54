package io.github.pycmaven.vm.module.hash;

import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The modules whose hashes the JDK has: {@code _md5}, {@code _sha1}, {@code _sha2}. */
public final class HashFunctions {
  private HashFunctions() {}

  private static PyModule finished(PyModule m, PyType... types) {
    for (PyType t : types) {
      m.dict.put(t.shortName().endsWith("Type") ? t.shortName() : typeName(t), t);
    }
    m.dict.put("_GIL_MINSIZE", PyInt.of(2048));
    return m;
  }

  private static String typeName(PyType t) {
    return t.shortName().equals("md5") ? "MD5Type" : "SHA1Type";
  }

  /** {@code _md5}. */
  @BuiltinModule("_md5")
  public static final class Md5 {
    private static final PyType TYPE = PyHash.type("_md5.md5").uninstantiable();

    private Md5() {}

    /** Makes the module. */
    public static PyModule create() {
      return finished(PyModule.of(new HashFunctions_Md5Table()), TYPE);
    }

    @Builtin("md5(data=b'', *, usedforsecurity=True, string=None)")
    static PyObject md5(PyObject data, PyObject security, PyObject string) {
      return new PyHash(TYPE, "md5", 16, 64, new PlatformDigest("MD5"))
          .with(PyHash.given(data, string));
    }
  }

  /** {@code _sha1}. */
  @BuiltinModule("_sha1")
  public static final class Sha1 {
    private static final PyType TYPE = PyHash.type("_sha1.sha1").uninstantiable();

    private Sha1() {}

    /** Makes the module. */
    public static PyModule create() {
      return finished(PyModule.of(new HashFunctions_Sha1Table()), TYPE);
    }

    @Builtin("sha1(data=b'', *, usedforsecurity=True, string=None)")
    static PyObject sha1(PyObject data, PyObject security, PyObject string) {
      return new PyHash(TYPE, "sha1", 20, 64, new PlatformDigest("SHA-1"))
          .with(PyHash.given(data, string));
    }
  }

  /** {@code _sha2}. */
  @BuiltinModule("_sha2")
  public static final class Sha2 {
    private static final PyType T224 = PyHash.type("_sha2.SHA224Type").uninstantiable();
    private static final PyType T256 = PyHash.type("_sha2.SHA256Type").uninstantiable();
    private static final PyType T384 = PyHash.type("_sha2.SHA384Type").uninstantiable();
    private static final PyType T512 = PyHash.type("_sha2.SHA512Type").uninstantiable();

    private Sha2() {}

    /** Makes the module. */
    public static PyModule create() {
      return finished(PyModule.of(new HashFunctions_Sha2Table()), T224, T256, T384, T512);
    }

    private static PyObject make(PyType type, int bits, PyObject data, PyObject string) {
      return new PyHash(
              type,
              "sha" + bits,
              bits / 8,
              bits > 256 ? 128 : 64,
              new PlatformDigest("SHA-" + bits))
          .with(PyHash.given(data, string));
    }

    @Builtin("sha224(data=b'', *, usedforsecurity=True, string=None)")
    static PyObject sha224(PyObject data, PyObject security, PyObject string) {
      return make(T224, 224, data, string);
    }

    @Builtin("sha256(data=b'', *, usedforsecurity=True, string=None)")
    static PyObject sha256(PyObject data, PyObject security, PyObject string) {
      return make(T256, 256, data, string);
    }

    @Builtin("sha384(data=b'', *, usedforsecurity=True, string=None)")
    static PyObject sha384(PyObject data, PyObject security, PyObject string) {
      return make(T384, 384, data, string);
    }

    @Builtin("sha512(data=b'', *, usedforsecurity=True, string=None)")
    static PyObject sha512(PyObject data, PyObject security, PyObject string) {
      return make(T512, 512, data, string);
    }
  }
}
