package io.github.pycmaven.compiler.assemble;

import io.github.pycmaven.compiler.ir.LinearCode;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;

/**
 * Where each instruction lies, in code units, and the arguments of the jumps that follow from it.
 *
 * <p>An argument above 255 needs a prefix for each further byte, which moves what follows, which
 * may lengthen other arguments; so it is computed again until it holds. CPython starts from the
 * indices of the targets as arguments, before 3.13 from the numbers of their labels, and where it
 * ends may depend on that.
 *
 * @cpython Python/assemble.c:resolve_jump_offsets
 */
final class Layout {
  /** From the SEND of an {@code async for} to the END_SEND that debuggers look for, but caches. */
  private static final int END_SEND_OFFSET = 5;

  /** The offset of each instruction, its prefixes included, and of the end. */
  final int[] offsets;

  /** The argument of each instruction. */
  final int[] args;

  private final int[] caches;
  private int endSendOffset;

  private Layout(int size) {
    offsets = new int[size + 1];
    args = new int[size];
    caches = new int[size];
  }

  static Layout of(LinearCode code, OpcodeTable ops) {
    chooseDirections(code, ops);
    int size = code.size();
    Layout layout = new Layout(size);
    layout.endSendOffset = END_SEND_OFFSET + ops.caches(Op.RESUME);
    int jumps = 0;
    int[] jumpIndices = new int[size];
    for (int i = 0; i < size; i++) {
      Op op = code.op(i);
      layout.args[i] = code.firstArg(i);
      layout.caches[i] = ops.caches(op);
      if (ops.hasJump(op)) {
        jumpIndices[jumps++] = i;
      }
    }
    boolean changed = true;
    while (changed) {
      layout.place();
      changed = false;
      for (int j = 0; j < jumps; j++) {
        changed |= layout.aim(code, jumpIndices[j]);
      }
    }
    return layout;
  }

  private static void chooseDirections(LinearCode code, OpcodeTable ops) {
    boolean allDirected = ops.has(Op.POP_JUMP_FORWARD_IF_FALSE);
    for (int i = 0; i < code.size(); i++) {
      Op op = code.op(i);
      boolean ahead = code.arg(i) > i;
      if (op == Op.JUMP) {
        code.setOp(i, ahead ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD);
      } else if (op == Op.JUMP_NO_INTERRUPT) {
        code.setOp(i, ahead ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD_NO_INTERRUPT);
      } else if (allDirected && ops.isConditionalJump(op)) {
        code.setOp(i, directed(op, ahead));
      }
    }
  }

  private static Op directed(Op op, boolean ahead) {
    switch (op) {
      case POP_JUMP_IF_FALSE:
        return ahead ? Op.POP_JUMP_FORWARD_IF_FALSE : Op.POP_JUMP_BACKWARD_IF_FALSE;
      case POP_JUMP_IF_TRUE:
        return ahead ? Op.POP_JUMP_FORWARD_IF_TRUE : Op.POP_JUMP_BACKWARD_IF_TRUE;
      case POP_JUMP_IF_NONE:
        return ahead ? Op.POP_JUMP_FORWARD_IF_NONE : Op.POP_JUMP_BACKWARD_IF_NONE;
      default:
        return ahead ? Op.POP_JUMP_FORWARD_IF_NOT_NONE : Op.POP_JUMP_BACKWARD_IF_NOT_NONE;
    }
  }

  private void place() {
    int offset = 0;
    for (int i = 0; i < args.length; i++) {
      offsets[i] = offset;
      offset += prefixes(args[i]) + 1 + caches[i];
    }
    offsets[args.length] = offset;
  }

  /** Computes the argument of a jump and says whether its length changed. */
  private boolean aim(LinearCode code, int index) {
    int old = prefixes(args[index]);
    int target = offsets[code.arg(index)];
    int next = offsets[index + 1];
    if (code.op(index) == Op.END_ASYNC_FOR) {
      args[index] = next - target - endSendOffset;
    } else {
      args[index] = Math.abs(target - next);
    }
    return prefixes(args[index]) != old;
  }

  /** How many prefixes an argument needs. */
  static int prefixes(int arg) {
    return arg <= 0xff ? 0 : arg <= 0xffff ? 1 : arg <= 0xffffff ? 2 : 3;
  }
}
