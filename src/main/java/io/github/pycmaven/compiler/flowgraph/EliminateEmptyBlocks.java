package io.github.pycmaven.compiler.flowgraph;

/**
 * Takes the blocks without instructions out of the graph.
 *
 * @cpython Python/flowgraph.c:eliminate_empty_basic_blocks (3.12)
 */
final class EliminateEmptyBlocks implements Pass {
  @Override
  public void run(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      b.next = Block.nonEmptyFrom(b.next);
    }
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (graph.ops.hasTarget(instr.op)) {
          Block target = Block.nonEmptyFrom(instr.target);
          if (target != instr.target) {
            if (!target.isLabeled) {
              target.isLabeled = true;
              target.label = graph.newLabel();
            }
            instr.target = target;
            instr.arg = target.label;
          }
        }
      }
    }
  }
}
