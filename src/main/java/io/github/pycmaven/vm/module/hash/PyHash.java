package io.github.pycmaven.vm.module.hash;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.ByteText;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** A hash object of any algorithm with a fixed size. */
@BuiltinType("hash")
class PyHash extends PyObject {
  final String name;
  final int size;
  final int block;
  private final Digest digest;

  PyHash(PyType type, String name, int size, int block, Digest digest) {
    super(type);
    this.name = name;
    this.size = size;
    this.block = block;
    this.digest = digest;
  }

  /** The type of the hash objects of one algorithm. */
  static PyType type(String name) {
    return PyType.builtin(name, new PyHashTable()).forbidSubclasses();
  }

  /** The bytes to hash. */
  static byte[] input(PyObject o) {
    if (o instanceof PyStr) {
      throw Exc.typeError("Strings must be encoded before hashing");
    }
    if (!Obj.isBytesLike(o) && Obj.special(o, PyStr.intern("__buffer__")) == null) {
      throw Exc.typeError("object supporting the buffer API required");
    }
    return Obj.bytesOf(o);
  }

  /** The data of a constructor, which may be given under two names. */
  static PyObject given(PyObject data, PyObject string) {
    if (data != null && string != null) {
      throw Exc.typeError(
          "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter"
              + " is slated for removal in a future version.");
    }
    return data != null ? data : string;
  }

  PyHash with(PyObject data) {
    if (data != null) {
      digest.update(input(data));
    }
    return this;
  }

  byte[] result(int length) {
    return digest.digest(length);
  }

  @Builtin("copy(self, /)")
  PyObject copy() {
    return new PyHash(type, name, size, block, digest.copy());
  }

  final Digest copied() {
    return digest.copy();
  }

  @Builtin("digest(self, /)")
  PyObject digest() {
    return new PyBytes(result(size));
  }

  @Builtin("hexdigest(self, /)")
  String hexDigest() {
    return ByteText.hex(result(size), null, 1);
  }

  @Builtin("update(self, obj, /)")
  void update(PyObject data) {
    digest.update(input(data));
  }

  @Getter("name")
  String name() {
    return name;
  }

  @Getter("digest_size")
  int size() {
    return size;
  }

  @Getter("block_size")
  int block() {
    return block;
  }
}
