package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.arithmetic.BinaryFolding;
import io.github.pycmaven.compiler.arithmetic.FrozenSets;
import io.github.pycmaven.compiler.arithmetic.UnaryFolding;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
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
    FlowInstr[] loads = ConstantLoads.before(graph, block, index, build.arg);
    if (loads != null) {
      Constant tuple = tupleOf(ConstantLoads.values(graph, loads));
      ConstantLoads.erase(loads);
      ConstantLoads.write(graph, build, tuple);
    }
  }

  /** A tuple whose elements are loaded right before it; their places stay. */
  void adjacentTuple(FlowGraph graph, Block block, int index) {
    FlowInstr build = block.get(index);
    int first = index - build.arg;
    if (first < 0) {
      return;
    }
    Constant[] values = new Constant[build.arg];
    for (int i = 0; i < values.length; i++) {
      FlowInstr load = block.get(first + i);
      if (load.op != Op.LOAD_CONST) {
        return;
      }
      values[i] = graph.consts.get(load.arg);
    }
    for (int i = first; i < index; i++) {
      block.get(i).clear();
    }
    build.set(Op.LOAD_CONST, graph.addConst(tupleOf(values)));
  }

  private static Constant tupleOf(Constant[] elements) {
    return new Constant.Tuple(Arrays.asList(elements));
  }

  /**
   * A list or set display: a constant where it is only iterated over or searched, else built from
   * one.
   */
  void listOrSet(FlowGraph graph, Block block, int index, Op next) {
    FlowInstr build = block.get(index);
    boolean isReadOnly = next == Op.GET_ITER || next == Op.CONTAINS_OP;
    if (build.arg > LARGEST || build.arg < SMALLEST_DISPLAY && !isReadOnly) {
      return;
    }
    boolean isSet = build.op == Op.BUILD_SET;
    FlowInstr[] loads = ConstantLoads.before(graph, block, index, build.arg);
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
   * A tuple that was built as a list of constants, one by one. Says whether it was one.
   *
   * @cpython Python/flowgraph.c:fold_constant_intrinsic_list_to_tuple
   */
  boolean listToTuple(FlowGraph graph, Block block, int index) {
    int start = startOfAppended(graph, block, index - 1, Op.BUILD_LIST, Op.LIST_APPEND);
    if (start < 0) {
      return false;
    }
    ConstantLoads.write(graph, block.get(index), tupleOf(takeAppended(graph, block, start, index)));
    return true;
  }

  /**
   * A list or set that was built of constants, one by one, and is only iterated over or searched;
   * given is the index of the last append.
   */
  void appended(FlowGraph graph, Block block, int index) {
    FlowInstr last = block.get(index);
    boolean isSet = last.op == Op.SET_ADD;
    int start = startOfAppended(graph, block, index, isSet ? Op.BUILD_SET : Op.BUILD_LIST, last.op);
    if (start >= 0) {
      Constant[] elements = takeAppended(graph, block, start, index + 1);
      ConstantLoads.write(graph, last, isSet ? FrozenSets.of(elements) : tupleOf(elements));
    }
  }

  /**
   * The index of the empty display that a run of loads and appends up to an index starts from, or
   * -1.
   */
  private static int startOfAppended(FlowGraph graph, Block block, int last, Op build, Op append) {
    boolean expectsAppend = true;
    for (int i = last; i >= 0; i--) {
      FlowInstr instr = block.get(i);
      if (instr.op == Op.NOP) {
        continue;
      }
      if (expectsAppend && instr.op == build && instr.arg == 0) {
        return i;
      }
      boolean isExpected =
          expectsAppend ? instr.op == append && instr.arg == 1 : ConstantLoads.isLoad(graph, instr);
      if (!isExpected) {
        return -1;
      }
      expectsAppend = !expectsAppend;
    }
    return -1;
  }

  /** Erases the instructions of a range and answers the constants that they loaded. */
  private static Constant[] takeAppended(FlowGraph graph, Block block, int from, int to) {
    List<Constant> elements = new ArrayList<>();
    for (int i = from; i < to; i++) {
      FlowInstr instr = block.get(i);
      if (ConstantLoads.isLoad(graph, instr)) {
        elements.add(ConstantLoads.value(graph, instr));
      }
      if (instr.op != Op.NOP) {
        ConstantLoads.erase(instr);
      }
    }
    return elements.toArray(new Constant[0]);
  }

  void unary(FlowGraph graph, Block block, int index) {
    FlowInstr[] loads = ConstantLoads.before(graph, block, index, 1);
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
    FlowInstr[] loads = ConstantLoads.before(graph, block, index, 2);
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
