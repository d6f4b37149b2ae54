package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;

/** Reading and writing of instructions that put a constant on the stack. */
final class ConstantLoads {
  private static final int SMALL_INTS = 256;

  private ConstantLoads() {}

  static boolean isLoad(Op op) {
    return op == Op.LOAD_CONST || op == Op.LOAD_SMALL_INT;
  }

  /** Whether the instruction loads a value that can be computed with. */
  static boolean isLoad(FlowGraph graph, FlowInstr instr) {
    return isLoad(instr.op)
        || instr.op == Op.LOAD_COMMON_CONSTANT && graph.common.constant(instr.arg) != null;
  }

  static Constant value(FlowGraph graph, FlowInstr load) {
    if (load.op == Op.LOAD_COMMON_CONSTANT) {
      return graph.common.constant(load.arg);
    }
    return load.op == Op.LOAD_SMALL_INT ? new Constant.Int(load.arg) : graph.consts.get(load.arg);
  }

  /** Makes the instruction load a constant. */
  static void write(FlowGraph graph, FlowInstr instr, Constant value) {
    if (!writeSmall(graph, instr, value) && !writeCommon(graph, instr, value)) {
      instr.set(Op.LOAD_CONST, graph.addConst(value));
    }
  }

  /** Makes the instruction load the constant if that is a small int; otherwise answers no. */
  static boolean writeSmall(FlowGraph graph, FlowInstr instr, Constant value) {
    if (graph.ops.has(Op.LOAD_SMALL_INT)
        && value instanceof Constant.Int i
        && i.value() >= 0
        && i.value() < SMALL_INTS) {
      instr.set(Op.LOAD_SMALL_INT, (int) i.value());
      return true;
    }
    return false;
  }

  /** Makes the instruction load one of the constants that the interpreter keeps, if it is one. */
  static boolean writeCommon(FlowGraph graph, FlowInstr instr, Constant value) {
    int number = graph.common.number(value);
    if (number >= 0) {
      instr.set(Op.LOAD_COMMON_CONSTANT, number);
    }
    return number >= 0;
  }

  /**
   * The loads of constants right before an index, NOPs in between left aside; or null if there are
   * fewer than wanted.
   *
   * @cpython Python/flowgraph.c:get_const_loading_instrs
   */
  static FlowInstr[] before(FlowGraph graph, Block block, int index, int wanted) {
    int found = 0;
    for (int i = index - 1; i >= 0 && found < wanted; i--) {
      FlowInstr instr = block.get(i);
      if (isLoad(graph, instr)) {
        found++;
      } else if (instr.op != Op.NOP) {
        return null;
      }
    }
    if (found < wanted) {
      return null;
    }
    FlowInstr[] loads = new FlowInstr[wanted];
    for (int i = index - 1; found > 0; i--) {
      FlowInstr instr = block.get(i);
      if (instr.op != Op.NOP) {
        loads[--found] = instr;
      }
    }
    return loads;
  }

  static Constant[] values(FlowGraph graph, FlowInstr[] loads) {
    Constant[] values = new Constant[loads.length];
    for (int i = 0; i < loads.length; i++) {
      values[i] = value(graph, loads[i]);
    }
    return values;
  }

  /** Makes NOPs without a place of instructions that a constant replaces. */
  static void erase(FlowInstr... instrs) {
    for (FlowInstr instr : instrs) {
      instr.clear();
      instr.span = Span.NONE;
    }
  }
}
