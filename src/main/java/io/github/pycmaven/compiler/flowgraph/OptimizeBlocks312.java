package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.arithmetic.Truth;
import io.github.pycmaven.target.Op;

/**
 * Looks at each instruction together with its neighbours, or with the place that it jumps to, and
 * replaces them by something shorter, constants included.
 *
 * @cpython Python/flowgraph.c:optimize_basic_block (3.12)
 */
final class OptimizeBlocks312 implements Pass {
  private final FoldConstants fold;

  OptimizeBlocks312(FoldConstants fold) {
    this.fold = fold;
  }

  @Override
  public void run(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      optimize(graph, b);
    }
  }

  private void optimize(FlowGraph graph, Block block) {
    // A copy of a constant is treated as its load, until something else comes.
    int constant = -1;
    for (int i = 0; i < block.size(); i++) {
      FlowInstr instr = block.get(i);
      boolean isCopy = constant >= 0 && instr.op == Op.COPY && instr.arg == 1;
      if (!isCopy) {
        constant = instr.op == Op.LOAD_CONST ? instr.arg : -1;
      }
      if (constant >= 0) {
        i = constant(graph, block, i, constant);
      } else {
        i = other(graph, block, i);
      }
    }
  }

  /** Looks at a constant on the stack; returns the index of the last instruction looked at. */
  static int constant(FlowGraph graph, Block block, int i, int index) {
    Op next = block.opAt(i + 1);
    if (next == null) {
      return i;
    }
    FlowInstr instr = block.get(i);
    Constant value = graph.consts.get(index);
    switch (next) {
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE:
        SimplifyConstantTests.decideJump(instr, block.get(i + 1), Truth.of(value));
        break;
      case IS_OP:
        Op jump = block.opAt(i + 2);
        if (value == Constant.Singleton.NONE
            && (jump == Op.POP_JUMP_IF_FALSE || jump == Op.POP_JUMP_IF_TRUE)) {
          boolean isNegated = (block.get(i + 1).arg != 0) != (jump == Op.POP_JUMP_IF_FALSE);
          instr.clear();
          block.get(i + 1).clear();
          block.get(i + 2).op = isNegated ? Op.POP_JUMP_IF_NOT_NONE : Op.POP_JUMP_IF_NONE;
        }
        break;
      case RETURN_VALUE:
        if (graph.ops.has(Op.RETURN_CONST)) {
          instr.clear();
          block.get(i + 1).set(Op.RETURN_CONST, index);
          return i + 1;
        }
        break;
      default:
        break;
    }
    return i;
  }

  private int other(FlowGraph graph, Block block, int i) {
    FlowInstr instr = block.get(i);
    switch (instr.op) {
      case BUILD_TUPLE:
        buildTuple(fold, graph, block, i);
        break;
      case POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_NONE, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, JUMP:
        return thread(instr) ? i - 1 : i;
      case SWAP:
        return swap(block, i);
      case PUSH_NULL:
        pushNull(block, i);
        break;
      default:
        break;
    }
    return i;
  }

  /** Treats the run of swaps that starts at an index and says where it ends. */
  static int swap(Block block, int i) {
    if (block.get(i).arg == 1) {
      block.get(i).clear();
      return i;
    }
    return ReduceSwaps.at(block, i);
  }

  /** Lets the load of a global push the NULL that goes below it. */
  static void pushNull(Block block, int i) {
    if (block.opAt(i + 1) == Op.LOAD_GLOBAL && (block.get(i + 1).arg & 1) == 0) {
      block.get(i).clear();
      block.get(i + 1).arg |= 1;
    }
  }

  /** Leaves out a tuple that is unpacked at once, or makes it a constant. */
  static void buildTuple(FoldConstants fold, FlowGraph graph, Block block, int i) {
    FlowInstr build = block.get(i);
    boolean isUnpacked =
        block.opAt(i + 1) == Op.UNPACK_SEQUENCE && build.arg == block.get(i + 1).arg;
    if (isUnpacked && build.arg == 1) {
      build.clear();
      block.get(i + 1).clear();
    } else if (isUnpacked && (build.arg == 2 || build.arg == 3)) {
      build.clear();
      block.get(i + 1).op = Op.SWAP;
    } else {
      fold.adjacentTuple(graph, block, i);
    }
  }

  /** Aims a jump at where the jump at its target goes, if no line is lost by that. */
  private static boolean thread(FlowInstr jump) {
    FlowInstr target = jump.target.get(0);
    if (target.op != Op.JUMP
        || target.line() != jump.line() && target.line() != -1
        || jump.target == target.target) {
      return false;
    }
    jump.target = target.target;
    return true;
  }
}
