package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;

/**
 * Gives places to instructions that have none, from the instruction or the only block before them.
 * A block without lines that leaves the code, or where the interpreter may be interrupted, is
 * copied for each jump to it first, so that every exit has a line (PEP 626).
 *
 * @cpython Python/flowgraph.c:resolve_line_numbers
 */
final class ResolveLineNumbers implements Pass {
  /** What the versions do differently. */
  enum Rule {
    /** Only exits must have a line, and get one in any case; the last block made is first. */
    EXITS_NEWEST_FIRST,
    /** Only exits must have a line, and get one in any case. */
    EXITS,
    /** Exits and places of interruption must have a line. */
    INTERRUPTIONS,
    /** And a place is handed on through an empty block that is jumped to. */
    THROUGH_EMPTY
  }

  private final Rule rule;
  private final boolean exitsOnly;

  ResolveLineNumbers(Rule rule) {
    this.rule = rule;
    exitsOnly = rule == Rule.EXITS || rule == Rule.EXITS_NEWEST_FIRST;
  }

  @Override
  public void run(FlowGraph graph) {
    duplicateExits(graph);
    placeExits(graph);
    propagate(graph);
    if (exitsOnly) {
      guarantee(graph);
    }
  }

  private void duplicateExits(FlowGraph graph) {
    if (rule == Rule.EXITS_NEWEST_FIRST) {
      for (Block b : graph.newestFirst) {
        duplicateExit(b, graph.ops);
      }
      return;
    }
    for (Block b = graph.entry; b != null; b = b.next) {
      duplicateExit(b, graph.ops);
    }
  }

  private void duplicateExit(Block block, OpcodeTable ops) {
    FlowInstr last = block.last();
    if (last == null || !ops.hasJump(last.op)) {
      return;
    }
    Block target = Block.nonEmptyFrom(last.target);
    if (target.predecessors > 1 && needsLine(target, ops)) {
      Block copy = new Block(target.size());
      copy.addCopiesOf(target);
      copy.get(0).span = last.span;
      copy.isLabeled = true;
      copy.predecessors = 1;
      copy.next = target.next;
      target.next = copy;
      target.predecessors--;
      last.target = copy;
    }
  }

  private void placeExits(FlowGraph graph) {
    OpcodeTable ops = graph.ops;
    for (Block b = graph.entry; b != null; b = b.next) {
      if (b.next != null && !b.isEmpty() && b.fallsThrough(ops) && needsLine(b.next, ops)) {
        b.next.get(0).span = b.last().span;
      }
    }
  }

  private boolean needsLine(Block block, OpcodeTable ops) {
    return (block.exitsScope(ops) || !exitsOnly && mayBeInterrupted(block, ops))
        && block.hasNoLine();
  }

  private static boolean mayBeInterrupted(Block block, OpcodeTable ops) {
    for (int i = 0; i < block.size(); i++) {
      if (ops.hasEvalBreak(block.get(i).op)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Gives returns without a line that of the code before them.
   *
   * @cpython Python/flowgraph.c:guarantee_lineno_for_exits (3.12)
   */
  private static void guarantee(FlowGraph graph) {
    int line = graph.unit.firstLine;
    for (Block b = graph.entry; b != null; b = b.next) {
      FlowInstr last = b.last();
      if (last == null) {
        continue;
      }
      if (last.hasLine()) {
        line = last.line();
      } else if (last.op == Op.RETURN_VALUE) {
        for (int i = 0; i < b.size(); i++) {
          b.get(i).span = new Span(line, -1, -1, -1);
        }
      }
    }
  }

  private void propagate(FlowGraph graph) {
    OpcodeTable ops = graph.ops;
    for (Block b = graph.entry; b != null; b = b.next) {
      FlowInstr last = b.last();
      if (last == null) {
        continue;
      }
      Span span = Span.NONE;
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (hasNone(instr)) {
          instr.span = span;
        } else {
          span = instr.span;
        }
      }
      if (b.next != null && b.fallsThrough(ops)) {
        inherit(b.next, span);
      }
      if (ops.hasJump(last.op)) {
        inherit(rule == Rule.THROUGH_EMPTY ? behindEmpty(last.target) : last.target, span);
      }
    }
  }

  private static Block behindEmpty(Block block) {
    Block b = block;
    while (b.isEmpty() && b.predecessors == 1) {
      b = b.next;
    }
    return b;
  }

  private static void inherit(Block block, Span span) {
    if (block.predecessors == 1 && !block.isEmpty() && hasNone(block.get(0))) {
      block.get(0).span = span;
    }
  }

  private static boolean hasNone(FlowInstr instr) {
    return instr.line() == Span.NONE.line();
  }
}
