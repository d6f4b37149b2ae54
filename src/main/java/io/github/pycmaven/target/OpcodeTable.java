package io.github.pycmaven.target;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The operations of one CPython: numbers, cache slots, stack effects and kinds, all by {@link Op}.
 *
 * <p>Facts that CPython itself can be asked for come from the target file; the sets named here
 * (which operations end a block) are the compiler's own and the same in all versions.
 *
 * @cpython Include/internal/pycore_opcode_metadata.h, Include/internal/pycore_opcode_utils.h
 */
public final class OpcodeTable {
  private static final int PSEUDO = 1;
  private static final int EVAL_BREAK = 2;
  private static final int ARG = 4;
  private static final int JUMP = 8;
  private static final int BLOCK_PUSH = 16;
  private static final int SCOPE_EXIT = 32;
  private static final int UNCONDITIONAL = 64;
  private static final int CONDITIONAL = 128;
  private static final int CONST = 256;

  private static final EnumSet<Op> SCOPE_EXITS =
      EnumSet.of(Op.RETURN_VALUE, Op.RETURN_CONST, Op.RAISE_VARARGS, Op.RERAISE);
  private static final EnumSet<Op> UNCONDITIONAL_JUMPS =
      EnumSet.of(
          Op.JUMP,
          Op.JUMP_NO_INTERRUPT,
          Op.JUMP_FORWARD,
          Op.JUMP_BACKWARD,
          Op.JUMP_BACKWARD_NO_INTERRUPT,
          Op.JUMP_ABSOLUTE);
  private static final EnumSet<Op> CONDITIONAL_JUMPS =
      EnumSet.of(
          Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE, Op.POP_JUMP_IF_NONE, Op.POP_JUMP_IF_NOT_NONE);

  private static final int OPS = Op.values().length;
  private static final int TERMS = 7;

  private final int[] numbers = new int[OPS];
  private final byte[] caches = new byte[OPS];
  private final short[] flags = new short[OPS];
  private final ArgKind[] kinds = new ArgKind[OPS];
  private final Effects popped = new Effects();
  private final Effects effects = new Effects();
  private final Effects jumpEffects = new Effects();
  private final Op[] byNumber = new Op[512];
  private final Map<String, List<String>> words;

  OpcodeTable(Iterable<String> rows, Map<String, List<String>> words) {
    this.words = words;
    Arrays.fill(numbers, -1);
    for (String row : rows) {
      read(row.split(" "));
    }
  }

  private void read(String[] row) {
    Op op = Op.valueOf(row[0]);
    int i = op.ordinal();
    numbers[i] = Integer.parseInt(row[1]);
    byNumber[numbers[i]] = op;
    kinds[i] = ArgKind.valueOf(row[2].toUpperCase(java.util.Locale.ROOT));
    caches[i] = Byte.parseByte(row[3]);
    popped.read(i, row[4].equals("-") ? "0" : row[4]);
    effects.read(i, row[5]);
    jumpEffects.read(i, row[6]);
    int bits = kinds[i] == ArgKind.NONE ? 0 : ARG;
    for (String flag : row[7].split("\\|")) {
      bits |= flag.equals("PSEUDO") ? PSEUDO : flag.equals("EVAL_BREAK") ? EVAL_BREAK : 0;
    }
    bits |= kinds[i] == ArgKind.JREL || kinds[i] == ArgKind.JABS ? JUMP : 0;
    bits |= kinds[i] == ArgKind.HANDLER ? BLOCK_PUSH : 0;
    bits |= kinds[i] == ArgKind.CONST ? CONST : 0;
    bits |= SCOPE_EXITS.contains(op) ? SCOPE_EXIT : 0;
    bits |= UNCONDITIONAL_JUMPS.contains(op) ? UNCONDITIONAL : 0;
    bits |= CONDITIONAL_JUMPS.contains(op) ? CONDITIONAL : 0;
    flags[i] = (short) bits;
  }

  /** Whether the version has the operation. */
  public boolean has(Op op) {
    return numbers[op.ordinal()] >= 0;
  }

