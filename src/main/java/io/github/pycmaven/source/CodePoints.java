package io.github.pycmaven.source;

import java.util.Arrays;

/** A text that is being decoded, as code points; surrogates may be among them. */
final class CodePoints {
  private int[] points;
  private int length;

  CodePoints(int expected) {
    points = new int[Math.max(16, expected)];
  }

  void add(int point) {
    if (length == points.length) {
      points = Arrays.copyOf(points, length * 2);
    }
    points[length++] = point;
  }

  /** The place of the first surrogate, which UTF-8 has no bytes for, or -1. */
  int firstSurrogate() {
    for (int i = 0; i < length; i++) {
      if (points[i] >>> 11 == 0x1b) {
        return i;
      }
    }
    return -1;
  }

  int at(int index) {
    return points[index];
  }

  byte[] toUtf8() {
    byte[] bytes = new byte[length * 4];
    int n = 0;
    for (int i = 0; i < length; i++) {
      int c = points[i];
      if (c < 0x80) {
        bytes[n++] = (byte) c;
      } else if (c < 0x800) {
        bytes[n++] = (byte) (0xc0 | c >> 6);
        bytes[n++] = (byte) (0x80 | c & 0x3f);
      } else if (c < 0x10000) {
        bytes[n++] = (byte) (0xe0 | c >> 12);
        bytes[n++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[n++] = (byte) (0x80 | c & 0x3f);
      } else {
        bytes[n++] = (byte) (0xf0 | c >> 18);
        bytes[n++] = (byte) (0x80 | c >> 12 & 0x3f);
        bytes[n++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[n++] = (byte) (0x80 | c & 0x3f);
      }
    }
    return Arrays.copyOf(bytes, n);
  }
}
