package io.github.pycmaven.source;

/** UTF-16 and UTF-32; a cookie can name them, though hardly any source survives it. */
final class WideDecoder implements TextDecoder {
  private final int width;
  private final boolean bigEndian;
  private final boolean marked;

  /**
   * A decoder.
   *
   * @param width bytes of a unit, 2 or 4
   * @param bigEndian the order of bytes
   * @param marked whether a byte order mark is looked for
   */
  WideDecoder(int width, boolean bigEndian, boolean marked) {
    this.width = width;
    this.bigEndian = bigEndian;
    this.marked = marked;
  }

  @Override
  public String decode(byte[] in, CodePoints out) {
    boolean big = bigEndian;
    int i = 0;
    if (marked && in.length >= width) {
      if (unit(in, 0, false) == 0xfeff) {
        i = width;
      } else if (unit(in, 0, true) == 0xfeff) {
        big = true;
        i = width;
      }
    }
    String name = "utf-" + 8 * width + (big ? "-be" : "-le");
    for (; i < in.length; i += width) {
      if (i + width > in.length) {
        return TextDecoder.error(name, in, i, in.length, "truncated data");
      }
      long c = unit(in, i, big) & 0xffffffffL;
      if (width == 4) {
        if (c > 0x10ffff) {
          return TextDecoder.error(name, in, i, i + 4, "code point not in range(0x110000)");
        }
        if (c >= 0xd800 && c < 0xe000) {
          return TextDecoder.error(
              name, in, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)");
        }
      } else if (c >= 0xdc00 && c < 0xe000) {
        return TextDecoder.error(name, in, i, i + 2, "illegal encoding");
      } else if (c >= 0xd800 && c < 0xdc00) {
        if (i + 4 > in.length) {
          return TextDecoder.error(name, in, i, in.length, "unexpected end of data");
        }
        int low = unit(in, i + 2, big);
        if (low < 0xdc00 || low > 0xdfff) {
          return TextDecoder.error(name, in, i, i + 2, "illegal UTF-16 surrogate");
        }
        c = 0x10000 + (c - 0xd800 << 10) + low - 0xdc00;
        i += 2;
      }
      out.add((int) c);
    }
    return null;
  }

  private int unit(byte[] in, int at, boolean big) {
    int unit = 0;
    for (int i = 0; i < width; i++) {
      unit = unit << 8 | in[at + (big ? i : width - 1 - i)] & 0xff;
    }
    return unit;
  }
}
