package io.github.pycmaven.vm.module.compression;

/**
 * Sizes of dictionaries, which LZMA2 writes in one byte: two or three times a power of two.
 *
 * @cpython Modules/_lzmamodule.c:_lzma__encode_filter_properties_impl
 */
final class LzmaDictionary {
  private static final int LARGEST = 40;

  private LzmaDictionary() {}

  /** The size of a code from 0 to 40. */
  static long size(int code) {
    return code == LARGEST ? 0xffff_ffffL : (2L | code & 1) << code / 2 + 11;
  }

  /** The code of the smallest size that is not below another. */
  static int code(long size) {
    int code = 0;
    while (code < LARGEST && size(code) < size) {
      code++;
    }
    return code;
  }

  /** Four bytes, the lowest first. */
  static long little(byte[] b, int at) {
    return b[at] & 0xff
        | (b[at + 1] & 0xff) << 8
        | (b[at + 2] & 0xff) << 16
        | (b[at + 3] & 0xffL) << 24;
  }
}
