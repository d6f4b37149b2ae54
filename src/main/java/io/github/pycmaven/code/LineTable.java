package io.github.pycmaven.code;

import java.util.Arrays;

/**
 * The places of instructions, decoded from any of the three forms that CPython has had. Bytes that
 * are no such table give what could be read of them.
 *
 * @cpython Objects/codeobject.c (3.8 to 3.14)
 */
public final class LineTable {
  private static final int NONE = -1;

  /** Four numbers for each code unit: line, end line, column, end column. */
  private final int[] places;

  private final byte[] table;
  private int at;

  private LineTable(byte[] table, int units) {
    this.table = table;
    places = new int[4 * units];
    Arrays.fill(places, NONE);
  }

  /** Of {@code co_linetable} since 3.11, over a code of some code units. */
  public static LineTable ofLocations(byte[] table, int firstLine, int units) {
    LineTable result = new LineTable(table, units);
    result.readLocations(firstLine);
    return result;
  }

  /** Of {@code co_linetable} of 3.10. */
  public static LineTable ofRanges(byte[] table, int firstLine, int units) {
    LineTable result = new LineTable(table, units);
    int line = firstLine;
    int unit = 0;
    for (int i = 0; i + 1 < table.length; i += 2) {
      int length = (table[i] & 0xff) / 2;
      int delta = table[i + 1];
      boolean isNowhere = delta == -128;
      line += isNowhere ? 0 : delta;
      result.fill(unit, length, isNowhere ? NONE : line, NONE, NONE, NONE);
      unit += length;
    }
    return result;
  }

  /** Of {@code co_lnotab}, until 3.9. */
  public static LineTable ofSteps(byte[] table, int firstLine, int units) {
    LineTable result = new LineTable(table, units);
    int line = firstLine;
    int unit = 0;
    for (int i = 0; i + 1 < table.length; i += 2) {
      int length = (table[i] & 0xff) / 2;
      result.fill(unit, length, line, NONE, NONE, NONE);
      unit += length;
      line += table[i + 1];
    }
    result.fill(unit, units, line, NONE, NONE, NONE);
    return result;
  }

  private void fill(int unit, int length, int line, int endLine, int column, int endColumn) {
    int end = Math.min(places.length / 4, unit + length);
    for (int i = unit; i < end; i++) {
      places[4 * i] = line;
      places[4 * i + 1] = endLine;
      places[4 * i + 2] = column;
      places[4 * i + 3] = endColumn;
    }
  }

  private void readLocations(int firstLine) {
    int line = firstLine;
    int unit = 0;
    while (at < table.length) {
      int first = table[at++];
      int form = first >> 3 & 15;
      int length = (first & 7) + 1;
      if (form < 10) {
        int second = nextByte();
        int column = form << 3 | second >> 4 & 7;
        fill(unit, length, line, line, column, column + (second & 15));
      } else if (form < 13) {
        line += form - 10;
        int column = nextByte();
        fill(unit, length, line, line, column, nextByte());
      } else if (form == 13) {
        line += nextSigned();
        fill(unit, length, line, line, NONE, NONE);
      } else if (form == 14) {
        line += nextSigned();
        int endLine = line + nextUnsigned();
        int column = nextUnsigned() - 1;
        fill(unit, length, line, endLine, column, nextUnsigned() - 1);
      }
      unit += length;
    }
  }

  private int nextByte() {
    return at < table.length ? table[at++] & 0xff : 0;
  }

  private int nextUnsigned() {
    int value = 0;
    int shift = 0;
    int b = 0x40;
    while ((b & 0x40) != 0 && at < table.length) {
      b = table[at++];
      value |= (b & 0x3f) << shift;
      shift += 6;
    }
    return value;
  }

  private int nextSigned() {
    int value = nextUnsigned();
    return (value & 1) != 0 ? -(value >>> 1) : value >>> 1;
  }

  /** The line of a code unit, or -1. */
  public int line(int unit) {
    return places[4 * unit];
  }

  /** The last line of a code unit's place, or -1. */
  public int endLine(int unit) {
    return places[4 * unit + 1];
  }

  /** The first column of a code unit's place in bytes, or -1. */
  public int column(int unit) {
    return places[4 * unit + 2];
  }

  /** The column after a code unit's place in bytes, or -1. */
  public int endColumn(int unit) {
    return places[4 * unit + 3];
  }
}
