package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantCache;
import io.github.pycmaven.target.OpcodeTable;
import java.util.ArrayList;
import java.util.List;

/** The control flow of one code object while the passes work on it. */
final class FlowGraph {
  /** Where control enters; all blocks are reached from it by {@link Block#next}. */
  final Block entry;

  /** Whether any block is a handler; without one there is less to do. */
  final boolean hasHandlers;

  final CodeUnit unit;
  final OpcodeTable ops;
  final ConstantCache cache;

  /** The constants that the interpreter keeps at hand. */
  final KeptConstants common;

  /** What {@code co_consts} will hold. */
  final List<Constant> consts;

  /** Whether the arguments of jumps are the numbers of labels. */
  boolean numbersLabels;

  /** All blocks, the last one made first; empty where that order does not matter. */
  List<Block> newestFirst = List.of();

  private final Walk walk = new Walk();

  /** The deepest that the stack can get; set by {@link ComputeStackDepth}. */
  int stackDepth;

  /** Number of locals, cells and free variables; set by {@link PrepareLocals}. */
  int localsPlusCount;

  FlowGraph(
      Block entry,
      boolean hasHandlers,
      CodeUnit unit,
      OpcodeTable ops,
      KeptConstants common,
      ConstantCache cache) {
    this.common = common;
    this.entry = entry;
    this.hasHandlers = hasHandlers;
    this.unit = unit;
    this.ops = ops;
    this.cache = cache;
    this.consts = new ArrayList<>(unit.consts.constants());
  }

  /** A walk that has not been anywhere yet; the one before is over. */
  Walk newWalk() {
    return walk.restarted();
  }

  /** A number for one more label. */
  int newLabel() {
    int greatest = -1;
    for (Block b = entry; b != null; b = b.next) {
      greatest = Math.max(greatest, b.label);
    }
    return greatest + 1;
  }

  /** The index of a constant, which is appended if it is new. */
  int addConst(Constant value) {
    Constant constant = cache.canonicalAsIs(value);
    for (int i = 0; i < consts.size(); i++) {
      if (consts.get(i) == constant) {
        return i;
      }
    }
    consts.add(constant);
    return consts.size() - 1;
  }
}
