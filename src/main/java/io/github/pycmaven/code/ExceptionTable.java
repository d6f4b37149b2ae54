package io.github.pycmaven.code;

import java.util.ArrayList;
import java.util.List;

/**
 * The decoded form of {@code co_exceptiontable}. Bytes that are no such table give the entries
 * before the fault.
 *
 * @cpython InternalDocs/exception_handling.md
 */
public final class ExceptionTable {
  /**
   * A stretch of code with one handler, in code units.
   *
   * @param depth how many values the handler leaves on the stack
   * @param lasti whether it wants the offset of the instruction that raised
   */
  public record Entry(int start, int end, int target, int depth, boolean lasti) {}

  private final byte[] table;
  private int at;

  private ExceptionTable(byte[] table) {
    this.table = table;
  }

  /** The entries in their order. */
  public static List<Entry> entries(byte[] table) {
    ExceptionTable reader = new ExceptionTable(table);
    List<Entry> entries = new ArrayList<>();
    while (reader.at < table.length) {
      int start = reader.next();
      int length = reader.next();
      int target = reader.next();
      int depth = reader.next();
      if (depth < 0) {
        break;
      }
      entries.add(new Entry(start, start + length, target, depth >> 1, (depth & 1) != 0));
    }
    return entries;
  }

  /** The next number, or -1 at the end. */
  private int next() {
    int value = 0;
    while (at < table.length) {
      int b = table[at++];
      value = value << 6 | b & 0x3f;
      if ((b & 0x40) == 0) {
        return value & Integer.MAX_VALUE;
      }
    }
    return -1;
  }
}
