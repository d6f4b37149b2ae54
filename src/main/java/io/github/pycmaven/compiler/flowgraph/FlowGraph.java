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

  final CodeUnit unit;
  final OpcodeTable ops;
  final ConstantCache cache;

  /** What {@code co_consts} will hold. */
  final List<Constant> consts;

  /** The deepest that the stack can get; set by {@link ComputeStackDepth}. */
  int stackDepth;

  /** Number of locals, cells and free variables; set by {@link PrepareLocals}. */
  int localsPlusCount;

  FlowGraph(Block entry, CodeUnit unit, OpcodeTable ops, ConstantCache cache) {
    this.entry = entry;
    this.unit = unit;
    this.ops = ops;
    this.cache = cache;
    this.consts = new ArrayList<>(unit.consts.constants());
  }

  /** An empty stack for a walk over all blocks, whose marks are cleared. */
  Block[] newWalk() {
    int count = 0;
    for (Block b = entry; b != null; b = b.next) {
      b.isVisited = false;
      count++;
    }
    return new Block[count];
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
