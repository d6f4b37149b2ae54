package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;

/**
 * Joins neighbouring loads and stores of low-numbered locals on one line.
 *
 * @cpython Python/flowgraph.c:insert_superinstructions
 */
final class InsertSuperinstructions implements Pass {
  private static final int LOCALS = 16;

  @Override
  public void run(FlowGraph graph) {
    boolean changed = false;
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i + 1 < b.size(); i++) {
        FlowInstr first = b.get(i);
        FlowInstr second = b.get(i + 1);
        Op joined = joined(first.op, second.op);
        if (joined != null
            && isSameLine(first, second)
            && first.arg < LOCALS
            && second.arg < LOCALS) {
          first.set(joined, first.arg << 4 | second.arg);
          second.clear();
          changed = true;
        }
      }
    }
    if (changed) {
      RemoveRedundantNops.removeFrom(graph);
    }
  }

  private static Op joined(Op first, Op second) {
    if (first == Op.LOAD_FAST) {
      return second == Op.LOAD_FAST ? Op.LOAD_FAST_LOAD_FAST : null;
    }
    if (first == Op.STORE_FAST) {
      return second == Op.LOAD_FAST
          ? Op.STORE_FAST_LOAD_FAST
          : second == Op.STORE_FAST ? Op.STORE_FAST_STORE_FAST : null;
    }
    return null;
  }

  private static boolean isSameLine(FlowInstr a, FlowInstr b) {
    return a.line() < 0 || b.line() < 0 || a.line() == b.line();
  }
}
