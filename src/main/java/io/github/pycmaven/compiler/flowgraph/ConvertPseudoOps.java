package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;

/**
 * Replaces the operations that only the compiler knows, jumps excepted.
 *
 * @cpython Python/flowgraph.c:convert_pseudo_ops
 */
final class ConvertPseudoOps implements Pass {
  @Override
  public void run(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (graph.ops.isBlockPush(instr.op) || instr.op == Op.POP_BLOCK) {
          instr.clear();
        } else if (instr.op == Op.LOAD_CLOSURE && graph.ops.isPseudo(Op.LOAD_CLOSURE)) {
          instr.op = Op.LOAD_FAST;
        } else if (instr.op == Op.STORE_FAST_MAYBE_NULL) {
          instr.op = Op.STORE_FAST;
        }
      }
    }
  }
}
