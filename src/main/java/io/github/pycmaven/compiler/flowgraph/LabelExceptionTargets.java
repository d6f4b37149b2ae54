package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;

/**
 * Finds for each instruction the handler that is in force there, by following the control flow over
 * the operations that open and close blocks of code.
 *
 * @cpython Python/flowgraph.c:label_exception_targets
 */
final class LabelExceptionTargets implements Pass {
  private static final int RESUME_AT_FUNCTION_START = 0;
  private static final int RESUME_AT_GENERATOR_EXPRESSION_START = 4;

  private final int depthOneMark;

  /** Marks RESUME where one handler is in force; with 0, YIELD_VALUE's argument tells how many. */
  LabelExceptionTargets(int depthOneMark) {
    this.depthOneMark = depthOneMark;
  }

  @Override
  public void run(FlowGraph graph) {
    if (!graph.hasHandlers) {
      return;
    }
    Scan scan = new Scan(graph, depthOneMark);
    scan.enter(graph.entry, ExceptStack.EMPTY);
    while (!scan.walk.isEmpty()) {
      scan.scan(scan.walk.pop());
    }
  }

  private static final class Scan {
    final OpcodeTable ops;
    final Walk walk;

    final int depthOneMark;

    Scan(FlowGraph graph, int depthOneMark) {
      this.depthOneMark = depthOneMark;
      ops = graph.ops;
      walk = graph.newWalk();
    }

    void enter(Block block, ExceptStack handlers) {
      if (walk.mark(block)) {
        block.handlers = handlers;
        walk.push(block);
      }
    }

    void scan(Block b) {
      ExceptStack handlers = b.handlers;
      b.handlers = null;
      int depthAtYield = -1;
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        Op op = instr.op;
        if (ops.isBlockPush(op)) {
          enter(instr.target, handlers);
          instr.target.preservesLasti |= op == Op.SETUP_WITH || op == Op.SETUP_CLEANUP;
          handlers = handlers.push(instr.target);
        } else if (op == Op.POP_BLOCK) {
          handlers = handlers.outer();
          if (depthOneMark != 0) {
            instr.clear();
          }
        } else {
          instr.handler = handlers.handler();
          if (ops.hasJump(op)) {
            enter(instr.target, handlers);
          } else if (op == Op.YIELD_VALUE) {
            depthAtYield = handlers.depth();
            instr.arg = depthOneMark == 0 && ops.hasArg(op) ? depthAtYield : instr.arg;
          } else if (op == Op.RESUME
              && instr.arg != RESUME_AT_FUNCTION_START
              && instr.arg != RESUME_AT_GENERATOR_EXPRESSION_START) {
            instr.arg |= depthAtYield == 1 ? depthOneMark : 0;
            depthAtYield = -1;
          }
        }
      }
      if (b.next != null && b.fallsThrough(ops)) {
        enter(b.next, handlers);
      }
    }
  }
}
