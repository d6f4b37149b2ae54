package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;

/**
 * Removes pairs of operations that put a value on the stack and take it away at once.
 *
 * @cpython Python/flowgraph.c:remove_redundant_nops_and_pairs
 */
final class RemoveRedundantPairs implements Pass {
  @Override
  public void run(FlowGraph graph) {
    while (removeSome(graph)) {
      // What stood around a pair may be a pair now.
    }
  }

  private static boolean removeSome(FlowGraph graph) {
    boolean changed = false;
    FlowInstr previous = null;
    for (Block b = graph.entry; b != null; b = b.next) {
      RemoveRedundantNops.removeFrom(b);
      if (b.isLabeled) {
        previous = null;
      }
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (instr.op == Op.POP_TOP && previous != null && onlyPushes(graph, previous)) {
          previous.clear();
          instr.clear();
          changed = true;
        }
        previous = instr;
      }
      if (previous != null && graph.ops.hasJump(previous.op) || !b.fallsThrough(graph.ops)) {
        previous = null;
      }
    }
    return changed;
  }

  private static boolean onlyPushes(FlowGraph graph, FlowInstr instr) {
    return ConstantLoads.isLoad(graph, instr) || instr.op == Op.COPY && instr.arg == 1;
  }
}
