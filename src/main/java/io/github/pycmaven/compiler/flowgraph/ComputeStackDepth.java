package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;

/**
 * Finds the depth of the stack at the start of each block, and the greatest anywhere.
 *
 * @cpython Python/flowgraph.c:calculate_stackdepth
 */
final class ComputeStackDepth implements Pass {
  /** Which depths the greatest is chosen from. */
  enum Counted {
    /** Those before each instruction. */
    BEFORE,
    /** Those after each instruction, and at the places that it jumps to. */
    AFTER,
    /** The same, and generators start with the value that was sent first. */
    AFTER_SENT
  }

  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final Counted counted;

  ComputeStackDepth(Counted counted) {
    this.counted = counted;
  }

  @Override
  public void run(FlowGraph graph) {
    Search search = new Search(graph, counted != Counted.BEFORE);
    boolean isSent =
        counted == Counted.AFTER_SENT && (graph.unit.flags & PrepareLocals.GENERATOR_LIKE) != 0;
    search.enter(graph.entry, isSent ? 1 : 0);
    while (!search.walk.isEmpty()) {
      search.follow(search.walk.pop());
    }
    graph.stackDepth = search.deepest;
  }

  private static final class Search {
    final OpcodeTable ops;
    final Walk walk;
    final boolean countsAfter;
    int deepest;

    Search(FlowGraph graph, boolean countsAfter) {
      this.countsAfter = countsAfter;
      ops = graph.ops;
      walk = graph.newWalk();
      for (Block b = graph.entry; b != null; b = b.next) {
        b.startDepth = UNKNOWN;
      }
    }

    void enter(Block block, int depth) {
      if (block.startDepth == UNKNOWN) {
        block.startDepth = depth;
        walk.push(block);
      } else if (block.startDepth != depth) {
        throw new IllegalStateException(
            "stack depths " + block.startDepth + " and " + depth + " meet at " + block.get(0));
      }
    }

    void follow(Block b) {
      int depth = b.startDepth;
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        int after = depth + ops.effect(instr.op, instr.arg);
        if (after < 0) {
          throw new IllegalStateException("stack underflow at " + instr);
        }
        deepest = Math.max(deepest, countsAfter ? after : depth);
        // The target of END_ASYNC_FOR is for debuggers; nothing jumps there.
        if (ops.hasTarget(instr.op) && instr.op != Op.END_ASYNC_FOR) {
          int atTarget = depth + ops.jumpEffect(instr.op, instr.arg);
          if (countsAfter) {
            deepest = Math.max(deepest, atTarget);
          }
          enter(instr.target, atTarget);
        }
        depth = after;
      }
      if (b.next != null && b.fallsThrough(ops)) {
        enter(b.next, depth);
      }
    }
  }
}
