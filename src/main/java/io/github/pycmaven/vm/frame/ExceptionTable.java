package io.github.pycmaven.vm.frame;

import java.util.Arrays;

/** Reads a code object's exception table. */
final class ExceptionTable {
  private ExceptionTable() {}

  /** Four ints a row: first and end instruction, handler, depth * 2 + (pushes lasti). */
  static int[] decode(byte[] table, int[] indexAt) {
    int[] out = new int[16];
    int n = 0;
    int[] at = {0};
    while (at[0] < table.length) {
      int start = varint(table, at);
      int size = varint(table, at);
      int target = varint(table, at);
      int depth = varint(table, at);
      if (n + 4 > out.length) {
        out = Arrays.copyOf(out, n * 2);
      }
      out[n++] = indexAt[start];
      out[n++] = indexAt[start + size];
      out[n++] = indexAt[target];
      out[n++] = depth;
    }
    return Arrays.copyOf(out, n);
  }

  /** The code units where handlers begin. */
  static int[] handlers(byte[] table) {
    int[] out = new int[table.length];
    int n = 0;
    int[] at = {0};
    while (at[0] < table.length) {
      varint(table, at);
      varint(table, at);
      out[n++] = varint(table, at);
      varint(table, at);
    }
    return Arrays.copyOf(out, n);
  }

  private static int varint(byte[] b, int[] at) {
    int v = b[at[0]] & 63;
    while ((b[at[0]++] & 64) != 0) {
      v = v << 6 | b[at[0]] & 63;
    }
    return v;
  }
}
