package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;

/**
 * Removes NOPs on which no line depends: those without a line, and those whose line an instruction
 * beside them has too.
 *
 * @cpython Python/flowgraph.c:remove_redundant_nops
 */
final class RemoveRedundantNops implements Pass {
  @Override
  public void run(FlowGraph graph) {
    removeFrom(graph);
  }

  /** Says whether anything was removed. */
  static boolean removeFrom(FlowGraph graph) {
    boolean changed = false;
    for (Block b = graph.entry; b != null; b = b.next) {
      changed |= removeFrom(b);
    }
    return changed;
  }

  static boolean removeFrom(Block block) {
    int size = block.size();
    int kept = 0;
    int previousLine = -1;
    for (int i = 0; i < size; i++) {
      FlowInstr instr = block.get(i);
      if (instr.op == Op.NOP && isRedundant(block, i, previousLine)) {
        continue;
      }
      if (kept != i) {
        block.set(kept, instr);
      }
      kept++;
      previousLine = instr.line();
    }
    block.truncate(kept);
    return kept < size;
  }

  private static boolean isRedundant(Block block, int index, int previousLine) {
    FlowInstr nop = block.get(index);
    int line = nop.line();
    if (line < 0 || line == previousLine) {
      return true;
    }
    if (index == block.size() - 1) {
      return line == lineAfter(block);
    }
    FlowInstr next = block.get(index + 1);
    if (next.line() < 0) {
      next.span = nop.span;
      return true;
    }
    return next.line() == line;
  }

  /**
   * The line of the first instruction after a block that will not be removed for want of a line.
   */
  private static int lineAfter(Block block) {
    Block next = Block.nonEmptyFrom(block.next);
    if (next != null) {
      for (int i = 0; i < next.size(); i++) {
        FlowInstr instr = next.get(i);
        if (instr.op != Op.NOP || instr.hasLine()) {
          return instr.line();
        }
      }
    }
    return -1;
  }
}
