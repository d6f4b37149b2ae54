package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.compiler.arithmetic.Truth;
import io.github.pycmaven.target.Op;

/**
 * Looks at each instruction together with its neighbours, or with the place that it jumps to, and
 * replaces them by something shorter. A block is rid of its NOPs before the next one is looked at,
 * so jumps back see other instructions than jumps ahead.
 *
 * @cpython Python/compile.c:optimize_basic_block (3.11)
 */
final class OptimizeBlocks311 implements Pass {
  private final FoldConstants fold;

  OptimizeBlocks311(FoldConstants fold) {
    this.fold = fold;
  }

  @Override
  public void run(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        i = optimize(graph, b, i);
      }
      RemoveRedundantNops.removeFrom(b, RemoveRedundantNops.Lookahead.NEXT_INSTRUCTION);
    }
  }

  /** Looks at one instruction and says which was looked at last, before it if it has changed. */
  private int optimize(FlowGraph graph, Block block, int i) {
    FlowInstr instr = block.get(i);
    if (graph.ops.hasTarget(instr.op)) {
      instr.target = Block.nonEmptyFrom(instr.target);
    }
    switch (instr.op) {
      case LOAD_CONST:
        constant(graph, block, i);
        return i;
      case BUILD_TUPLE:
        OptimizeBlocks312.buildTuple(fold, graph, block, i);
        return i;
      case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP:
        return keepingJump(instr) ? i - 1 : i;
      case POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_NONE, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, JUMP:
        return instr.target.get(0).op == Op.JUMP && thread(instr, instr.op) ? i - 1 : i;
      case SWAP:
        return OptimizeBlocks312.swap(block, i);
      case PUSH_NULL:
        OptimizeBlocks312.pushNull(block, i);
        return i;
      default:
        return i;
    }
  }

  private static void constant(FlowGraph graph, Block block, int i) {
    Op next = block.opAt(i + 1);
    FlowInstr load = block.get(i);
    if (next == Op.JUMP_IF_FALSE_OR_POP || next == Op.JUMP_IF_TRUE_OR_POP) {
      FlowInstr jump = block.get(i + 1);
      if (Truth.of(graph.consts.get(load.arg)) == (next == Op.JUMP_IF_TRUE_OR_POP)) {
        jump.op = Op.JUMP;
      } else {
        load.clear();
        jump.clear();
      }
    } else {
      OptimizeBlocks312.constant(graph, block, i, load.arg);
    }
  }

  /**
   * A jump that keeps the value which it tested, where that is tested again at its target: goes
   * where the second test leads.
   */
  private static boolean keepingJump(FlowInstr jump) {
    boolean ifTrue = jump.op == Op.JUMP_IF_TRUE_OR_POP;
    FlowInstr target = jump.target.get(0);
    switch (target.op) {
      case JUMP:
        return thread(jump, jump.op);
      case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP:
        return target.op == jump.op ? thread(jump, jump.op) : passBy(jump, target, ifTrue);
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE:
        return ifTrue == (target.op == Op.POP_JUMP_IF_TRUE)
            ? thread(jump, target.op)
            : passBy(jump, target, ifTrue);
      default:
        return false;
    }
  }

  /** Jumps past the test, which would not jump. */
  private static boolean passBy(FlowInstr jump, FlowInstr test, boolean ifTrue) {
    if (jump.line() != test.line()) {
      return false;
    }
    jump.op = ifTrue ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE;
    jump.target = jump.target.next;
    return true;
  }

  /** Aims a jump at where the jump at its target goes, if both are on one line. */
  private static boolean thread(FlowInstr jump, Op op) {
    FlowInstr target = jump.target.get(0);
    if (target.line() != jump.line() || jump.target == target.target) {
      return false;
    }
    jump.target = target.target;
    jump.op = op;
    return true;
  }
}
