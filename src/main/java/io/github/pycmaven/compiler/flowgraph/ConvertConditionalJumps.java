package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;

/**
 * Writes jumps that leave the tested value on the stack as a copy, a test and a jump that pops.
 *
 * @cpython Python/flowgraph.c:convert_pseudo_conditional_jumps
 */
final class ConvertConditionalJumps implements Pass {
  @Override
  public void run(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      FlowInstr last = b.last();
      if (last == null || last.op != Op.JUMP_IF_FALSE && last.op != Op.JUMP_IF_TRUE) {
        continue;
      }
      last.op = last.op == Op.JUMP_IF_FALSE ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
      int at = b.size() - 1;
      b.insert(at, new FlowInstr(Op.COPY, 1, last.span, null, last.handler));
      b.insert(at + 1, new FlowInstr(Op.TO_BOOL, 0, last.span, null, last.handler));
    }
  }
}
