package io.github.pycmaven.compiler.flowgraph;

/**
 * Drops the constants behind the last one that an instruction loads, but never the first, which may
 * be the doc string.
 *
 * @cpython Python/compile.c:trim_unused_consts (3.11)
 */
final class RemoveTrailingConstants implements Pass {
  @Override
  public void run(FlowGraph graph) {
    int greatest = 0;
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (graph.ops.hasConst(instr.op)) {
          greatest = Math.max(greatest, instr.arg);
        }
      }
    }
    if (greatest + 1 < graph.consts.size()) {
      graph.consts.subList(greatest + 1, graph.consts.size()).clear();
    }
  }
}
