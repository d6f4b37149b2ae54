package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;

/**
 * Replaces a jump to a small block that leaves the code and has no line by a copy of that block.
 * The order in which the blocks were made decides which copies are copied in their turn.
 *
 * @cpython Python/compile.c:extend_block (3.11)
 */
final class InlineBareExits implements Pass {
  private static final int LARGEST = 4;

  @Override
  public void run(FlowGraph graph) {
    for (Block b : graph.newestFirst) {
      FlowInstr jump = b.last();
      if (jump == null || jump.op != Op.JUMP) {
        continue;
      }
      Block target = Block.nonEmptyFrom(jump.target);
      if (target.exitsScope(graph.ops) && target.size() <= LARGEST && target.hasNoLine()) {
        jump.clear();
        b.addCopiesOf(target);
      }
    }
  }
}
