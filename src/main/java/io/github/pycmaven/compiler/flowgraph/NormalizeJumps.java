package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;

/**
 * Makes all conditional jumps go forward, each followed by the mark for "not taken" where there is
 * one; one that went backward becomes its opposite over an unconditional jump.
 *
 * @cpython Python/flowgraph.c:normalize_jumps
 */
final class NormalizeJumps implements Pass {
  private final boolean keepsHandler;

  /**
   * Takes the rule for handlers.
   *
   * @param keepsHandler whether what is added is protected by the jump's handler
   */
  NormalizeJumps(boolean keepsHandler) {
    this.keepsHandler = keepsHandler;
  }

  @Override
  public void run(FlowGraph graph) {
    Walk passed = graph.newWalk();
    for (Block b = graph.entry; b != null; b = b.next) {
      passed.mark(b);
      FlowInstr last = b.last();
      if (last != null && graph.ops.isConditionalJump(last.op)) {
        normalize(b, last, passed.isMarked(last.target), graph.ops.has(Op.NOT_TAKEN));
      }
    }
  }

  private void normalize(Block block, FlowInstr jump, boolean isBackward, boolean marks) {
    Span span = jump.span;
    Block target = jump.target;
    if (!isBackward) {
      if (marks) {
        protect(block.add(Op.NOT_TAKEN, 0, null, span), jump);
      }
      return;
    }
    Block backward = new Block(2);
    if (marks) {
      protect(backward.add(Op.NOT_TAKEN, 0, null, span), jump);
    }
    protect(backward.add(Op.JUMP, Math.max(target.label, 0), target, span), jump);
    backward.startDepth = target.startDepth;
    backward.isCold = block.isCold;
    backward.next = block.next;
    jump.op = opposite(jump.op);
    jump.target = block.next;
    block.next = backward;
  }

  private void protect(FlowInstr added, FlowInstr jump) {
    if (keepsHandler) {
      added.handler = jump.handler;
    }
  }

  private static Op opposite(Op op) {
    switch (op) {
      case POP_JUMP_IF_FALSE:
        return Op.POP_JUMP_IF_TRUE;
      case POP_JUMP_IF_TRUE:
        return Op.POP_JUMP_IF_FALSE;
      case POP_JUMP_IF_NONE:
        return Op.POP_JUMP_IF_NOT_NONE;
      default:
        return Op.POP_JUMP_IF_NONE;
    }
  }
}
