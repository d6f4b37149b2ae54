package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;

/**
 * Moves blocks that only an exception leads to behind all others.
 *
 * @cpython Python/flowgraph.c:push_cold_blocks_to_end
 */
final class MoveColdBlocks implements Pass {
  private final boolean isPlain;

  /**
   * Takes how jumps are treated.
   *
   * @param isPlain whether the jumps added are plain ones, and the NOPs left by others stay for now
   */
  MoveColdBlocks(boolean isPlain) {
    this.isPlain = isPlain;
  }

  @Override
  public void run(FlowGraph graph) {
    if (!graph.hasHandlers || graph.entry.next == null) {
      return;
    }
    markWarm(graph);
    markCold(graph);
    addJumpsToWarm(graph);
    if (moveCold(graph.entry)) {
      if (isPlain) {
        RemoveRedundantNopsAndJumps.removeJumps(graph);
      } else {
        RemoveRedundantNopsAndJumps.removeFrom(graph);
      }
    }
  }

  private static void markWarm(FlowGraph graph) {
    OpcodeTable ops = graph.ops;
    Walk walk = graph.newWalk();
    walk.enter(graph.entry);
    while (!walk.isEmpty()) {
      Block b = walk.pop();
      b.isWarm = true;
      if (b.next != null && b.fallsThrough(ops)) {
        walk.enter(b.next);
      }
      FlowInstr last = b.last();
      if (last != null && ops.hasJump(last.op)) {
        walk.enter(last.target);
      }
    }
  }

  private static void markCold(FlowGraph graph) {
    OpcodeTable ops = graph.ops;
    Walk walk = graph.newWalk();
    for (Block b = graph.entry; b != null; b = b.next) {
      if (b.isHandler) {
        walk.enter(b);
      }
    }
    while (!walk.isEmpty()) {
      Block b = walk.pop();
      b.isCold = true;
      if (b.next != null && !b.next.isWarm && b.fallsThrough(ops)) {
        walk.enter(b.next);
      }
      FlowInstr last = b.last();
      if (last != null && ops.hasJump(last.op) && !last.target.isWarm) {
        walk.enter(last.target);
      }
    }
  }

  /** A cold block that runs on into a warm one must jump there once it has been moved. */
  private void addJumpsToWarm(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      Block warm = b.next;
      if (b.isCold && warm != null && warm.isWarm && b.fallsThrough(graph.ops)) {
        if (!warm.isLabeled) {
          warm.isLabeled = true;
          warm.label = graph.numbersLabels ? graph.newLabel() : warm.label;
        }
        Block bridge = new Block(1);
        bridge.add(
            isPlain ? Op.JUMP : Op.JUMP_NO_INTERRUPT, isPlain ? warm.label : 0, warm, Span.NONE);
        bridge.isCold = true;
        bridge.predecessors = isPlain ? 0 : 1;
        bridge.next = warm;
        b.next = bridge;
      }
    }
  }

  private static boolean moveCold(Block entry) {
    Block firstCold = null;
    Block lastCold = null;
    Block b = entry;
    while (b.next != null) {
      if (!b.next.isCold) {
        b = b.next;
        continue;
      }
      Block streak = b.next;
      Block end = streak;
      while (end.next != null && end.next.isCold) {
        end = end.next;
      }
      if (firstCold == null) {
        firstCold = streak;
      } else {
        lastCold.next = streak;
      }
      lastCold = end;
      b.next = end.next;
      end.next = null;
    }
    b.next = firstCold;
    return firstCold != null;
  }
}
