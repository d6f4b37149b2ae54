package io.github.pycmaven.vm.module.struct;

import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.MemoryItem;
import java.util.Arrays;

/** A format, read: what lies where. */
final class Layout {
  private static final String NATIVE = "xcbB?hHiIlLqQnNPefdspFD";
  private static final String STANDARD = "xcbB?hHiIlLqQefdspFD";

  /** One letter with its count; for s and p the count is the size. */
  static final class Field {
    final char code;
    final int count;
    final int size;
    final int offset;

    Field(char code, int count, int size, int offset) {
      this.code = code;
      this.count = count;
      this.size = size;
      this.offset = offset;
    }
  }

  final Field[] fields;
  final int size;
  final int values;
  final boolean little;
  final boolean aligned;

  Layout(String format) {
    int at = 0;
    boolean isNative = true;
    boolean align = true;
    boolean isLittle = true;
    if (!format.isEmpty()) {
      char c = format.charAt(0);
      if ("@=<>!".indexOf(c) >= 0) {
        at = 1;
        align = c == '@';
        isNative = align;
        isLittle = c != '>' && c != '!';
      }
    }
    little = isLittle;
    aligned = isNative;
    Field[] found = new Field[8];
    int n = 0;
    long total = 0;
    long items = 0;
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (isSpace(c)) {
        continue;
      }
      if (c == 0) {
        throw error("embedded null character");
      }
      long count = 1;
      if (c >= '0' && c <= '9') {
        count = c - '0';
        while (at < format.length() && (c = format.charAt(at)) >= '0' && c <= '9') {
          count = count * 10 + c - '0';
          at++;
          if (count > Integer.MAX_VALUE * 16L) {
            throw error("total struct size too long");
          }
        }
        if (at == format.length()) {
          throw error("repeat count given without format specifier");
        }
        c = format.charAt(at++);
        if (c == 0) {
          throw error("embedded null character");
        }
      }
      if ((isNative ? NATIVE : STANDARD).indexOf(c) < 0) {
        throw error("bad char in struct format");
      }
      int width = width(c, isNative);
      if (align) {
        int to = alignment(c, width);
        total = (total + to - 1) / to * to;
      }
      if (n == found.length) {
        found = Arrays.copyOf(found, n * 2);
      }
      if (total + count * width > Integer.MAX_VALUE - 16) {
        throw error("total struct size too long");
      }
      if (c == 's' || c == 'p') {
        found[n++] = new Field(c, 1, (int) count, (int) total);
        items++;
      } else if (c != 'x' && count > 0) {
        found[n++] = new Field(c, (int) count, width, (int) total);
        items += count;
      }
      total += count * width;
    }
    fields = Arrays.copyOf(found, n);
    size = (int) total;
    values = (int) items;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static PyRaise error(String message) {
    return StructModule.error(message);
  }

  private static int width(char c, boolean isNative) {
    switch (c) {
      case 'x':
      case 's':
      case 'p':
        return 1;
      case 'l':
      case 'L':
        return isNative ? 8 : 4;
      case 'F':
        return 8;
      case 'D':
        return 16;
      default:
        return MemoryItem.size(c);
    }
  }

  private static int alignment(char c, int width) {
    return c == 'F' ? 4 : c == 'D' ? 8 : width;
  }
}
