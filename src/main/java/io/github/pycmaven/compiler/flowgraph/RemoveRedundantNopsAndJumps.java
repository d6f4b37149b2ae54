package io.github.pycmaven.compiler.flowgraph;

/**
 * Removes NOPs and the jumps that go to where control would go anyway, until there are none left.
 *
 * @cpython Python/flowgraph.c:remove_redundant_nops_and_jumps
 */
final class RemoveRedundantNopsAndJumps implements Pass {
  @Override
  public void run(FlowGraph graph) {
    removeFrom(graph);
  }

  static void removeFrom(FlowGraph graph) {
    boolean changed = true;
    while (changed) {
      changed = RemoveRedundantNops.removeFrom(graph);
      changed |= removeJumps(graph);
    }
  }

  /** Removes the jumps only; says whether there were any. */
  static boolean removeJumps(FlowGraph graph) {
    boolean changed = false;
    for (Block b = graph.entry; b != null; b = b.next) {
      FlowInstr last = b.last();
      if (last != null
          && graph.ops.isUnconditionalJump(last.op)
          && Block.nonEmptyFrom(last.target) == Block.nonEmptyFrom(b.next)) {
        last.clear();
        changed = true;
      }
    }
    return changed;
  }
}
