package io.github.pycmaven.compiler.assemble;

import io.github.pycmaven.compiler.ir.LinearCode;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.OpcodeTable;
import io.github.pycmaven.util.ByteSink;

/**
 * Writes {@code co_linetable}: for each run of instructions at one place an entry with its length,
 * of the shortest form that holds the place.
 *
 * @cpython Python/assemble.c:assemble_location_info
 */
final class LocationTable {
  private static final int LONGEST = 8;

  // Forms of entries.
  private static final int ONE_LINE = 10;
  private static final int NO_COLUMNS = 13;
  private static final int LONG = 14;
  private static final int NOWHERE = 15;

  private final ByteSink table;
  private int line;

  private LocationTable(int firstLine, int room) {
    line = firstLine;
    table = new ByteSink(room);
  }

  /**
   * Writes the table.
   *
   * @param joins whether instructions one after another at the same place share an entry
   */
  static byte[] write(
      LinearCode linear, Layout layout, OpcodeTable ops, int firstLine, boolean joins) {
    LocationTable table = new LocationTable(firstLine, 2 * linear.size());
    Span[] spans = resolve(linear, ops);
    Span current = Span.NONE;
    int start = 0;
    for (int i = 0; i < spans.length; i++) {
      Span span = spans[i];
      if (!joins || span != current && !isSame(span, current)) {
        table.put(current, layout.offsets[i] - start);
        current = span;
        start = layout.offsets[i];
      }
    }
    table.put(current, layout.offsets[spans.length] - start);
    return table.table.toByteArray();
  }

  private static boolean isSame(Span a, Span b) {
    return a.column() == b.column()
        && a.line() == b.line()
        && a.endColumn() == b.endColumn()
        && a.endLine() == b.endLine();
  }

  /** The places of all instructions, {@link Span#NEXT} replaced. */
  private static Span[] resolve(LinearCode linear, OpcodeTable ops) {
    Span[] spans = new Span[linear.size()];
    for (int i = spans.length - 1; i >= 0; i--) {
      Span span = linear.span(i);
      if (span == Span.NEXT || isSame(span, Span.NEXT)) {
        span = ops.isTerminator(linear.op(i)) ? Span.NONE : spans[i + 1];
      }
      spans[i] = span;
    }
    return spans;
  }

  private void put(Span span, int units) {
    int left = units;
    while (left > LONGEST) {
      putEntry(span, LONGEST);
      left -= LONGEST;
    }
    if (left > 0) {
      putEntry(span, left);
    }
  }

  private void putEntry(Span span, int units) {
    if (span.line() == Span.NONE.line()) {
      putFirst(NOWHERE, units);
      return;
    }
    int delta = span.line() - line;
    int column = span.column();
    int endColumn = span.endColumn();
    boolean isOneLine = span.endLine() == span.line();
    if (column < 0 || endColumn < 0) {
      if (isOneLine || span.endLine() < 0) {
        putFirst(NO_COLUMNS, units);
        putSigned(delta);
        line = span.line();
        return;
      }
    } else if (isOneLine) {
      if (delta == 0 && column < 80 && endColumn - column < 16 && endColumn >= column) {
        putFirst(column >> 3, units);
        table.put((column & 7) << 4 | endColumn - column);
        return;
      }
      if (delta >= 0 && delta < 3 && column < 128 && endColumn < 128) {
        putFirst(ONE_LINE + delta, units);
        table.put(column);
        table.put(endColumn);
        line = span.line();
        return;
      }
    }
    putFirst(LONG, units);
    putSigned(delta);
    putUnsigned(span.endLine() - span.line());
    putUnsigned(column + 1);
    putUnsigned(endColumn + 1);
    line = span.line();
  }

  private void putFirst(int form, int units) {
    table.put(0x80 | form << 3 | units - 1);
  }

  private void putSigned(int value) {
    putUnsigned(value < 0 ? -value << 1 | 1 : value << 1);
  }

  private void putUnsigned(int value) {
    int left = value;
    while (left >>> 6 != 0) {
      table.put(left & 0x3f | 0x40);
      left >>>= 6;
    }
    table.put(left);
  }
}
