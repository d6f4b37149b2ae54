package io.github.pycmaven.vm.module.compression;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.XZFormatException;

/** {@code lzma.LZMADecompressor}. */
@BuiltinType("_lzma.LZMADecompressor")
final class PyLzmaDecompressor extends PyDecompressor {
  static final PyType TYPE =
      PyType.builtin("_lzma.LZMADecompressor", new PyLzmaDecompressorTable())
          .with(shared())
          .forbidSubclasses();

  /** How every xz stream begins. */
  private static final int XZ_MAGIC = 0xfd;

  /** The first byte of the other format is below this. */
  private static final int MAX_PROPERTIES = 225;

  /** Bytes of properties, size of the dictionary, and size of what was compressed. */
  private static final int ALONE_HEADER = 13;

  /** Files of more than 256 GiB are thought to be of another kind. */
  private static final long LARGEST = 1L << 38;

  private final Check check;

  private PyLzmaDecompressor(Check check, PulledDecoder.Opener opener) {
    super(TYPE, new PulledDecoder(opener, LzmaModule::error));
    this.check = check;
  }

  /** The integrity check of a stream, once that is known. */
  private static final class Check {
    volatile int id = LzmaModule.CHECK_UNKNOWN;
  }

  @Builtin("__new__(cls, format=0, memlimit=None, filters=None)")
  static PyObject create(PyType cls, int format, PyObject memory, PyObject filters) {
    boolean hasFilters = PyNone.toNull(filters) != null;
    boolean hasLimit = PyNone.toNull(memory) != null;
    if (hasLimit && format == LzmaModule.FORMAT_RAW) {
      throw Exc.valueError("Cannot specify memory limit with FORMAT_RAW");
    }
    if (format == LzmaModule.FORMAT_RAW && !hasFilters) {
      throw Exc.valueError("Must specify filters for FORMAT_RAW");
    }
    if (format != LzmaModule.FORMAT_RAW && hasFilters) {
      throw Exc.valueError("Cannot specify filters except with FORMAT_RAW");
    }
    if (format < LzmaModule.FORMAT_AUTO || format > LzmaModule.FORMAT_RAW) {
      throw Exc.valueError("Invalid container format: " + format);
    }
    Check check = new Check();
    if (format == LzmaModule.FORMAT_RAW) {
      List<LzmaFilters.Filter> chain = LzmaFilters.chain(filters);
      check.id = LzmaModule.CHECK_NONE;
      return new PyLzmaDecompressor(check, in -> raw(in, chain));
    }
    // The library counts in units of 1024 bytes, and wants no number for no limit.
    int limit = hasLimit ? (int) Math.min(Integer.MAX_VALUE, Arg.toLong(memory) >> 10) : -1;
    return new PyLzmaDecompressor(check, in -> open(in, format, limit, check));
  }

  private static InputStream open(InputStream in, int format, int limit, Check check)
      throws IOException {
    PushbackInputStream all = new PushbackInputStream(in, ALONE_HEADER);
    int first = all.read();
    all.unread(first);
    if (format == LzmaModule.FORMAT_XZ || format == LzmaModule.FORMAT_AUTO && first == XZ_MAGIC) {
      SingleXZInputStream xz = new SingleXZInputStream(all, limit);
      check.id = xz.getCheckType();
      return xz;
    }
    byte[] header = all.readNBytes(ALONE_HEADER);
    all.unread(header);
    if (!isAlone(header)) {
      throw new XZFormatException();
    }
    InputStream alone = new LZMAInputStream(all, limit);
    check.id = LzmaModule.CHECK_NONE;
    return alone;
  }

  /**
   * Whether bytes are what encoders write at the beginning: the format has no magic number.
   *
   * @cpython Modules/_lzmamodule.c:_lzma_LZMADecompressor_impl
   */
  private static boolean isAlone(byte[] header) {
    long dictionary = LzmaDictionary.little(header, 1);
    long size = LzmaDictionary.little(header, 5) | LzmaDictionary.little(header, 9) << 32;
    boolean roundSize =
        dictionary == 0xffff_ffffL
            || LzmaDictionary.size(LzmaDictionary.code(dictionary)) == dictionary
            || Long.bitCount(dictionary) <= 1;
    return (header[0] & 0xff) < MAX_PROPERTIES
        && roundSize
        && (size == -1 || size >= 0 && size < LARGEST);
  }

  private static InputStream raw(InputStream in, List<LzmaFilters.Filter> chain)
      throws IOException {
    InputStream top = in;
    for (int i = chain.size() - 1; i >= 0; i--) {
      LzmaFilters.Filter filter = chain.get(i);
      if (filter.isLzma1()) {
        LZMA2Options o = (LZMA2Options) filter.options();
        top = new LZMAInputStream(top, -1, o.getLc(), o.getLp(), o.getPb(), o.getDictSize(), null);
      } else {
        top = filter.options().getInputStream(top, ArrayCache.getDefaultCache());
      }
    }
    return top;
  }

  @Getter("check")
  int check() {
    return check.id;
  }
}
