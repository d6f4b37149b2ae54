package io.github.pycmaven.compiler.flowgraph;

import java.util.Arrays;

/**
 * A walk over blocks: those still to be looked at, last in first out, and a mark on each that has
 * been entered. One object serves all walks over a graph, one after the other.
 */
final class Walk {
  private Block[] stack = new Block[16];
  private int top;
  private int number;

  /** Forgets the walk before, with its marks. */
  Walk restarted() {
    top = 0;
    number++;
    return this;
  }

  /** Puts a block on the stack unless it has been entered before. */
  void enter(Block block) {
    if (mark(block)) {
      push(block);
    }
  }

  /** Marks a block and says whether it had no mark. */
  boolean mark(Block block) {
    boolean isNew = block.lastWalk != number;
    block.lastWalk = number;
    return isNew;
  }

  /** Takes the mark from a block. */
  void unmark(Block block) {
    block.lastWalk = 0;
  }

  boolean isMarked(Block block) {
    return block.lastWalk == number;
  }

  void push(Block block) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, 2 * top);
    }
    stack[top++] = block;
  }

  boolean isEmpty() {
    return top == 0;
  }

  Block pop() {
    return stack[--top];
  }
}
