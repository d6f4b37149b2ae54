package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;

/**
 * Replaces runs of SWAP by the shortest with the same effect, and exchanges the stores that follow
 * where that makes a SWAP needless.
 *
 * @cpython Python/flowgraph.c:swaptimize, Python/flowgraph.c:apply_static_swaps
 */
final class ReduceSwaps {
  private static final int PLACED = -1;

  private ReduceSwaps() {}

  static void in(Block block) {
    for (int i = 0; i < block.size(); i++) {
      if (block.get(i).op == Op.SWAP) {
        i = at(block, i);
      }
    }
  }

  /** Treats the run of swaps that starts at an index and says where it ends. */
  static int at(Block block, int index) {
    int end = shorten(block, index);
    exchangeStores(block, end);
    return end;
  }

  /** Shortens the run of swaps that starts at an index and says where it ends. */
  private static int shorten(Block block, int start) {
    int depth = block.get(start).arg;
    int end = start + 1;
    boolean hasMore = false;
    for (; end < block.size(); end++) {
      FlowInstr instr = block.get(end);
      if (instr.op == Op.SWAP) {
        depth = Math.max(depth, instr.arg);
        hasMore = true;
      } else if (instr.op != Op.NOP) {
        break;
      }
    }
    if (!hasMore) {
      return start;
    }
    rewrite(block, start, end, effect(block, start, end, depth));
    return end - 1;
  }

  /** Where each of the topmost values comes from, 0 being the top. */
  private static int[] effect(Block block, int start, int end, int depth) {
    int[] stack = new int[depth];
    for (int i = 0; i < depth; i++) {
      stack[i] = i;
    }
    for (int i = start; i < end; i++) {
      FlowInstr instr = block.get(i);
      if (instr.op == Op.SWAP) {
        int top = stack[0];
        stack[0] = stack[instr.arg - 1];
        stack[instr.arg - 1] = top;
      }
    }
    return stack;
  }

  /**
   * Writes a permutation as swaps, one cycle after another, from the last instruction backwards.
   */
  private static void rewrite(Block block, int start, int end, int[] sources) {
    int at = end - 1;
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] == PLACED || sources[i] == i) {
        continue;
      }
      int j = i;
      while (true) {
        if (j != 0) {
          block.get(at--).set(Op.SWAP, j + 1);
        }
        if (sources[j] == PLACED) {
          break;
        }
        int from = sources[j];
        sources[j] = PLACED;
        j = from;
      }
    }
    while (at >= start) {
      block.get(at--).clear();
    }
  }

  private static void exchangeStores(Block block, int from) {
    for (int i = from; i >= 0; i--) {
      FlowInstr swap = block.get(i);
      if (swap.op != Op.SWAP) {
        if (swap.op == Op.NOP || isExchangeable(swap.op)) {
          continue;
        }
        return;
      }
      int first = nextExchangeable(block, i, -1);
      if (first < 0) {
        return;
      }
      int second = first;
      int line = block.get(first).line();
      for (int count = swap.arg - 1; count > 0; count--) {
        second = nextExchangeable(block, second, line);
        if (second < 0) {
          return;
        }
      }
      if (conflict(block, first, second)) {
        return;
      }
      swap.clear();
      FlowInstr moved = block.get(first);
      block.set(first, block.get(second));
      block.set(second, moved);
    }
  }

  private static boolean isExchangeable(Op op) {
    return op == Op.STORE_FAST || op == Op.STORE_FAST_MAYBE_NULL || op == Op.POP_TOP;
  }

  /** The index of the next store or pop on the line, or on any line if that is negative; or -1. */
  private static int nextExchangeable(Block block, int index, int line) {
    for (int i = index + 1; i < block.size(); i++) {
      FlowInstr instr = block.get(i);
      if (line >= 0 && instr.line() != line) {
        return -1;
      }
      if (instr.op != Op.NOP) {
        return isExchangeable(instr.op) ? i : -1;
      }
    }
    return -1;
  }

  /** Whether an exchange would change which value a local ends up with. */
  private static boolean conflict(Block block, int first, int second) {
    int a = storedLocal(block.get(first));
    int b = storedLocal(block.get(second));
    if (a < 0 && b < 0) {
      return false;
    }
    if (a == b) {
      return true;
    }
    for (int i = first + 1; i < second; i++) {
      int between = storedLocal(block.get(i));
      if (between >= 0 && (between == a || between == b)) {
        return true;
      }
    }
    return false;
  }

  private static int storedLocal(FlowInstr instr) {
    return instr.op == Op.STORE_FAST || instr.op == Op.STORE_FAST_MAYBE_NULL ? instr.arg : -1;
  }
}
