package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.object.MemoryItem;

/** UTF-16 and UTF-32, in an order that is given or that a mark at the start tells. */
final class WideDecoder extends ByteDecoder {
  private final int unit;

  /** -1 little endian, 1 big endian; 0 until a mark has told. */
  int order;

  private final int start;

  private WideDecoder(
      byte[] bytes, int unit, int order, int start, String name, String errors, boolean last) {
    super(bytes, name, errors, last);
    this.unit = unit;
    this.order = order;
    this.start = start;
  }

  static WideDecoder of(byte[] bytes, int unit, int order, String errors, boolean last) {
    int known = order;
    int start = 0;
    if (order == 0 && bytes.length >= unit) {
      long little = MemoryItem.bits(bytes, 0, unit, true);
      long big = MemoryItem.bits(bytes, 0, unit, false);
      if (little == 0xfeff) {
        known = -1;
        start = unit;
      } else if (big == 0xfeff) {
        known = 1;
        start = unit;
      }
    }
    String name = (unit == 2 ? "utf-16" : "utf-32") + (known <= 0 ? "-le" : "-be");
    return new WideDecoder(bytes, unit, known, start, name, errors, last);
  }

  private int unitAt(int at) {
    return (int) MemoryItem.bits(bytes, at, unit, order <= 0);
  }

  @Override
  int decode() {
    int i = start;
    while (i < bytes.length) {
      if (bytes.length - i < unit) {
        if (!last) {
          break;
        }
        i = handle(i, bytes.length, "truncated data");
        continue;
      }
      int c = unitAt(i);
      if (unit == 4) {
        i = point(i, c);
      } else if (c >>> 11 != 0x1b) {
        put(c);
        i += 2;
      } else {
        int next = pair(i, c);
        if (next < 0) {
          break;
        }
        i = next;
      }
    }
    return i;
  }

  private int point(int i, int c) {
    if (c >>> 11 == 0x1b) {
      return handle(i, i + 4, "code point in surrogate code point range");
    }
    if (c < 0 || c > 0x10ffff) {
      return handle(i, i + 4, "code point not in range(0x110000)");
    }
    put(c);
    return i + 4;
  }

  private int pair(int i, int c) {
    if (c >= 0xdc00) {
      return handle(i, i + 2, "illegal encoding");
    }
    if (bytes.length - i < 4) {
      return last ? handle(i, bytes.length, "unexpected end of data") : -1;
    }
    int low = unitAt(i + 2);
    if (low >>> 10 != 0x37) {
      return handle(i, i + 2, "illegal UTF-16 surrogate");
    }
    put((c - 0xd7c0 << 10) + (low & 0x3ff));
    return i + 4;
  }
}
