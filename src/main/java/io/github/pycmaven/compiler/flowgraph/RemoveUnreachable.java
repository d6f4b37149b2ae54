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
    Block[] stack = graph.newWalk();
    for (Block b = graph.entry; b != null; b = b.next) {
      b.predecessors = 0;
    }
    int top = 0;
    graph.entry.predecessors = 1;
    graph.entry.isVisited = true;
    stack[top++] = graph.entry;
    while (top > 0) {
      Block b = stack[--top];
      if (b.next != null && b.fallsThrough(ops)) {
        if (!b.next.isVisited) {
          b.next.isVisited = true;
          stack[top++] = b.next;
        }
        b.next.predecessors++;
      }
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (ops.hasTarget(instr.op)) {
          Block target = instr.target;
          if (!target.isVisited) {
            target.isVisited = true;
            stack[top++] = target;
          }
          target.predecessors++;
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
