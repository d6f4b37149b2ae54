package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.code.CodeFlags;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;

/**
 * Lets loads of locals that may be unset check for that. The first 64 locals are followed through
 * the whole graph, the others within their block only.
 *
 * @cpython Python/flowgraph.c:add_checks_for_loads_of_uninitialized_variables
 */
final class CheckUnsetLocals implements Pass {
  private static final int FOLLOWED = 64;

  @Override
  public void run(FlowGraph graph) {
    int locals = graph.unit.varnames.size();
    if (locals == 0) {
      return;
    }
    if (locals > FOLLOWED) {
      checkFarLocals(graph, locals);
      locals = FOLLOWED;
    }
    Scan scan = new Scan(graph);
    long unset = 0;
    for (int i = parameters(graph); i < locals; i++) {
      unset |= 1L << i;
    }
    scan.enter(graph.entry, unset);
    for (Block b = graph.entry; b != null; b = b.next) {
      scan.scan(b);
    }
    while (!scan.walk.isEmpty()) {
      Block b = scan.walk.pop();
      scan.walk.unmark(b);
      scan.scan(b);
    }
  }

  private static int parameters(FlowGraph graph) {
    int flags = graph.unit.flags;
    return graph.unit.argCount
        + graph.unit.kwOnlyArgCount
        + ((flags & CodeFlags.VARARGS) != 0 ? 1 : 0)
        + ((flags & CodeFlags.VARKEYWORDS) != 0 ? 1 : 0);
  }

  private static void checkFarLocals(FlowGraph graph, int locals) {
    // The number of the block in which a local was last known to be set.
    int[] setIn = new int[locals];
    int number = 0;
    for (Block b = graph.entry; b != null; b = b.next) {
      number++;
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (instr.arg < FOLLOWED) {
          continue;
        }
        switch (instr.op) {
          case DELETE_FAST, LOAD_FAST_AND_CLEAR, STORE_FAST_MAYBE_NULL:
            setIn[instr.arg] = number - 1;
            break;
          case STORE_FAST:
            setIn[instr.arg] = number;
            break;
          case LOAD_FAST:
            if (setIn[instr.arg] != number) {
              instr.op = Op.LOAD_FAST_CHECK;
            }
            setIn[instr.arg] = number;
            break;
          default:
            break;
        }
      }
    }
  }

  private static final class Scan {
    final OpcodeTable ops;
    final Walk walk;

    Scan(FlowGraph graph) {
      ops = graph.ops;
      walk = graph.newWalk();
      for (Block b = graph.entry; b != null; b = b.next) {
        b.unsetLocals = 0;
      }
    }

    /**
     * Notes what may be unset at the start of a block; the mark says that the block is on the
     * stack.
     */
    void enter(Block block, long unset) {
      long all = block.unsetLocals | unset;
      if (block.unsetLocals != all) {
        block.unsetLocals = all;
        walk.enter(block);
      }
    }

    void scan(Block b) {
      long unset = b.unsetLocals;
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (instr.handler != null) {
          enter(instr.handler, unset);
        }
        if (instr.arg >= FOLLOWED) {
          continue;
        }
        long bit = 1L << instr.arg;
        switch (instr.op) {
          case DELETE_FAST, LOAD_FAST_AND_CLEAR, STORE_FAST_MAYBE_NULL:
            unset |= bit;
            break;
          case STORE_FAST, LOAD_FAST_CHECK:
            unset &= ~bit;
            break;
          case LOAD_FAST:
            if ((unset & bit) != 0) {
              instr.op = Op.LOAD_FAST_CHECK;
            }
            unset &= ~bit;
            break;
          default:
            break;
        }
      }
      if (b.next != null && b.fallsThrough(ops)) {
        enter(b.next, unset);
      }
      FlowInstr last = b.last();
      if (last != null && ops.hasJump(last.op)) {
        enter(last.target, unset);
      }
    }
  }
}
