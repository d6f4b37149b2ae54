package io.github.pycmaven.compiler.flowgraph;

/**
 * Marks the blocks that some block of code names as its handler.
 *
 * @cpython Python/flowgraph.c:mark_except_handlers
 */
final class MarkExceptHandlers implements Pass {
  @Override
  public void run(FlowGraph graph) {
    if (!graph.hasHandlers) {
      return;
    }
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (graph.ops.isBlockPush(instr.op)) {
          instr.target.isHandler = true;
        }
      }
    }
  }
}
