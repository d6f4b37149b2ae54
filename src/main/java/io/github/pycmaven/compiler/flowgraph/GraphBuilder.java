package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantCache;
import io.github.pycmaven.compiler.ir.Instr;
import io.github.pycmaven.compiler.ir.InstrSequence;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;
import java.util.ArrayList;
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

  /** For each position, the label placed there last; null where that does not matter. */
  private Label[] lastLabels;

  /** The blocks in their order; null where it does not matter when they were made. */
  private List<Block> blocks;

  private final Block entry;
  private Block current;
  private boolean hasHandlers;

  /** Where blocks start, and what is to be known of them. */
  enum Splitting {
    /** Where something jumps to. */
    AT_TARGETS,
    /** At each label; jumps hold the numbers of labels until their lengths are known. */
    AT_LABELS,
    /** At each label; the order in which blocks were made tells them apart. */
    BY_AGE
  }

  private GraphBuilder(InstrSequence sequence, OpcodeTable ops, Splitting splitting) {
    this.sequence = sequence;
    this.ops = ops;
    instructions = sequence.instructions();
    labeled = new Block[instructions.size()];
    for (Instr instr : instructions) {
      if (instr.target() != null) {
        labeled[sequence.positionOf(instr.target())] = LATER;
      }
    }
    if (splitting == Splitting.AT_LABELS) {
      splitAtLabels();
    } else if (splitting == Splitting.BY_AGE) {
      splitByAge();
    }
    entry = new Block(length(0));
    current = entry;
    if (blocks != null) {
      entry.age = -1;
      blocks.add(entry);
    }
  }

  private void splitAtLabels() {
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

  private void splitByAge() {
    blocks = new ArrayList<>();
    lastLabels = new Label[labeled.length];
    for (Label label : sequence.labels()) {
      int position = sequence.positionOf(label);
      if (position < 0 || position >= labeled.length) {
        continue;
      }
      labeled[position] = LATER;
      Label last = lastLabels[position];
      if (last == null || sequence.isPlacedAfter(label, last)) {
        lastLabels[position] = label;
      }
    }
  }

  /**
   * When a block was made: with its label, or right before its first instruction. Of several labels
   * at one place only the last one's block holds instructions.
   */
  private long age(int position) {
    Label label = lastLabels[position];
    return label == null ? InstrSequence.ageAt(position) : sequence.ageOf(label);
  }

  /** Stands for a block that has not been reached. */
  private static final Block LATER = new Block(0);

  /**
   * Builds the graph of a unit.
   *
   * @param splitting where blocks start
   */
  static FlowGraph build(
      CodeUnit unit,
      OpcodeTable ops,
      Splitting splitting,
      KeptConstants common,
      ConstantCache cache) {
    GraphBuilder builder = new GraphBuilder(unit.instructions, ops, splitting);
    builder.addAll();
    builder.aim();
    FlowGraph graph = new FlowGraph(builder.entry, builder.hasHandlers, unit, ops, common, cache);
    graph.numbersLabels = splitting != Splitting.AT_TARGETS;
    if (builder.blocks != null) {
      builder.blocks.sort((a, b) -> Long.compare(b.age, a.age));
      graph.newestFirst = builder.blocks;
    }
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
    if (blocks != null) {
      block.age = age(position);
      blocks.add(block);
    }
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
