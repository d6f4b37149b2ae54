package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.arithmetic.Truth;
import io.github.pycmaven.target.Op;

/**
 * Loads small ints without a constant, and decides what can be decided about a constant that was
 * just loaded: jumps on it, its truth, and whether a value is {@code None}.
 *
 * @cpython Python/flowgraph.c:optimize_load_const
 */
final class SimplifyConstantTests implements Pass {
  @Override
  public void run(FlowGraph graph) {
    for (Block b = graph.entry; b != null; b = b.next) {
      simplify(graph, b);
    }
  }

  private static void simplify(FlowGraph graph, Block block) {
    // What is on top of the stack: the operation that put it there, seen through COPY.
    Op op = null;
    Constant value = null;
    for (int i = 0; i < block.size(); i++) {
      FlowInstr instr = block.get(i);
      boolean copiesConstant = op == Op.LOAD_CONST && instr.op == Op.COPY && instr.arg == 1;
      if (!copiesConstant) {
        op = instr.op;
        value = null;
        if (ConstantLoads.isLoad(graph, instr)) {
          value = ConstantLoads.value(graph, instr);
          ConstantLoads.writeSmall(graph, instr, value);
          op = instr.op;
        }
      }
      Op next = block.opAt(i + 1);
      if (value == null) {
        continue;
      }
      decide(graph, block, i, value, next);
      if (instr.op == Op.LOAD_CONST) {
        ConstantLoads.writeCommon(graph, instr, graph.consts.get(instr.arg));
      }
    }
  }

  private static void decide(FlowGraph graph, Block block, int i, Constant value, Op next) {
    if (next == null) {
      return;
    }
    FlowInstr instr = block.get(i);
    switch (next) {
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, JUMP_IF_FALSE, JUMP_IF_TRUE:
        decideJump(instr, block.get(i + 1), Truth.of(value));
        break;
      case IS_OP:
        if (value == Constant.Singleton.NONE) {
          jumpOnNone(block, i);
        }
        break;
      case RETURN_VALUE:
        if (graph.ops.has(Op.RETURN_CONST)) {
          int returned = instr.arg;
          instr.clear();
          block.get(i + 1).set(Op.RETURN_CONST, returned);
        }
        break;
      case TO_BOOL:
        int index = graph.addConst(Constant.Singleton.of(Truth.of(value)));
        instr.clear();
        block.get(i + 1).set(Op.LOAD_CONST, index);
        break;
      default:
        break;
    }
  }

  static void decideJump(FlowInstr load, FlowInstr jump, boolean truth) {
    if (jump.op == Op.POP_JUMP_IF_FALSE || jump.op == Op.POP_JUMP_IF_TRUE) {
      load.clear();
    }
    boolean jumpsIfTrue = jump.op == Op.POP_JUMP_IF_TRUE || jump.op == Op.JUMP_IF_TRUE;
    if (truth == jumpsIfTrue) {
      jump.op = Op.JUMP;
    } else {
      jump.clear();
    }
  }

  private static void jumpOnNone(Block block, int index) {
    int at = index + 2;
    if (block.opAt(at) == Op.TO_BOOL) {
      block.get(at).clear();
      at++;
    }
    Op op = block.opAt(at);
    if (op != Op.POP_JUMP_IF_FALSE && op != Op.POP_JUMP_IF_TRUE) {
      return;
    }
    FlowInstr is = block.get(index + 1);
    boolean ifNotNone = (is.arg != 0) != (op == Op.POP_JUMP_IF_FALSE);
    block.get(index).clear();
    is.clear();
    block.get(at).op = ifNotNone ? Op.POP_JUMP_IF_NOT_NONE : Op.POP_JUMP_IF_NONE;
  }
}
