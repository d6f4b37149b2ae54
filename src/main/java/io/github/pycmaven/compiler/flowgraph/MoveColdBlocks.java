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
  @Override
  public void run(FlowGraph graph) {
    if (graph.entry.next == null) {
      return;
    }
    markWarm(graph);
    markCold(graph);
    addJumpsToWarm(graph);
    if (moveCold(graph.entry)) {
      RemoveRedundantNopsAndJumps.removeFrom(graph);
    }
  }

  private static void markWarm(FlowGraph graph) {
    OpcodeTable ops = graph.ops;
    Block[] stack = graph.newWalk();
    int top = 0;
    graph.entry.isVisited = true;
    stack[top++] = graph.entry;
    while (top > 0) {
      Block b = stack[--top];
      b.isWarm = true;
      if (b.next != null && !b.next.isVisited && b.fallsThrough(ops)) {
        b.next.isVisited = true;
        stack[top++] = b.next;
      }
      FlowInstr last = b.last();
      if (last != null && ops.hasJump(last.op) && !last.target.isVisited) {
        last.target.isVisited = true;
        stack[top++] = last.target;
      }
    }
  }

  private static void markCold(FlowGraph graph) {
    OpcodeTable ops = graph.ops;
    Block[] stack = graph.newWalk();
    int top = 0;
    for (Block b = graph.entry; b != null; b = b.next) {
      if (b.isHandler) {
        b.isVisited = true;
        stack[top++] = b;
      }
    }
    while (top > 0) {
      Block b = stack[--top];
      b.isCold = true;
      if (b.next != null && !b.next.isWarm && !b.next.isVisited && b.fallsThrough(ops)) {
        b.next.isVisited = true;
        stack[top++] = b.next;
      }
      FlowInstr last = b.last();
      if (last != null && ops.hasJump(last.op) && !last.target.isWarm && !last.target.isVisited) {
        last.target.isVisited = true;
        stack[top++] = last.target;
      }
    }
  }

  /** A cold block that runs on into a warm one must jump there once it has been moved. */
  private static void addJumpsToWarm(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      Block warm = b.next;
      if (b.isCold && warm != null && warm.isWarm && b.fallsThrough(graph.ops)) {
        warm.isLabeled = true;
        Block bridge = new Block();
        bridge.add(Op.JUMP_NO_INTERRUPT, 0, warm, Span.NONE);
        bridge.isCold = true;
        bridge.predecessors = 1;
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
