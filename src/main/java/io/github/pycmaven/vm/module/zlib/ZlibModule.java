package io.github.pycmaven.vm.module.zlib;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.module.binascii.BinasciiModule;
import java.io.ByteArrayOutputStream;
import java.util.zip.Adler32;

/**
 * The module {@code zlib}.
 *
 * @cpython Modules/zlibmodule.c
 */
@BuiltinModule("zlib")
public final class ZlibModule {
  private static final PyType ERROR = Exc.declare("zlib", "error", Exc.Exception);
  private static final String NUMBERS =
      "MAX_WBITS=15 DEFLATED=8 DEF_MEM_LEVEL=8 DEF_BUF_SIZE=16384 Z_NO_COMPRESSION=0 "
          + "Z_BEST_SPEED=1 Z_BEST_COMPRESSION=9 Z_DEFAULT_COMPRESSION=-1 Z_FILTERED=1 "
          + "Z_HUFFMAN_ONLY=2 Z_RLE=3 Z_FIXED=4 Z_DEFAULT_STRATEGY=0 Z_NO_FLUSH=0 "
          + "Z_PARTIAL_FLUSH=1 Z_SYNC_FLUSH=2 Z_FULL_FLUSH=3 Z_FINISH=4 Z_BLOCK=5 Z_TREES=6";

  private ZlibModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new ZlibModuleTable());
    m.dict.put("error", ERROR);
    m.dict.put("_ZlibDecompressor", PyStreamDecompressor.TYPE);
    for (String n : NUMBERS.split(" ")) {
      int equals = n.indexOf('=');
      m.dict.put(n.substring(0, equals), PyInt.of(Integer.parseInt(n.substring(equals + 1))));
    }
    m.dict.put("ZLIB_VERSION", PyStr.of("1.2.11"));
    m.dict.put("ZLIB_RUNTIME_VERSION", PyStr.of("1.2.13"));
    m.dict.put("__version__", PyStr.of("1.0"));
    return m;
  }

  static PyRaise error(int number, String when, String what) {
    return error("Error " + number + " " + when + (what == null ? "" : ": " + what));
  }

  private static PyRaise error(String message) {
    return Exc.raise((PyException) ERROR.call1(PyStr.of(message)));
  }

  static Inflation inflation(PyObject bits, PyObject dictionary) {
    byte[] d = dictionary == null ? null : dictionary(dictionary);
    try {
      return new Inflation(bits == null ? 15 : Arg.toInt(bits), d);
    } catch (PyRaise e) {
      throw e.matches(ERROR) ? Exc.valueError("Invalid initialization option") : e;
    }
  }

  private static byte[] dictionary(PyObject o) {
    if (!Obj.isBytesLike(o)) {
      throw Exc.typeError("zdict argument must support the buffer protocol");
    }
    byte[] b = Obj.bytesOf(o);
    return b.length == 0 ? null : b.clone();
  }

  @Builtin("compress(data, /, level=-1, wbits=15)")
  static PyObject compress(PyObject data, int level, PyObject windowBits) {
    byte[] in = Arg.toBytes(data);
    int bits = windowBits == null ? 15 : Arg.toInt(windowBits);
    if (level < -1 || level > 9) {
      throw error("Bad compression level");
    }
    Deflation d = new Deflation(level, bits, 0, null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(d.run(in));
    out.writeBytes(d.finish());
    return new PyBytes(out.toByteArray());
  }

  @Builtin("decompress(data, /, wbits=15, bufsize=16384)")
  static PyObject decompress(PyObject data, PyObject windowBits, PyObject size) {
    byte[] in = Arg.toBytes(data);
    if (size != null) {
      PyInt n = Obj.index(size);
      if (n.signum() < 0) {
        throw Exc.valueError("bufsize must be non-negative");
      }
      if (n.isBig()) {
        throw Exc.overflowError("Python int too large to convert to C ssize_t");
      }
    }
    Inflation f = new Inflation(windowBits == null ? 15 : Arg.toInt(windowBits), null);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length * 2 + 64);
    f.run(in, 0, out, Integer.MAX_VALUE);
    if (!f.isAtEnd()) {
      throw error(-5, "while decompressing data", "incomplete or truncated stream");
    }
    return new PyBytes(out.toByteArray());
  }

  @Builtin("compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)")
  static PyObject compressObject(
      int level,
      PyObject method,
      PyObject windowBits,
      PyObject memory,
      int strategy,
      PyObject dictionary) {
    if (method != null && Arg.toInt(method) != 8
        || memory != null && (Arg.toInt(memory) < 1 || Arg.toInt(memory) > 9)) {
      throw Exc.valueError("Invalid initialization option");
    }
    byte[] d =
        dictionary == null || dictionary == io.github.pycmaven.vm.core.object.PyNone.NONE
            ? null
            : Arg.toBytes(dictionary).clone();
    int bits = windowBits == null ? 15 : Arg.toInt(windowBits);
    return new PyCompress(new Deflation(level, bits, strategy, d));
  }

  @Builtin("decompressobj(wbits=15, zdict=b'')")
  static PyObject decompressObject(PyObject windowBits, PyObject dictionary) {
    return new PyDecompress(inflation(windowBits, dictionary));
  }

  @Builtin("crc32(data, value=0, /)")
  static long crc32(PyObject data, PyObject start) {
    return BinasciiModule.crc32(
        Arg.toBytes(data), start == null ? 0 : (int) Obj.index(start).big().longValue());
  }

  @Builtin("adler32(data, value=1, /)")
  static long adler32(PyObject data, PyObject start) {
    byte[] in = Arg.toBytes(data);
    long from = start == null ? 1 : Obj.index(start).big().longValue() & 0xffffffffL;
    if (from == 1) {
      Adler32 a = new Adler32();
      a.update(in);
      return a.getValue();
    }
    long low = (from & 0xffff) % 65521;
    long high = (from >>> 16) % 65521;
    for (byte x : in) {
      low = (low + (x & 0xff)) % 65521;
      high = (high + low) % 65521;
    }
    return high << 16 | low;
  }
}
