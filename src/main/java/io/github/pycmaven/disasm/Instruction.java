package io.github.pycmaven.disasm;

import io.github.pycmaven.target.ArgKind;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;
import io.github.pycmaven.target.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * A decoded instruction, its prefixes folded in.
 *
 * @param unit the code unit of the operation, behind its prefixes
 * @param number the number of the operation
 * @param op the operation, or null if the version has none of that number
 * @param arg the argument
 * @param target the code unit that it jumps to, or -1
 */
record Instruction(int unit, int number, Op op, int arg, int target) {

  static List<Instruction> decode(byte[] code, Target version) {
    OpcodeTable ops = version.opcodes();
    List<Instruction> instructions = new ArrayList<>();
    int units = code.length / 2;
    int prefix = 0;
    int unit = 0;
    while (unit < units) {
      int number = code[2 * unit] & 0xff;
      int arg = prefix | code[2 * unit + 1] & 0xff;
      Op op = ops.op(number);
      if (op == Op.EXTENDED_ARG) {
        prefix = arg << 8;
        unit++;
        continue;
      }
      int next = unit + 1 + (op == null ? 0 : ops.caches(op));
      instructions.add(new Instruction(unit, number, op, arg, target(op, arg, next, version)));
      prefix = 0;
      unit = next;
    }
    return instructions;
  }

  private static int target(Op op, int arg, int next, Target version) {
    if (op == null) {
      return -1;
    }
    int units = version.has(Feature.UNIT_JUMPS) ? arg : arg / 2;
    ArgKind kind = version.opcodes().kind(op);
    if (kind == ArgKind.JABS) {
      return units;
    }
    if (kind == ArgKind.JREL) {
      boolean isBackward = op == Op.END_ASYNC_FOR || op.name().contains("BACKWARD");
      return isBackward ? next - units : next + units;
    }
    return -1;
  }
}
