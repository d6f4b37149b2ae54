package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;
import java.util.Arrays;

/**
 * Lets a load of a local borrow the reference if the value is consumed in the same block, before
 * the local changes, and is not itself stored in a local. Each block is run over a stack of places
 * where values came from.
 *
 * @cpython Python/flowgraph.c:optimize_load_fast
 */
final class BorrowLocals implements Pass {
  private final boolean hasFlaws;

  /**
   * Takes whether to do as 3.14 does.
   *
   * @param hasFlaws whether values added above kept inputs are ascribed to the first instructions
   *     of the block, and nothing is borrowed behind empty blocks
   */
  BorrowLocals(boolean hasFlaws) {
    this.hasFlaws = hasFlaws;
  }

  @Override
  public void run(FlowGraph graph) {
    if (graph.localsPlusCount == 0) {
      return;
    }
    Run run = new Run(graph, hasFlaws);
    graph.entry.startDepth = 0;
    run.walk.enter(graph.entry);
    while (!run.walk.isEmpty()) {
      run.interpret(run.walk.pop());
    }
  }

  private static final class Run {
    /** Index of the producer of a value that was there when the block started. */
    static final int FROM_BEFORE = -1;

    static final int NO_LOCAL = -1;

    final OpcodeTable ops;
    final Walk walk;

    /** For each value on the stack, the index of the instruction that made it. */
    int[] producers = new int[32];

    /** For each value on the stack, the local that holds it too. */
    int[] locals = new int[32];

    int depth;

    /** For each instruction of the block, whether its value must be a reference of its own. */
    boolean[] mustOwn;

    final boolean hasFlaws;

    Run(FlowGraph graph, boolean hasFlaws) {
      this.hasFlaws = hasFlaws;
      ops = graph.ops;
      walk = graph.newWalk();
      int longest = 0;
      for (Block b = graph.entry; b != null; b = b.next) {
        longest = Math.max(longest, b.size());
      }
      // The two slots beyond are for producers that CPython numbers wrongly; see keepInputs.
      mustOwn = new boolean[longest + 2];
    }

    void interpret(Block b) {
      Arrays.fill(mustOwn, 0, b.size() + 2, false);
      depth = 0;
      for (int i = 0; i < b.startDepth; i++) {
        push(FROM_BEFORE, NO_LOCAL);
      }
      for (int i = 0; i < b.size(); i++) {
        interpret(b.get(i), i);
      }
      if (!(hasFlaws && b.isEmpty()) && b.next != null && b.fallsThrough(ops)) {
        walk.enter(b.next);
      }
      for (int i = 0; i < depth; i++) {
        own(producers[i]);
      }
      for (int i = 0; i < b.size(); i++) {
        FlowInstr instr = b.get(i);
        if (mustOwn[i]) {
          continue;
        }
        if (instr.op == Op.LOAD_FAST) {
          instr.op = Op.LOAD_FAST_BORROW;
        } else if (instr.op == Op.LOAD_FAST_LOAD_FAST) {
          instr.op = Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW;
        }
      }
    }

    void interpret(FlowInstr instr, int i) {
      int arg = instr.arg;
      switch (instr.op) {
        case DELETE_FAST:
          kill(arg);
          break;
        case LOAD_FAST:
          push(i, arg);
          break;
        case LOAD_FAST_AND_CLEAR:
          kill(arg);
          push(i, arg);
          break;
        case LOAD_FAST_LOAD_FAST:
          push(i, arg >> 4);
          push(i, arg & 15);
          break;
        case STORE_FAST:
          store(arg);
          break;
        case STORE_FAST_LOAD_FAST:
          store(arg >> 4);
          push(i, arg & 15);
          break;
        case STORE_FAST_STORE_FAST:
          store(arg >> 4);
          store(arg & 15);
          break;
        default:
          interpretOther(instr, i);
          break;
      }
    }

