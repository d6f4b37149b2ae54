package io.github.pycmaven.compiler.assemble;

import io.github.pycmaven.compiler.ir.LinearCode;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;

/**
 * Writes {@code co_code}: two bytes for each instruction, prefix and cache.
 *
 * @cpython Python/assemble.c:write_instr
 */
final class BytecodeWriter {
  private BytecodeWriter() {}

  static byte[] write(LinearCode linear, Layout layout, OpcodeTable ops) {
    int size = linear.size();
    byte[] code = new byte[2 * layout.offsets[size]];
    byte prefix = (byte) ops.number(Op.EXTENDED_ARG);
    for (int i = 0; i < size; i++) {
      int at = 2 * layout.offsets[i];
      int arg = layout.args[i];
      for (int shift = 8 * Layout.prefixes(arg); shift > 0; shift -= 8) {
        code[at++] = prefix;
        code[at++] = (byte) (arg >> shift);
      }
      // The caches that follow are zero, and so is the number of CACHE.
      code[at] = (byte) ops.number(linear.op(i));
      code[at + 1] = (byte) arg;
    }
    return code;
  }
}
