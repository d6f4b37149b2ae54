package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.compiler.ir.LinearCode;

/**
 * Writes the blocks one after another, with jumps and handlers as indices.
 *
 * @cpython Python/flowgraph.c:_PyCfg_ToInstructionSequence
 */
final class Linearize {
  private Linearize() {}

  static LinearCode of(FlowGraph graph) {
    int position = 0;
    for (Block b = graph.entry; b != null; b = b.next) {
      b.position = position;
      position += b.size();
    }
    LinearCode code =
        new LinearCode(position, graph.consts, graph.stackDepth, graph.localsPlusCount);
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        int index = code.size();
        int arg = graph.ops.hasTarget(instr.op) ? instr.target.position : instr.arg;
        Block handler = instr.handler;
        if (handler == null) {
          code.add(instr.op, arg, instr.span, LinearCode.NO_HANDLER, 0);
        } else {
          // The exception itself is above the depth, and so is the offset where one is kept.
          int lasti = handler.preservesLasti ? 1 : 0;
          int depth = (handler.startDepth - 1 - lasti) * 2 + lasti;
          code.add(instr.op, arg, instr.span, handler.position, depth);
        }
        if (graph.numbersLabels && graph.ops.hasJump(instr.op)) {
          code.setFirstArg(index, instr.arg);
        }
      }
    }
    return code;
  }
}
