package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.XZFormatException;

/**
 * The module {@code _lzma}.
 *
 * @cpython Modules/_lzmamodule.c
 */
@BuiltinModule("_lzma")
public final class LzmaModule {
  static final int FORMAT_AUTO = 0;
  static final int FORMAT_XZ = 1;
  static final int FORMAT_ALONE = 2;
  static final int FORMAT_RAW = 3;
  static final int CHECK_NONE = 0;
  static final int CHECK_CRC64 = 4;
  static final int CHECK_UNKNOWN = 16;
  private static final int CHECK_ID_MAX = 15;
  private static final PyType ERROR = Exc.declare("_lzma", "LZMAError", Exc.Exception);
  private static final String NUMBERS =
      "FORMAT_AUTO=0 FORMAT_XZ=1 FORMAT_ALONE=2 FORMAT_RAW=3 CHECK_NONE=0 CHECK_CRC32=1 "
          + "CHECK_CRC64=4 CHECK_SHA256=10 CHECK_ID_MAX=15 CHECK_UNKNOWN=16 "
          + "FILTER_LZMA1=4611686018427387905 FILTER_LZMA2=33 FILTER_DELTA=3 FILTER_X86=4 "
          + "FILTER_POWERPC=5 FILTER_IA64=6 FILTER_ARM=7 FILTER_ARMTHUMB=8 FILTER_SPARC=9 "
          + "MF_HC3=3 MF_HC4=4 MF_BT2=18 MF_BT3=19 MF_BT4=20 MODE_FAST=1 MODE_NORMAL=2 "
          + "PRESET_DEFAULT=6 PRESET_EXTREME=2147483648";

  private LzmaModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new LzmaModuleTable());
    m.dict.put("LZMAError", ERROR);
    m.dict.put("LZMACompressor", PyLzmaCompressor.TYPE);
    m.dict.put("LZMADecompressor", PyLzmaDecompressor.TYPE);
    for (String n : NUMBERS.split(" ")) {
      int equals = n.indexOf('=');
      m.dict.put(n.substring(0, equals), PyInt.of(Long.parseLong(n.substring(equals + 1))));
    }
    return m;
  }

  static PyRaise error(String message) {
    return Exc.raise((PyException) ERROR.call1(PyStr.of(message)));
  }

  /** What liblzma would say. */
  static PyRaise error(Exception e) {
    if (e instanceof XZFormatException) {
      return error("Input format not supported by decoder");
    }
    if (e instanceof MemoryLimitException) {
      return error("Memory usage limit exceeded");
    }
    return error(
        e instanceof UnsupportedOptionsException
            ? "Invalid or unsupported options"
            : "Corrupt input data");
  }

  @Builtin("is_check_supported(check_id, /)")
  static boolean isCheckSupported(int check) {
    return check == CHECK_NONE || check == 1 || check == CHECK_CRC64 || check == 10;
  }

  static boolean isCheck(int check) {
    return check >= 0 && check <= CHECK_ID_MAX;
  }

  @Builtin("_encode_filter_properties(filter, /)")
  static PyObject encode(PyObject specifier) {
    LzmaFilters.Filter filter = LzmaFilters.filter(specifier);
    if (filter.options() instanceof LZMA2Options o) {
      int size = o.getDictSize();
      if (!filter.isLzma1()) {
        return new PyBytes(new byte[] {(byte) LzmaDictionary.code(size)});
      }
      int first = (o.getPb() * 5 + o.getLp()) * 9 + o.getLc();
      return new PyBytes(
          new byte[] {
            (byte) first, (byte) size, (byte) (size >> 8), (byte) (size >> 16), (byte) (size >> 24)
          });
    }
    if (filter.options() instanceof DeltaOptions d) {
      return new PyBytes(new byte[] {(byte) (d.getDistance() - 1)});
    }
    return PyBytes.EMPTY;
  }

  @Builtin("_decode_filter_properties(filter_id, encoded_props, /)")
  static PyObject decode(long id, PyObject properties) {
    byte[] p = Arg.toBytes(properties);
    PyDict dict = new PyDict();
    dict.put("id", PyInt.of(id));
    if (id == LzmaFilters.LZMA1 && p.length == 5) {
      int first = p[0] & 0xff;
      dict.put("lc", PyInt.of(first % 9));
      dict.put("lp", PyInt.of(first / 9 % 5));
      dict.put("pb", PyInt.of(first / 45));
      dict.put("dict_size", PyInt.of(LzmaDictionary.little(p, 1)));
    } else if (id == LzmaFilters.LZMA2 && p.length == 1 && p[0] >= 0 && p[0] <= 40) {
      dict.put("dict_size", PyInt.of(LzmaDictionary.size(p[0])));
    } else if (id == 3 && p.length == 1) {
      dict.put("dist", PyInt.of((p[0] & 0xff) + 1));
    } else if (id < 4 || id > 9 || p.length != 0 && p.length != 4) {
      throw error("Invalid or unsupported options");
    } else if (p.length == 4) {
      dict.put("start_offset", PyInt.of(LzmaDictionary.little(p, 0)));
    }
    return dict;
  }
}
