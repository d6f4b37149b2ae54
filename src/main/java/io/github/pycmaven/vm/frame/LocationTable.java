package io.github.pycmaven.vm.frame;

import java.util.ArrayList;
import java.util.List;

/** Reads a code object's table of source positions. */
final class LocationTable {
  /** Positions of a run of code units; -1 where there is none. */
  record Entry(int start, int end, int line, int endLine, int column, int endColumn) {}

  private LocationTable() {}

  static int lineAt(byte[] table, int firstLine, int unit) {
    int line = firstLine;
    int at = 0;
    int start = 0;
    while (at < table.length) {
      int first = table[at] & 0xff;
      int kind = first >> 3 & 15;
      int length = (first & 7) + 1;
      int[] p = {at + 1};
      if (kind == 14 || kind == 13) {
        line += signed(table, p);
      } else if (kind >= 10 && kind <= 12) {
        line += kind - 10;
      }
      if (unit < start + length) {
        return kind == 15 ? -1 : line;
      }
      start += length;
      at++;
      while (at < table.length && (table[at] & 0x80) == 0) {
        at++;
      }
    }
    return -1;
  }

  static List<Entry> entries(byte[] table, int firstLine) {
    List<Entry> out = new ArrayList<>();
    int line = firstLine;
    int start = 0;
    int[] p = {0};
    while (p[0] < table.length) {
      int first = table[p[0]++] & 0xff;
      int kind = first >> 3 & 15;
      int length = (first & 7) + 1;
      Entry e;
      if (kind == 15) {
        e = new Entry(start, start + length, -1, -1, -1, -1);
      } else if (kind == 14) {
        line += signed(table, p);
        int endLine = line + unsigned(table, p);
        int column = unsigned(table, p) - 1;
        int endColumn = unsigned(table, p) - 1;
        e = new Entry(start, start + length, line, endLine, column, endColumn);
      } else if (kind == 13) {
        line += signed(table, p);
        e = new Entry(start, start + length, line, line, -1, -1);
      } else if (kind >= 10) {
        line += kind - 10;
        int column = table[p[0]++] & 0xff;
        int endColumn = table[p[0]++] & 0xff;
        e = new Entry(start, start + length, line, line, column, endColumn);
      } else {
        int second = table[p[0]++] & 0xff;
        int column = kind << 3 | second >> 4;
        e = new Entry(start, start + length, line, line, column, column + (second & 15));
      }
      out.add(e);
      start += length;
    }
    return out;
  }

  private static int unsigned(byte[] b, int[] p) {
    int v = 0;
    int shift = 0;
    while (true) {
      int x = b[p[0]++];
      v |= (x & 63) << shift;
      if ((x & 64) == 0) {
        return v;
      }
      shift += 6;
    }
  }

  private static int signed(byte[] b, int[] p) {
    int v = unsigned(b, p);
    return (v & 1) != 0 ? -(v >>> 1) : v >>> 1;
  }
}
