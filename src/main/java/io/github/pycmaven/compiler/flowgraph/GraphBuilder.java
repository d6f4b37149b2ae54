package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantCache;
import io.github.pycmaven.compiler.ir.Instr;
import io.github.pycmaven.compiler.ir.InstrSequence;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;
import java.util.List;

/**
 * Cuts a sequence of instructions into basic blocks. A block starts where something jumps to and
 * after each jump or exit. Code for annotations is spliced in at its placeholder.
 *
 * @cpython Python/flowgraph.c:_PyCfg_FromInstructionSequence
 */
final class GraphBuilder {
  /** Jumps that a pass may add at the end of a block. */
  private static final int SPARE = 1;

  private final OpcodeTable ops;
  private final InstrSequence sequence;
  private final List<Instr> instructions;

  /** For each position, the block that starts there, if something jumps to it. */
  private final Block[] labeled;

  /** For each position, the number of the last label there; null where that does not matter. */
  private int[] labels;

  private final Block entry;
  private Block current;
  private boolean hasHandlers;

  private GraphBuilder(InstrSequence sequence, OpcodeTable ops, boolean splitsAtLabels) {
    this.sequence = sequence;
    this.ops = ops;
    instructions = sequence.instructions();
    labeled = new Block[instructions.size()];
    for (Instr instr : instructions) {
      if (instr.target() != null) {
        labeled[sequence.positionOf(instr.target())] = LATER;
      }
    }
    if (splitsAtLabels) {
      labels = new int[labeled.length];
      int number = 0;
      for (Label label : sequence.labels()) {
        int position = sequence.positionOf(label);
        if (position >= 0 && position < labeled.length) {
          labeled[position] = LATER;
          labels[position] = number;
        }
        number++;
      }
    }
    entry = new Block(length(0));
    current = entry;
  }

  /** Stands for a block that has not been reached. */
  private static final Block LATER = new Block(0);

  /**
   * Builds the graph of a unit.
   *
   * @param splitsAtLabels whether a block starts at each label, even if nothing jumps there
   */
  static FlowGraph build(
      CodeUnit unit,
      OpcodeTable ops,
      boolean splitsAtLabels,
      KeptConstants common,
      ConstantCache cache) {
    GraphBuilder builder = new GraphBuilder(unit.instructions, ops, splitsAtLabels);
    builder.addAll();
    builder.aim();
    FlowGraph graph = new FlowGraph(builder.entry, builder.hasHandlers, unit, ops, common, cache);
    graph.numbersLabels = splitsAtLabels;
    return graph;
  }

  private void addAll() {
    for (int i = 0; i < labeled.length; i++) {
      Instr instr = instructions.get(i);
      Op op = instr.op();
      if (op == Op.ANNOTATIONS_PLACEHOLDER) {
        splice(sequence.annotationsCode());
        continue;
      }
      if (labeled[i] != null) {
        startLabeled(i);
      }
      if (instr.target() == null) {
        add(i, instr, instr.oparg());
      } else {
        // The target's block may not exist yet; until it does, the argument holds its position.
        add(i, instr, sequence.positionOf(instr.target()));
        hasHandlers |= ops.isBlockPush(op);
      }
    }
  }

  /** Replaces positions by the blocks there. */
  private void aim() {
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (ops.hasTarget(instr.op)) {
          instr.target = labeled[instr.arg];
          instr.arg = labels == null ? 0 : instr.target.label;
        }
      }
    }
  }

  private void splice(InstrSequence code) {
    if (code == null) {
      return;
    }
    for (Instr instr : code.instructions()) {
      if (instr.target() != null) {
        throw new IllegalStateException("a jump in the code for annotations");
      }
      add(0, instr, instr.oparg());
    }
  }

  private void add(int position, Instr instr, int arg) {
    FlowInstr last = current.last();
    if (last != null && ops.isTerminator(last.op)) {
      startBlock(position);
    }
    current.add(instr.op(), arg, null, instr.span());
  }

  private void startLabeled(int position) {
    if (!current.isEmpty() || current.isLabeled) {
      startBlock(position);
    }
    current.isLabeled = true;
    labeled[position] = current;
    current.label = labels == null ? current.label : labels[position];
  }

  private void startBlock(int position) {
    Block block = new Block(length(position));
    current.next = block;
    current = block;
  }

  /** How many slots a block should have that starts at a position. */
  private int length(int position) {
    int i = position;
    while (i < labeled.length && !ops.isTerminator(instructions.get(i).op())) {
      i++;
      if (i < labeled.length && labeled[i] != null) {
        break;
      }
    }
    return Math.max(2, i - position + 1 + SPARE);
  }
}
