package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;
import java.util.List;

/**
 * Looks at each instruction together with its neighbours, or with the place that it jumps to, and
 * replaces them by something shorter: jumps to jumps, tests of tests, operations on constants, runs
 * of swaps.
 *
 * @cpython Python/flowgraph.c:optimize_basic_block
 */
final class OptimizeBlocks implements Pass {
  /** Set in the argument of COMPARE_OP: the result becomes a bool. */
  private static final int COMPARE_TO_BOOL = 16;

  private final FoldConstants fold;
  private final int listToTuple;
  private final int unaryPositive;

  /** Which operations on constants become constants here. */
  enum Folding {
    /** Only tuples whose elements are loaded right before; the tree was folded. */
    TUPLES,
    /** All but displays that are built element by element. */
    SHORT_DISPLAYS,
    /** All. */
    ALL
  }

  private final Folding folding;
  private final boolean keepsHandler;

  /**
   * Reads its operands' numbers.
   *
   * @param folding which operations on constants become constants
   * @param keepsHandler whether a jump that is aimed elsewhere stays protected
   */
  OptimizeBlocks(OpcodeTable ops, Folding folding, boolean keepsHandler) {
    this.folding = folding;
    this.keepsHandler = keepsHandler;
    fold = new FoldConstants(ops.words("binary"));
    List<String> intrinsics = ops.words("intrinsic-1");
    listToTuple = intrinsics.indexOf("INTRINSIC_LIST_TO_TUPLE");
    unaryPositive = intrinsics.indexOf("INTRINSIC_UNARY_POSITIVE");
  }

