package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.OpcodeTable;

/**
 * Counts the predecessors of each block and empties the blocks that have none.
 *
 * @cpython Python/flowgraph.c:remove_unreachable
 */
final class RemoveUnreachable implements Pass {
  @Override
  public void run(FlowGraph graph) {
    OpcodeTable ops = graph.ops;
    Walk walk = graph.newWalk();
    for (Block b = graph.entry; b != null; b = b.next) {
      b.predecessors = 0;
    }
    graph.entry.predecessors = 1;
    walk.enter(graph.entry);
    while (!walk.isEmpty()) {
      Block b = walk.pop();
      if (b.next != null && b.fallsThrough(ops)) {
        walk.enter(b.next);
        b.next.predecessors++;
      }
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (ops.hasTarget(instr.op)) {
          walk.enter(instr.target);
          instr.target.predecessors++;
        }
      }
    }
    for (Block b = graph.entry; b != null; b = b.next) {
      if (b.predecessors == 0) {
        b.truncate(0);
        b.isHandler = false;
      }
    }
  }
}