  /** The number of an operation, or -1. */
  public int number(Op op) {
    return numbers[op.ordinal()];
  }

  /** The operation with a number, or null. */
  public Op op(int number) {
    return number < 0 || number >= byNumber.length ? null : byNumber[number];
  }

  /** How many code units of caches follow the instruction. */
  public int caches(Op op) {
    return caches[op.ordinal()];
  }

  /** What the argument means. */
  public ArgKind kind(Op op) {
    return kinds[op.ordinal()];
  }

  /**
   * How many values the operation takes from the stack, those that it puts back included; known
   * from 3.13 on.
   */
  public int popped(Op op, int oparg) {
    return popped.at(op.ordinal(), oparg);
  }

  /** By how much the stack grows when the operation does not jump. */
  public int effect(Op op, int oparg) {
    return effects.at(op.ordinal(), oparg);
  }

  /** By how much the stack grows at the place that the operation jumps to. */
  public int jumpEffect(Op op, int oparg) {
    return jumpEffects.at(op.ordinal(), oparg);
  }

  /** Whether only the compiler knows the operation. */
  public boolean isPseudo(Op op) {
    return is(op, PSEUDO);
  }

  /** Whether it has an argument. */
  public boolean hasArg(Op op) {
    return is(op, ARG);
  }

  /** Whether its argument is an index into the constants. */
  public boolean hasConst(Op op) {
    return is(op, CONST);
  }

  /** Whether it may jump. */
  public boolean hasJump(Op op) {
    return is(op, JUMP);
  }

  /** Whether it opens a block and names its handler. */
  public boolean isBlockPush(Op op) {
    return is(op, BLOCK_PUSH);
  }

  /** Whether it names a place in the code: a jump, or the opening of a block. */
  public boolean hasTarget(Op op) {
    return is(op, JUMP | BLOCK_PUSH);
  }

  /** Whether the interpreter looks for signals and requests there. */
  public boolean hasEvalBreak(Op op) {
    return is(op, EVAL_BREAK);
  }

  /** Whether it leaves the code: return or raise. */
  public boolean isScopeExit(Op op) {
    return is(op, SCOPE_EXIT);
  }

  /** Whether it must be the last of its basic block. */
  public boolean isTerminator(Op op) {
    return is(op, JUMP | SCOPE_EXIT);
  }

  /** Whether it always jumps. */
  public boolean isUnconditionalJump(Op op) {
    return is(op, UNCONDITIONAL);
  }

  /** Whether it pops a value and jumps if that has a property. */
  public boolean isConditionalJump(Op op) {
    return is(op, CONDITIONAL);
  }

  /**
   * The names that arguments of some operations stand for: {@code compare}, {@code binary}, {@code
   * intrinsic-1}, {@code intrinsic-2}, {@code special-method-names}, {@code common-constants}.
   */
  public List<String> words(String title) {
    return words.getOrDefault(title, Collections.emptyList());
  }

  private boolean is(Op op, int mask) {
    return (flags[op.ordinal()] & mask) != 0;
  }

  /** Stack effects as sums of a few terms in the argument; see {@code dump_target.py}. */
  private static final class Effects {
    private final int[] constant = new int[OPS];
    private final int[] slope = new int[OPS];
    private final int[][] bits = new int[OPS][];

    void read(int op, String text) {
      String[] terms = text.split(",");
      constant[op] = Integer.parseInt(terms[0]);
      slope[op] = terms.length > 1 ? Integer.parseInt(terms[1]) : 0;
      if (terms.length > 2) {
        bits[op] = new int[TERMS - 2];
        for (int i = 2; i < terms.length; i++) {
          bits[op][i - 2] = Integer.parseInt(terms[i]);
        }
      }
    }

    int at(int op, int oparg) {
      int effect = constant[op] + slope[op] * oparg;
      int[] more = bits[op];
      if (more != null) {
        for (int i = 0; i < 4; i++) {
          effect += more[i] * (oparg >> i & 1);
        }
        effect += more[4] * (oparg >> 8);
      }
      return effect;
    }
  }
}