    /** Operations that do not name a local. */
    void interpretOther(FlowInstr instr, int i) {
      int arg = instr.arg;
      switch (instr.op) {
        case COPY:
          push(producers[depth - arg], locals[depth - arg]);
          break;
        case SWAP:
          swap(arg);
          break;
        case FORMAT_SIMPLE,
        GET_ANEXT,
        GET_LEN,
        GET_YIELD_FROM_ITER,
        IMPORT_FROM,
        MATCH_KEYS,
        MATCH_MAPPING,
        MATCH_SEQUENCE,
        WITH_EXCEPT_START:
          keepInputs(instr, i);
          break;
        case DICT_MERGE,
        DICT_UPDATE,
        LIST_APPEND,
        LIST_EXTEND,
        MAP_ADD,
        RERAISE,
        SET_ADD,
        SET_UPDATE:
          depth += ops.effect(instr.op, arg);
          break;
        case CHECK_EXC_MATCH:
          depth--;
          push(i, NO_LOCAL);
          break;
        case GET_ITER:
          if (ops.effect(instr.op, arg) > 0) {
            keepInputs(instr, i);
          } else {
            consumeInputs(instr, i);
          }
          break;
        case END_SEND, SET_FUNCTION_ATTRIBUTE:
          for (int k = ops.effect(instr.op, arg); k < -1; k++) {
            dropBelowTop();
          }
          dropBelowTop();
          break;
        case LOAD_SPECIAL, PUSH_EXC_INFO:
          pushBelowTop(i);
          break;
        case FOR_ITER:
          walk.enter(instr.target);
          push(i, NO_LOCAL);
          break;
        case LOAD_ATTR, LOAD_SUPER_ATTR:
          loadAttribute(instr, i);
          break;
        case SEND:
          walk.enter(instr.target);
          depth--;
          push(i, NO_LOCAL);
          break;
        default:
          consumeInputs(instr, i);
          break;
      }
    }

    /**
     * The inputs stay on the stack and values are added. CPython 3.14 counts these from 0 where it
     * should name the instruction, so the first instructions of the block pay for it.
     */
    void keepInputs(FlowInstr instr, int i) {
      int added = ops.effect(instr.op, instr.arg);
      for (int k = 0; k < added; k++) {
        push(hasFlaws ? k : i, NO_LOCAL);
      }
    }

    /** The top stays what it is, and a value comes to lie below it. */
    void pushBelowTop(int i) {
      depth--;
      int producer = producers[depth];
      int local = locals[depth];
      push(i, NO_LOCAL);
      push(producer, local);
    }

    /** The top stays what it is, and the value below it goes. */
    void dropBelowTop() {
      depth--;
      producers[depth - 1] = producers[depth];
      locals[depth - 1] = locals[depth];
    }

    void loadAttribute(FlowInstr instr, int i) {
      int producer = producers[depth - 1];
      int local = locals[depth - 1];
      depth -= instr.op == Op.LOAD_SUPER_ATTR ? 3 : 1;
      push(i, NO_LOCAL);
      if ((instr.arg & 1) != 0) {
        // The call of a method: the object may be pushed again.
        push(producer, local);
      }
    }

    void consumeInputs(FlowInstr instr, int i) {
      if (ops.hasTarget(instr.op)) {
        walk.enter(instr.target);
      }
      if (!ops.isBlockPush(instr.op)) {
        int popped = ops.popped(instr.op, instr.arg);
        depth -= popped;
        int pushed = popped + ops.jumpEffect(instr.op, instr.arg);
        for (int k = 0; k < pushed; k++) {
          push(i, NO_LOCAL);
        }
      }
    }

    void push(int producer, int local) {
      if (depth == producers.length) {
        producers = Arrays.copyOf(producers, 2 * depth);
        locals = Arrays.copyOf(locals, 2 * depth);
      }
      producers[depth] = producer;
      locals[depth++] = local;
    }

    void swap(int arg) {
      int top = depth - 1;
      int other = depth - arg;
      int producer = producers[top];
      int local = locals[top];
      producers[top] = producers[other];
      locals[top] = locals[other];
      producers[other] = producer;
      locals[other] = local;
    }

    void store(int local) {
      int producer = producers[--depth];
      kill(local);
      own(producer);
    }

    /** A local changes: values on the stack that it holds must be references of their own. */
    void kill(int local) {
      for (int i = 0; i < depth; i++) {
        if (locals[i] == local) {
          own(producers[i]);
        }
      }
    }

    void own(int producer) {
      if (producer != FROM_BEFORE) {
        mustOwn[producer] = true;
      }
    }
  }
}