  @Override
  public void run(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      int i = 0;
      while (i < b.size()) {
        i = optimize(graph, b, i);
      }
      ReduceSwaps.in(b);
    }
  }

  /** Looks at one instruction and says which is the next to look at. */
  private int optimize(FlowGraph graph, Block block, int i) {
    FlowInstr instr = block.get(i);
    Op next = block.opAt(i + 1);
    if (folding != Folding.TUPLES && fold(graph, block, i, next)) {
      return i + 1;
    }
    switch (instr.op) {
      case BUILD_TUPLE:
        buildTuple(graph, block, i, next);
        break;
      case POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_NONE, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE:
        return conditionalJump(block, i);
      case JUMP_IF_FALSE, JUMP_IF_TRUE:
        return peekingJump(block, i);
      case JUMP, JUMP_NO_INTERRUPT:
        return jump(block, i);
      case STORE_FAST:
        if (next == Op.STORE_FAST
            && instr.arg == block.get(i + 1).arg
            && instr.line() == block.get(i + 1).line()) {
          instr.set(Op.POP_TOP, 0);
        }
        break;
      case SWAP:
        if (instr.arg == 1) {
          instr.clear();
        }
        break;
      case LOAD_GLOBAL:
        if (next == Op.PUSH_NULL && (instr.arg & 1) == 0) {
          instr.arg |= 1;
          block.get(i + 1).clear();
        }
        break;
      case COMPARE_OP, CONTAINS_OP, IS_OP, TO_BOOL, UNARY_NOT:
        test(graph, block, i, next);
        break;
      default:
        break;
    }
    return i + 1;
  }

  /** Folds an operation that there is nothing else to do about; else answers no. */
  private boolean fold(FlowGraph graph, Block block, int i, Op next) {
    FlowInstr instr = block.get(i);
    switch (instr.op) {
      case BUILD_LIST, BUILD_SET:
        fold.listOrSet(graph, block, i, next);
        return true;
      case LIST_APPEND, SET_ADD:
        if (folding == Folding.ALL
            && instr.arg == 1
            && (next == Op.GET_ITER || next == Op.CONTAINS_OP)) {
          fold.appended(graph, block, i);
        }
        return true;
      case CALL_INTRINSIC_1:
        intrinsic(graph, block, i, next);
        return true;
      case BINARY_OP:
        fold.binary(graph, block, i);
        return true;
      case UNARY_INVERT, UNARY_NEGATIVE:
        fold.unary(graph, block, i);
        return true;
      default:
        return false;
    }
  }

  private void buildTuple(FlowGraph graph, Block block, int i, Op next) {
    FlowInstr build = block.get(i);
    boolean isUnpacked = next == Op.UNPACK_SEQUENCE && build.arg == block.get(i + 1).arg;
    if (isUnpacked && build.arg == 1) {
      build.clear();
      block.get(i + 1).clear();
    } else if (isUnpacked && (build.arg == 2 || build.arg == 3)) {
      build.clear();
      block.get(i + 1).op = Op.SWAP;
    } else if (folding == Folding.TUPLES) {
      fold.adjacentTuple(graph, block, i);
    } else {
      fold.tuple(graph, block, i);
    }
  }

  private void intrinsic(FlowGraph graph, Block block, int i, Op next) {
    FlowInstr call = block.get(i);
    if (call.arg == unaryPositive) {
      fold.unary(graph, block, i);
    } else if (call.arg == listToTuple) {
      // Where the list is not folded either, iteration takes it as it is.
      boolean isFolded =
          (folding == Folding.ALL || next != Op.GET_ITER) && fold.listToTuple(graph, block, i);
      if (!isFolded && next == Op.GET_ITER) {
        call.clear();
      }
    }
  }

  /** Operations whose result is a bool, or made one or negated by the next instruction. */
  private void test(FlowGraph graph, Block block, int i, Op next) {
    FlowInstr test = block.get(i);
    Op op = test.op;
    int arg = test.arg;
    if (next == Op.TO_BOOL) {
      test.clear();
      if (op != Op.TO_BOOL) {
        block.get(i + 1).set(op, op == Op.COMPARE_OP ? arg | COMPARE_TO_BOOL : arg);
      }
    } else if (next == Op.UNARY_NOT
        && folding != Folding.TUPLES
        && (op == Op.CONTAINS_OP || op == Op.IS_OP)) {
      test.clear();
      block.get(i + 1).set(op, arg ^ 1);
    } else if (op == Op.UNARY_NOT) {
      if (next == Op.UNARY_NOT) {
        test.clear();
        block.get(i + 1).clear();
      } else if (folding != Folding.TUPLES) {
        fold.unary(graph, block, i);
      }
    }
  }

  private int conditionalJump(Block block, int i) {
    FlowInstr jump = block.get(i);
    FlowInstr target = jump.target.get(0);
    boolean changed = target.op == Op.JUMP && thread(block, jump, target, jump.op);
    return changed ? i : i + 1;
  }

  /** A jump that leaves the value on the stack. */
  private int peekingJump(Block block, int i) {
    FlowInstr jump = block.get(i);
    FlowInstr target = jump.target.get(0);
    if (target.op == Op.JUMP || target.op == jump.op) {
      return thread(block, jump, target, jump.op) ? i : i + 1;
    }
    Op opposite = jump.op == Op.JUMP_IF_FALSE ? Op.JUMP_IF_TRUE : Op.JUMP_IF_FALSE;
    if (target.op == opposite) {
      jump.target = jump.target.next;
      return i;
    }
    return i + 1;
  }

  private int jump(Block block, int i) {
    FlowInstr jump = block.get(i);
    FlowInstr target = jump.target.get(0);
    boolean changed = false;
    if (target.op == Op.JUMP) {
      changed = thread(block, jump, target, Op.JUMP);
    } else if (target.op == Op.JUMP_NO_INTERRUPT) {
      changed = thread(block, jump, target, jump.op);
    }
    return changed ? i : i + 1;
  }

  /**
   * Jumps to where the jump at the target goes; the jump itself remains as a NOP for its line.
   *
   * @cpython Python/flowgraph.c:jump_thread
   */
  private boolean thread(Block block, FlowInstr jump, FlowInstr target, Op op) {
    if (jump.target == target.target) {
      return false;
    }
    jump.clear();
    FlowInstr threaded = block.add(op, 0, target.target, target.span);
    if (keepsHandler) {
      threaded.handler = jump.handler;
    }
    return true;
  }
}
