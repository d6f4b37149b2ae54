package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantCache;
import io.github.pycmaven.compiler.ir.Instr;
import io.github.pycmaven.compiler.ir.InstrSequence;
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
  private final OpcodeTable ops;
  private final Block entry = new Block();
  private Block current = entry;

  private GraphBuilder(OpcodeTable ops) {
    this.ops = ops;
  }

  static FlowGraph build(CodeUnit unit, OpcodeTable ops, ConstantCache cache) {
    GraphBuilder builder = new GraphBuilder(ops);
    builder.addAll(unit.instructions);
    return new FlowGraph(builder.entry, unit, ops, cache);
  }

  private void addAll(InstrSequence sequence) {
    List<Instr> instructions = sequence.instructions();
    int count = instructions.size();
    boolean[] isTarget = new boolean[count + 1];
    for (int i = 0; i < count; i++) {
      Instr instr = instructions.get(i);
      if (instr.target() != null) {
        isTarget[sequence.positionOf(instr.target())] = true;
      }
    }
    Block[] blocks = new Block[count + 1];
    for (int i = 0; i < count; i++) {
      Instr instr = instructions.get(i);
      if (instr.op() == Op.ANNOTATIONS_PLACEHOLDER) {
        splice(sequence.annotationsCode());
        continue;
      }
      if (isTarget[i]) {
        startLabeled();
        blocks[i] = current;
      }
      // The target's block may not exist yet; until then its position is kept in the argument.
      int arg = instr.target() == null ? instr.oparg() : sequence.positionOf(instr.target());
      add(instr, arg);
    }
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (ops.hasTarget(instr.op)) {
          instr.target = blocks[instr.arg];
          instr.arg = 0;
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
      add(instr, instr.oparg());
    }
  }

  private void add(Instr instr, int arg) {
    FlowInstr last = current.last();
    if (last != null && ops.isTerminator(last.op)) {
      startBlock();
    }
    current.add(instr.op(), arg, null, instr.span());
  }

  private void startLabeled() {
    if (!current.isEmpty() || current.isLabeled) {
      startBlock();
    }
    current.isLabeled = true;
  }

  private void startBlock() {
    Block block = new Block();
    current.next = block;
    current = block;
  }
}
