package io.github.pycmaven.compiler.ir;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import java.util.Arrays;
import java.util.List;

/**
 * The instructions of one code object in their final order, between the flow graph and the
 * assembler: real operations only, jumps by the index of the instruction that they go to.
 *
 * @cpython Python/flowgraph.c:_PyCfg_OptimizedCfgToInstructionSequence
 */
public final class LinearCode {
  /** What {@link #handler} answers where no handler is in force. */
  public static final int NO_HANDLER = -1;

  private int size;
  private Op[] ops;
  private int[] args;
  private int[] firstArgs;
  private Span[] spans;
  private int[] handlers;
  private int[] depths;
  private final List<Constant> consts;
  private final int stackDepth;
  private final int localsPlusCount;

  /**
   * An empty code.
   *
   * @param capacity about how many instructions there will be
   * @param consts what {@code co_consts} will hold
   * @param stackDepth the deepest that the stack can get
   * @param localsPlusCount how many locals, cells and free variables there are
   */
  public LinearCode(int capacity, List<Constant> consts, int stackDepth, int localsPlusCount) {
    int room = Math.max(capacity, 1);
    ops = new Op[room];
    args = new int[room];
    spans = new Span[room];
    handlers = new int[room];
    depths = new int[room];
    this.consts = consts;
    this.stackDepth = stackDepth;
    this.localsPlusCount = localsPlusCount;
  }

  /**
   * Appends an instruction.
   *
   * @param arg its argument; of a jump, the index of the instruction that it goes to
   * @param handler the index of the handler's first instruction, or {@link #NO_HANDLER}
   * @param handlerDepth twice the depth of the stack at which the handler starts, plus one if it
   *     wants the offset of the instruction that raised
   */
  public void add(Op op, int arg, Span span, int handler, int handlerDepth) {
    if (size == ops.length) {
      ops = Arrays.copyOf(ops, 2 * size);
      args = Arrays.copyOf(args, 2 * size);
      firstArgs = firstArgs == null ? null : Arrays.copyOf(firstArgs, 2 * size);
      spans = Arrays.copyOf(spans, 2 * size);
      handlers = Arrays.copyOf(handlers, 2 * size);
      depths = Arrays.copyOf(depths, 2 * size);
    }
    ops[size] = op;
    args[size] = arg;
    if (firstArgs != null) {
      firstArgs[size] = arg;
    }
    spans[size] = span;
    handlers[size] = handler;
    depths[size] = handlerDepth;
    size++;
  }

  /** How many instructions there are. */
  public int size() {
    return size;
  }

  /** The operation of an instruction. */
  public Op op(int index) {
    return ops[index];
  }

  /** Changes an operation to a sister that differs in direction only. */
  public void setOp(int index, Op op) {
    ops[index] = op;
  }

  /** The argument of an instruction. */
  public int arg(int index) {
    return args[index];
  }

  /** Says what a jump's argument is taken to be until its length is known. */
  public void setFirstArg(int index, int arg) {
    if (firstArgs == null) {
      firstArgs = args.clone();
    }
    firstArgs[index] = arg;
  }

  /** What an argument is taken to be until the lengths of jumps are known. */
  public int firstArg(int index) {
    return firstArgs == null ? args[index] : firstArgs[index];
  }

  /** Its place in the source. */
  public Span span(int index) {
    return spans[index];
  }

  /** The index of the first instruction of its handler, or {@link #NO_HANDLER}. */
  public int handler(int index) {
    return handlers[index];
  }

  /** The start of the handler's stack, as given to {@link #add}. */
  public int handlerDepth(int index) {
    return depths[index];
  }

  /** The constants. */
  public List<Constant> consts() {
    return consts;
  }

  /** The deepest that the stack can get. */
  public int stackDepth() {
    return stackDepth;
  }

  /** How many locals, cells and free variables there are. */
  public int localsPlusCount() {
    return localsPlusCount;
  }
}
