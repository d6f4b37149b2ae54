package io.github.pycmaven.compiler.flowgraph;

import java.util.Arrays;

/**
 * Drops constants that no instruction loads any more, but never the first, which may be the doc
 * string.
 *
 * @cpython Python/flowgraph.c:remove_unused_consts
 */
final class RemoveUnusedConstants implements Pass {
  private static final int UNUSED = -1;

  @Override
  public void run(FlowGraph graph) {
    int count = graph.consts.size();
    if (count == 0) {
      return;
    }
    int[] newIndices = new int[count];
    Arrays.fill(newIndices, UNUSED);
    newIndices[0] = 0;
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (graph.ops.hasConst(instr.op)) {
          newIndices[instr.arg] = 0;
        }
      }
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (newIndices[i] != UNUSED) {
        newIndices[i] = kept;
        graph.consts.set(kept++, graph.consts.get(i));
      }
    }
    if (kept < count) {
      graph.consts.subList(kept, count).clear();
      renumber(graph, newIndices);
    }
  }

  private static void renumber(FlowGraph graph, int[] newIndices) {
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (graph.ops.hasConst(instr.op)) {
          instr.arg = newIndices[instr.arg];
        }
      }
    }
  }
}
