package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.target.Op;
import java.util.Arrays;
import java.util.List;

/**
 * Replaces operations on constants by their results: displays, unary and binary operators.
 *
 * @cpython Python/flowgraph.c:fold_tuple_of_constants, Python/flowgraph.c:optimize_lists_and_sets
 */
final class FoldConstants {
  /** Larger displays are left alone, since their elements all lie on the stack. */
  private static final int LARGEST = 30;

  /** Smaller list and set displays are built element by element. */
  private static final int SMALLEST_DISPLAY = 3;

  private final List<String> binaryOperators;

  FoldConstants(List<String> binaryOperators) {
    this.binaryOperators = binaryOperators;
  }

  void tuple(FlowGraph graph, Block block, int index) {
    FlowInstr build = block.get(index);
    if (build.arg > LARGEST) {
      return;
    }
    FlowInstr[] loads = ConstantLoads.before(block, index, build.arg);
    if (loads != null) {
      Constant tuple = tupleOf(ConstantLoads.values(graph, loads));
      ConstantLoads.erase(loads);
      ConstantLoads.write(graph, build, tuple);
    }
  }

  private static Constant tupleOf(Constant[] elements) {
    return new Constant.Tuple(Arrays.asList(elements));
  }

  /** A list or set display: a constant where it is only iterated over or searched, else built from one. */
  void listOrSet(FlowGraph graph, Block block, int index, Op next) {
    FlowInstr build = block.get(index);
    boolean isReadOnly = next == Op.GET_ITER || next == Op.CONTAINS_OP;
    if (build.arg > LARGEST || build.arg < SMALLEST_DISPLAY && !isReadOnly) {
      return;
    }
    boolean isSet = build.op == Op.BUILD_SET;
    FlowInstr[] loads = ConstantLoads.before(block, index, build.arg);
    if (loads == null) {
      if (isReadOnly && !isSet) {
        build.op = Op.BUILD_TUPLE;
      }
      return;
    }
    Constant[] values = ConstantLoads.values(graph, loads);
    Constant result = isSet ? FrozenSets.of(values) : tupleOf(values);
    if (result == null) {
      return;
    }
    int constant = graph.addConst(result);
    ConstantLoads.erase(loads);
    if (isReadOnly) {
      build.set(Op.LOAD_CONST, constant);
      return;
    }
    block.get(index - 2).span = build.span;
    block.get(index - 2).set(build.op, 0);
    block.get(index - 1).set(Op.LOAD_CONST, constant);
    build.set(isSet ? Op.SET_UPDATE : Op.LIST_EXTEND, 1);
  }

  /**
   * A tuple that was built as a list of constants, one by one.
   *
   * @cpython Python/flowgraph.c:fold_constant_intrinsic_list_to_tuple
   */
  void listToTuple(FlowGraph graph, Block block, int index) {
    int count = 0;
    boolean expectsAppend = true;
    for (int i = index - 1; i >= 0; i--) {
      FlowInstr instr = block.get(i);
      if (instr.op == Op.NOP) {
        continue;
      }
      if (instr.op == Op.BUILD_LIST && instr.arg == 0) {
        if (expectsAppend) {
          replaceList(graph, block, i, index, count);
        }
        return;
      }
      boolean isExpected =
          expectsAppend
              ? instr.op == Op.LIST_APPEND && instr.arg == 1
              : ConstantLoads.isLoad(instr.op);
      if (!isExpected) {
        return;
      }
      count += expectsAppend ? 0 : 1;
      expectsAppend = !expectsAppend;
    }
  }

  private static void replaceList(FlowGraph graph, Block block, int from, int to, int count) {
    Constant[] elements = new Constant[count];
    int at = 0;
    for (int i = from; i < to; i++) {
      FlowInstr instr = block.get(i);
      if (ConstantLoads.isLoad(instr.op)) {
        elements[at++] = ConstantLoads.value(graph, instr);
      }
      if (instr.op != Op.NOP) {
        ConstantLoads.erase(instr);
      }
    }
    ConstantLoads.write(graph, block.get(to), tupleOf(elements));
  }

  void unary(FlowGraph graph, Block block, int index) {
    FlowInstr[] loads = ConstantLoads.before(block, index, 1);
    if (loads == null) {
      return;
    }
    FlowInstr instr = block.get(index);
    Constant result = UnaryFolding.fold(instr.op, ConstantLoads.value(graph, loads[0]));
    if (result != null) {
      ConstantLoads.erase(loads);
      ConstantLoads.write(graph, instr, result);
    }
  }

  void binary(FlowGraph graph, Block block, int index) {
    FlowInstr[] loads = ConstantLoads.before(block, index, 2);
    if (loads == null) {
      return;
    }
    FlowInstr instr = block.get(index);
    Constant left = ConstantLoads.value(graph, loads[0]);
    Constant right = ConstantLoads.value(graph, loads[1]);
    Constant result = BinaryFolding.fold(binaryOperators.get(instr.arg), left, right);
    if (result != null) {
      ConstantLoads.erase(loads);
      ConstantLoads.write(graph, instr, result);
    }
  }
}
