package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;

/**
 * Replaces a jump to a small block that leaves the code, or to a block without lines, by a copy of
 * that block.
 *
 * @cpython Python/flowgraph.c:inline_small_or_no_lineno_blocks
 */
final class InlineSmallBlocks implements Pass {
  private static final int LARGEST = 4;

  private final boolean exitsOnly;

  /**
   * Takes what to copy.
   *
   * @param exitsOnly whether only blocks that leave the code are copied, in one walk
   */
  InlineSmallBlocks(boolean exitsOnly) {
    this.exitsOnly = exitsOnly;
  }

  @Override
  public void run(FlowGraph graph) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block b = graph.entry; b != null; b = b.next) {
        changed |= extend(b, graph.ops) && !exitsOnly;
      }
    }
  }

  private boolean extend(Block block, OpcodeTable ops) {
    FlowInstr jump = block.last();
    if (jump == null || !ops.isUnconditionalJump(jump.op)) {
      return false;
    }
    Block target = jump.target;
    boolean isSmallExit = target.exitsScope(ops) && target.size() <= LARGEST;
    boolean isLineless = !exitsOnly && !target.fallsThrough(ops) && target.hasNoLine();
    if (!isSmallExit && !isLineless) {
      return false;
    }
    boolean checksForInterrupts = jump.op == Op.JUMP;
    jump.clear();
    block.addCopiesOf(target);
    FlowInstr last = block.last();
    if (isLineless && checksForInterrupts && ops.isUnconditionalJump(last.op)) {
      last.op = Op.JUMP;
    }
    target.predecessors--;
    return true;
  }
}
