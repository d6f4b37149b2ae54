package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.OpcodeTable;

/**
 * Counts the predecessors of each block and empties the blocks that have none.
 *
 * @cpython Python/flowgraph.c:remove_unreachable
 */
final class RemoveUnreachable implements Pass {
  private final boolean countsTwice;

  /**
   * Takes how to count.
   *
   * @param countsTwice whether a block that waits may be put to wait again, and then counts twice
   *     as a predecessor
   */
  RemoveUnreachable(boolean countsTwice) {
    this.countsTwice = countsTwice;
  }

  @Override
  public void run(FlowGraph graph) {
    OpcodeTable ops = graph.ops;
    Walk walk = graph.newWalk();
    for (Block b = graph.entry; b != null; b = b.next) {
      b.predecessors = 0;
    }
    graph.entry.predecessors = 1;
    enter(walk, graph.entry);
    while (!walk.isEmpty()) {
      Block b = walk.pop();
      walk.mark(b);
      if (b.next != null && b.fallsThrough(ops)) {
        enter(walk, b.next);
        b.next.predecessors++;
      }
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (ops.hasTarget(instr.op)) {
          enter(walk, instr.target);
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

  private void enter(Walk walk, Block block) {
    if (countsTwice ? !walk.isMarked(block) : walk.mark(block)) {
      walk.push(block);
    }
  }
}
