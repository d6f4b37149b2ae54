package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;
import java.util.Arrays;

/**
 * A basic block: instructions of which only the last may jump or leave. Blocks form a list in the
 * order of the code; the marks belong to the passes.
 *
 * @cpython Python/flowgraph.c:basicblock
 */
final class Block {
  /** Slots beyond the size keep what was there before; see {@link #add}. */
  private FlowInstr[] slots;

  private int size;

  /** The next block in the order of the code. */
  Block next;

  /** The number of its label where that matters. */
  int label = -1;

  /** Whether something may jump here. */
  boolean isLabeled;

  /** Whether it is the handler of some block of code. */
  boolean isHandler;

  /** Whether it is a handler that wants the offset of the instruction that raised. */
  boolean preservesLasti;

  /** The number of the walk that marked it last; see {@link Walk}. */
  int lastWalk;

  boolean isCold;
  boolean isWarm;
  int predecessors;

  /** Depth of the stack at the start. */
  int startDepth;

  /** Which of the first 64 locals may be unset at the start. */
  long unsetLocals;

  /** Handlers in force at the start, while they are being found out. */
  ExceptStack handlers;

  /** Greater than that of all blocks made earlier, where that matters. */
  long age;

  /** Index of the first instruction in the linear code. */
  int position;

  /** A block with room for some instructions. */
  Block(int room) {
    slots = new FlowInstr[room];
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  FlowInstr get(int index) {
    return slots[index];
  }

  void set(int index, FlowInstr instr) {
    slots[index] = instr;
  }

  /** The last instruction, or null. */
  FlowInstr last() {
    return size == 0 ? null : slots[size - 1];
  }

  /** The operation at an index, or null beyond the end. */
  Op opAt(int index) {
    return index < size ? slots[index].op : null;
  }

  /** Drops instructions at the end. */
  void truncate(int newSize) {
    size = newSize;
  }

  /**
   * Appends an instruction. Its handler is that of the instruction which stood in its slot before,
   * if any did: CPython leaves that field of a reused slot alone, and the exception table shows it.
   */
  FlowInstr add(Op op, int arg, Block target, Span span) {
    ensureRoom(size + 1);
    FlowInstr stale = slots[size];
    FlowInstr instr = new FlowInstr(op, arg, span, target, stale == null ? null : stale.handler);
    slots[size++] = instr;
    return instr;
  }

  /** Appends copies of another block's instructions. */
  void addCopiesOf(Block from) {
    int count = from.size;
    ensureRoom(size + count);
    for (int i = 0; i < count; i++) {
      slots[size++] = from.slots[i].copy();
    }
  }

  void insert(int index, FlowInstr instr) {
    ensureRoom(size + 1);
    System.arraycopy(slots, index, slots, index + 1, size - index);
    slots[index] = instr;
    size++;
  }

  private void ensureRoom(int room) {
    if (room > slots.length) {
      slots = Arrays.copyOf(slots, Math.max(room, 2 * slots.length));
    }
  }

  /** Whether control can reach the next block by passing the end of this one. */
  boolean fallsThrough(OpcodeTable ops) {
    FlowInstr last = last();
    return last == null || !(ops.isScopeExit(last.op) || ops.isUnconditionalJump(last.op));
  }

  /** Whether the block ends with a return or raise. */
  boolean exitsScope(OpcodeTable ops) {
    FlowInstr last = last();
    return last != null && ops.isScopeExit(last.op);
  }

  /** Whether no instruction has a line. */
  boolean hasNoLine() {
    for (int i = 0; i < size; i++) {
      if (slots[i].hasLine()) {
        return false;
      }
    }
    return true;
  }

  /** The first block from a given one on that holds instructions, or null. */
  static Block nonEmptyFrom(Block block) {
    Block b = block;
    while (b != null && b.size == 0) {
      b = b.next;
    }
    return b;
  }
}
