package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.code.CodeFlags;
import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.NameTable;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;

/**
 * Gives cells and free variables their slots behind the locals, a cell that is an argument the slot
 * of that, and puts in front of the code what makes the cells, copies the closure and starts a
 * generator.
 *
 * @cpython Python/flowgraph.c:prepare_localsplus
 */
final class PrepareLocals implements Pass {
  /** Flags of code that is suspended. */
  static final int GENERATOR_LIKE =
      CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;

  /** How the code of a generator starts. */
  enum GeneratorStart {
    /** As the code generator has said. */
    NONE,
    /** By two operations on the first line. */
    PLACED,
    /** By two operations, of which only the first has a place. */
    HALF_PLACED
  }

  private final GeneratorStart start;

  PrepareLocals(GeneratorStart start) {
    this.start = start;
  }

  @Override
  public void run(FlowGraph graph) {
    CodeUnit unit = graph.unit;
    int locals = unit.varnames.size();
    int cells = unit.cellvars.size();
    int frees = unit.freevars.size();
    int[] slots = slotsBeforeDrop(unit);
    insertPrefix(graph, slots);
    int dropped = 0;
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == i + locals) {
        slots[i] -= dropped;
      } else {
        dropped++;
      }
    }
    if (cells + frees > 0) {
      renumber(graph, slots);
    }
    graph.localsPlusCount = locals + cells + frees - dropped;
  }

  private static int[] slotsBeforeDrop(CodeUnit unit) {
    NameTable cells = unit.cellvars;
    int[] slots = new int[cells.size() + unit.freevars.size()];
    for (int i = 0; i < slots.length; i++) {
      int local = i < cells.size() ? unit.varnames.indexOf(cells.get(i)) : -1;
      slots[i] = local >= 0 ? local : unit.varnames.size() + i;
    }
    return slots;
  }

  private void insertPrefix(FlowGraph graph, int[] slots) {
    CodeUnit unit = graph.unit;
    Block entry = graph.entry;
    if (start != GeneratorStart.NONE && (unit.flags & GENERATOR_LIKE) != 0) {
      Span place = new Span(unit.firstLine, -1, unit.firstLine, -1);
      Span second = start == GeneratorStart.PLACED ? place : Span.NONE;
      entry.insert(0, new FlowInstr(Op.RETURN_GENERATOR, 0, place, null, null));
      entry.insert(1, new FlowInstr(Op.POP_TOP, 0, second, null, null));
    }
    int cells = unit.cellvars.size();
    if (cells > 0) {
      int[] cellInSlot = new int[unit.varnames.size() + cells];
      for (int i = 0; i < cells; i++) {
        cellInSlot[slots[i]] = i + 1;
      }
      int at = 0;
      for (int cell : cellInSlot) {
        if (cell > 0) {
          entry.insert(at++, new FlowInstr(Op.MAKE_CELL, cell - 1, Span.NONE, null, null));
        }
      }
    }
    int frees = unit.freevars.size();
    if (frees > 0) {
      entry.insert(0, new FlowInstr(Op.COPY_FREE_VARS, frees, Span.NONE, null, null));
    }
  }

  private static void renumber(FlowGraph graph, int[] slots) {
    for (Block b = graph.entry; b != null; b = b.next) {
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        switch (instr.op) {
          case MAKE_CELL,
          LOAD_CLOSURE,
          LOAD_DEREF,
          STORE_DEREF,
          DELETE_DEREF,
          LOAD_FROM_DICT_OR_DEREF,
          LOAD_CLASSDEREF:
            instr.arg = slots[instr.arg];
            break;
          default:
            break;
        }
      }
    }
  }
}
