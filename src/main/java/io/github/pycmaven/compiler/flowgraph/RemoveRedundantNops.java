package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;

/**
 * Removes NOPs on which no line depends: those without a line, and those whose line an instruction
 * beside them has too.
 *
 * @cpython Python/flowgraph.c:remove_redundant_nops
 */
final class RemoveRedundantNops implements Pass {
  /** Whose line counts as that after a block. */
  enum Lookahead {
    /** That of the first instruction which will stay. */
    LASTING_INSTRUCTION,
    /** That of the first instruction. */
    NEXT_INSTRUCTION
  }

  private final Lookahead lookahead;

  RemoveRedundantNops(Lookahead lookahead) {
    this.lookahead = lookahead;
  }

  @Override
  public void run(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      removeFrom(b, lookahead);
    }
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
    return removeFrom(block, Lookahead.LASTING_INSTRUCTION);
  }

  static boolean removeFrom(Block block, Lookahead lookahead) {
    int size = block.size();
    int kept = 0;
    int previousLine = -1;
    for (int i = 0; i < size; i++) {
      FlowInstr instr = block.get(i);
      if (instr.op == Op.NOP && isRedundant(block, i, previousLine, lookahead)) {
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

  private static boolean isRedundant(
      Block block, int index, int previousLine, Lookahead lookahead) {
    FlowInstr nop = block.get(index);
    int line = nop.line();
    if (line < 0 || line == previousLine) {
      return true;
    }
    if (index == block.size() - 1) {
      return line == lineAfter(block, lookahead);
    }
    FlowInstr next = block.get(index + 1);
    if (next.line() < 0) {
      next.span = nop.span;
      return true;
    }
    return next.line() == line;
  }

  /** The line after a block: a NOP that will be removed for want of a line may not count. */
  private static int lineAfter(Block block, Lookahead lookahead) {
    Block next = Block.nonEmptyFrom(block.next);
    if (next != null) {
      for (int i = 0; i < next.size(); i++) {
        FlowInstr instr = next.get(i);
        if (lookahead == Lookahead.NEXT_INSTRUCTION || instr.op != Op.NOP || instr.hasLine()) {
          return instr.line();
        }
      }
    }
    return -1;
  }
}
