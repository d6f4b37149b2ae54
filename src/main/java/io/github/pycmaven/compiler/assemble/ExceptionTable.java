package io.github.pycmaven.compiler.assemble;

import io.github.pycmaven.compiler.ir.LinearCode;
import io.github.pycmaven.util.ByteSink;

/**
 * Writes {@code co_exceptiontable}: for each stretch of code with one handler its start, length,
 * handler and depth of the stack, six bits to the byte.
 *
 * @cpython Python/assemble.c:assemble_exception_table
 */
final class ExceptionTable {
  private static final int START_OF_ENTRY = 0x80;
  private static final int MORE = 0x40;

  private final ByteSink table = new ByteSink(16);

  private ExceptionTable() {}

  static byte[] write(LinearCode linear, Layout layout) {
    ExceptionTable table = null;
    int handler = LinearCode.NO_HANDLER;
    int start = 0;
    int size = linear.size();
    for (int i = 0; i <= size; i++) {
      int next = i < size ? linear.handler(i) : LinearCode.NO_HANDLER;
      if (next == handler) {
        continue;
      }
      if (handler != LinearCode.NO_HANDLER) {
        if (table == null) {
          table = new ExceptionTable();
        }
        int offset = layout.offsets[start];
        table.put(offset, START_OF_ENTRY);
        table.put(layout.offsets[i] - offset, 0);
        table.put(layout.offsets[handler], 0);
        table.put(linear.handlerDepth(start), 0);
      }
      handler = next;
      start = i;
    }
    return table == null ? new byte[0] : table.table.toByteArray();
  }

  private void put(int value, int mark) {
    int bits = mark;
    for (int shift = 24; shift > 0; shift -= 6) {
      if (value >= 1 << shift) {
        table.put(value >> shift & 0x3f | MORE | bits);
        bits = 0;
      }
    }
    table.put(value & 0x3f | bits);
  }
}
