package io.github.pycmaven.vm.frame;

import java.util.Arrays;

/**
 * Turns the bytecode of CPython 3.14 into decoded code: wide arguments folded, caches and
 * no-operations dropped, jumps to indices of instructions. The one place of the VM that knows
 * opcode numbers.
 */
public final class Decoder314 implements Decoder {
  private static final int DROPPED = -1;
  private static final int EXTENDED_ARG = 69;
  private static final int RESUME = 128;
  private static final int[] OPERATION = new int[256];
  private static final byte[] CACHES = new byte[256];

  static {
    Arrays.fill(OPERATION, DROPPED);
    OPERATION[1] = Opcode.BINARY_SLICE;
    OPERATION[2] = Opcode.BUILD_TEMPLATE;
    OPERATION[4] = Opcode.CALL_FUNCTION_EX;
    OPERATION[5] = Opcode.CHECK_EG_MATCH;
    OPERATION[6] = Opcode.CHECK_EXC_MATCH;
    OPERATION[7] = Opcode.CLEANUP_THROW;
    OPERATION[8] = Opcode.DELETE_SUBSCR;
    OPERATION[9] = Opcode.END_FOR;
    OPERATION[10] = Opcode.END_SEND;
    OPERATION[11] = Opcode.EXIT_INIT_CHECK;
    OPERATION[12] = Opcode.FORMAT_SIMPLE;
    OPERATION[13] = Opcode.FORMAT_WITH_SPEC;
    OPERATION[14] = Opcode.GET_AITER;
    OPERATION[15] = Opcode.GET_ANEXT;
    OPERATION[16] = Opcode.GET_ITER;
    OPERATION[18] = Opcode.GET_LEN;
    OPERATION[19] = Opcode.GET_YIELD_FROM_ITER;
    OPERATION[21] = Opcode.LOAD_BUILD_CLASS;
    OPERATION[22] = Opcode.LOAD_LOCALS;
    OPERATION[23] = Opcode.MAKE_FUNCTION;
    OPERATION[24] = Opcode.MATCH_KEYS;
    OPERATION[25] = Opcode.MATCH_MAPPING;
    OPERATION[26] = Opcode.MATCH_SEQUENCE;
    OPERATION[29] = Opcode.POP_EXCEPT;
    OPERATION[30] = Opcode.POP_ITER;
    OPERATION[31] = Opcode.POP_TOP;
    OPERATION[32] = Opcode.PUSH_EXC_INFO;
    OPERATION[33] = Opcode.PUSH_NULL;
    OPERATION[34] = Opcode.RETURN_GENERATOR;
    OPERATION[35] = Opcode.RETURN_VALUE;
    OPERATION[36] = Opcode.SETUP_ANNOTATIONS;
    OPERATION[37] = Opcode.STORE_SLICE;
    OPERATION[38] = Opcode.STORE_SUBSCR;
    OPERATION[39] = Opcode.TO_BOOL;
    OPERATION[40] = Opcode.UNARY_INVERT;
    OPERATION[41] = Opcode.UNARY_NEGATIVE;
    OPERATION[42] = Opcode.UNARY_NOT;
    OPERATION[43] = Opcode.WITH_EXCEPT_START;
    OPERATION[44] = Opcode.BINARY_OP;
    OPERATION[45] = Opcode.BUILD_INTERPOLATION;
    OPERATION[46] = Opcode.BUILD_LIST;
    OPERATION[47] = Opcode.BUILD_MAP;
    OPERATION[48] = Opcode.BUILD_SET;
    OPERATION[49] = Opcode.BUILD_SLICE;
    OPERATION[50] = Opcode.BUILD_STRING;
    OPERATION[51] = Opcode.BUILD_TUPLE;
    OPERATION[52] = Opcode.CALL;
    OPERATION[53] = Opcode.CALL_INTRINSIC_1;
    OPERATION[54] = Opcode.CALL_INTRINSIC_2;
    OPERATION[55] = Opcode.CALL_KW;
    OPERATION[56] = Opcode.COMPARE_OP;
    OPERATION[57] = Opcode.CONTAINS_OP;
    OPERATION[58] = Opcode.CONVERT_VALUE;
    OPERATION[59] = Opcode.COPY;
    OPERATION[60] = Opcode.COPY_FREE_VARS;
    OPERATION[61] = Opcode.DELETE_ATTR;
    OPERATION[62] = Opcode.DELETE_DEREF;
    OPERATION[63] = Opcode.DELETE_FAST;
    OPERATION[64] = Opcode.DELETE_GLOBAL;
    OPERATION[65] = Opcode.DELETE_NAME;
    OPERATION[66] = Opcode.DICT_MERGE;
    OPERATION[67] = Opcode.DICT_UPDATE;
    OPERATION[68] = Opcode.END_ASYNC_FOR;
    OPERATION[70] = Opcode.FOR_ITER;
    OPERATION[71] = Opcode.GET_AWAITABLE;
    OPERATION[72] = Opcode.IMPORT_FROM;
    OPERATION[73] = Opcode.IMPORT_NAME;
    OPERATION[74] = Opcode.IS_OP;
    OPERATION[75] = Opcode.JUMP_BACKWARD;
    OPERATION[76] = Opcode.JUMP_BACKWARD_NO_INTERRUPT;
    OPERATION[77] = Opcode.JUMP_FORWARD;
    OPERATION[78] = Opcode.LIST_APPEND;
    OPERATION[79] = Opcode.LIST_EXTEND;
    OPERATION[80] = Opcode.LOAD_ATTR;
    OPERATION[81] = Opcode.LOAD_COMMON_CONSTANT;
    OPERATION[82] = Opcode.LOAD_CONST;
    OPERATION[83] = Opcode.LOAD_DEREF;
    OPERATION[84] = Opcode.LOAD_FAST;
    OPERATION[85] = Opcode.LOAD_FAST_AND_CLEAR;
    OPERATION[86] = Opcode.LOAD_FAST_BORROW;
    OPERATION[87] = Opcode.LOAD_FAST_BORROW_LOAD_FAST_BORROW;
    OPERATION[88] = Opcode.LOAD_FAST_CHECK;
    OPERATION[89] = Opcode.LOAD_FAST_LOAD_FAST;
    OPERATION[90] = Opcode.LOAD_FROM_DICT_OR_DEREF;
    OPERATION[91] = Opcode.LOAD_FROM_DICT_OR_GLOBALS;
    OPERATION[92] = Opcode.LOAD_GLOBAL;
    OPERATION[93] = Opcode.LOAD_NAME;
    OPERATION[94] = Opcode.LOAD_SMALL_INT;
    OPERATION[95] = Opcode.LOAD_SPECIAL;
    OPERATION[96] = Opcode.LOAD_SUPER_ATTR;
    OPERATION[97] = Opcode.MAKE_CELL;
    OPERATION[98] = Opcode.MAP_ADD;
    OPERATION[99] = Opcode.MATCH_CLASS;
    OPERATION[100] = Opcode.POP_JUMP_IF_FALSE;
    OPERATION[101] = Opcode.POP_JUMP_IF_NONE;
    OPERATION[102] = Opcode.POP_JUMP_IF_NOT_NONE;
    OPERATION[103] = Opcode.POP_JUMP_IF_TRUE;
    OPERATION[104] = Opcode.RAISE_VARARGS;
    OPERATION[105] = Opcode.RERAISE;
    OPERATION[106] = Opcode.SEND;
    OPERATION[107] = Opcode.SET_ADD;
    OPERATION[108] = Opcode.SET_FUNCTION_ATTRIBUTE;
    OPERATION[109] = Opcode.SET_UPDATE;
    OPERATION[110] = Opcode.STORE_ATTR;
    OPERATION[111] = Opcode.STORE_DEREF;
    OPERATION[112] = Opcode.STORE_FAST;
    OPERATION[113] = Opcode.STORE_FAST_LOAD_FAST;
    OPERATION[114] = Opcode.STORE_FAST_STORE_FAST;
    OPERATION[115] = Opcode.STORE_GLOBAL;
    OPERATION[116] = Opcode.STORE_NAME;
    OPERATION[117] = Opcode.SWAP;
    OPERATION[118] = Opcode.UNPACK_EX;
    OPERATION[119] = Opcode.UNPACK_SEQUENCE;
    OPERATION[120] = Opcode.YIELD_VALUE;
    CACHES[38] = 1;
    CACHES[39] = 3;
    CACHES[44] = 5;
    CACHES[52] = 3;
    CACHES[55] = 3;
    CACHES[56] = 1;
    CACHES[57] = 1;
    CACHES[70] = 1;
    CACHES[75] = 1;
    CACHES[80] = 9;
    CACHES[92] = 4;
    CACHES[96] = 1;
    CACHES[100] = 1;
    CACHES[101] = 1;
    CACHES[102] = 1;
    CACHES[103] = 1;
    CACHES[106] = 1;
    CACHES[110] = 4;
    CACHES[119] = 1;
  }

  @Override
  public Decoded decode(byte[] code) {
    int units = code.length / 2;
    int[] out = new int[units];
    int[] offsets = new int[units];
    int[] indexAt = new int[units + 1];
    int n = 0;
    int arg = 0;
    int start = 0;
    boolean fresh = true;
    for (int i = 0; i < units; ) {
      int number = code[2 * i] & 0xff;
      arg = arg << 8 | code[2 * i + 1] & 0xff;
      if (fresh) {
        start = i;
      }
      indexAt[i] = n;
      int next = i + 1 + CACHES[number];
      if (number == EXTENDED_ARG) {
        fresh = false;
        i = next;
        continue;
      }
      int operation = OPERATION[number];
      if (operation != DROPPED) {
        offsets[n] = i;
        out[n++] = operation | target(operation, arg, next) << 8;
      }
      for (int j = start + 1; j < next && j <= units; j++) {
        indexAt[j] = n;
      }
      arg = 0;
      fresh = true;
      i = next;
    }
    indexAt[units] = n;
    int[] instructions = Arrays.copyOf(out, n);
    for (int i = 0; i < n; i++) {
      instructions[i] = refine(instructions[i], indexAt);
    }
    return new Decoded(instructions, Arrays.copyOf(offsets, n), indexAt);
  }

  @Override
  public TraceMap traceMap(byte[] code, int[] lines, int[] handlers) {
    int units = code.length / 2;
    boolean[] starts = new boolean[units];
    int[] jumps = new int[units];
    Arrays.fill(jumps, -1);
    int first = 0;
    while (first < units && (code[2 * first] & 0xff) != RESUME) {
      first++;
    }
    int line = -1;
    int arg = 0;
    for (int i = 0; i < units; ) {
      int number = code[2 * i] & 0xff;
      arg = arg << 8 | code[2 * i + 1] & 0xff;
      int next = i + 1 + CACHES[number];
      if (i >= first && !neverStarts(number)) {
        starts[i] = lines[i] != line && lines[i] >= 0;
        line = lines[i];
      }
      if (number != EXTENDED_ARG) {
        int operation = OPERATION[number];
        if (operation != DROPPED && isJump(operation)) {
          jumps[i] = target(operation, arg, next);
        }
        arg = 0;
      }
      i = next;
    }
    for (int i = first; i < units; i++) {
      int to = jumps[i];
      if (to >= 0 && to < units && lines[to] >= 0) {
        starts[to] |= OPERATION[code[2 * to] & 0xff] != Opcode.POP_ITER;
      }
    }
    for (int h : handlers) {
      starts[h] |= lines[h] >= 0 && OPERATION[code[2 * h] & 0xff] != Opcode.END_ASYNC_FOR;
    }
    return new TraceMap(starts, jumps, first);
  }

  private static boolean neverStarts(int number) {
    int operation = OPERATION[number];
    return number == RESUME
        || operation == Opcode.END_FOR
        || operation == Opcode.END_SEND
        || operation == Opcode.END_ASYNC_FOR
        || operation == Opcode.POP_ITER;
  }

  private static boolean isJump(int operation) {
    switch (operation) {
      case Opcode.JUMP_FORWARD:
      case Opcode.POP_JUMP_IF_FALSE:
      case Opcode.POP_JUMP_IF_TRUE:
      case Opcode.POP_JUMP_IF_NONE:
      case Opcode.POP_JUMP_IF_NOT_NONE:
      case Opcode.SEND:
      case Opcode.FOR_ITER:
      case Opcode.JUMP_BACKWARD:
      case Opcode.JUMP_BACKWARD_NO_INTERRUPT:
        return true;
      default:
        return false;
    }
  }

  /** Jumps carry the unit they lead to until all indices are known. */
  private static int target(int operation, int arg, int next) {
    switch (operation) {
      case Opcode.JUMP_FORWARD:
      case Opcode.POP_JUMP_IF_FALSE:
      case Opcode.POP_JUMP_IF_TRUE:
      case Opcode.POP_JUMP_IF_NONE:
      case Opcode.POP_JUMP_IF_NOT_NONE:
      case Opcode.SEND:
        return next + arg;
      case Opcode.FOR_ITER:
        // At its end the loop also skips END_FOR.
        return next + arg + 1;
      case Opcode.JUMP_BACKWARD:
      case Opcode.JUMP_BACKWARD_NO_INTERRUPT:
        return next - arg;
      default:
        return arg;
    }
  }

  private static int refine(int instruction, int[] indexAt) {
    int operation = instruction & 0xff;
    int arg = instruction >>> 8;
    switch (operation) {
      case Opcode.JUMP_FORWARD:
      case Opcode.POP_JUMP_IF_FALSE:
      case Opcode.POP_JUMP_IF_TRUE:
      case Opcode.POP_JUMP_IF_NONE:
      case Opcode.POP_JUMP_IF_NOT_NONE:
      case Opcode.SEND:
      case Opcode.FOR_ITER:
      case Opcode.JUMP_BACKWARD:
      case Opcode.JUMP_BACKWARD_NO_INTERRUPT:
        return operation | indexAt[arg] << 8;
      case Opcode.LOAD_GLOBAL:
        return ((arg & 1) != 0 ? Opcode.LOAD_GLOBAL_NULL : operation) | arg >> 1 << 8;
      case Opcode.LOAD_ATTR:
        return ((arg & 1) != 0 ? Opcode.LOAD_METHOD : operation) | arg >> 1 << 8;
      case Opcode.LOAD_SUPER_ATTR:
        return ((arg & 1) != 0 ? Opcode.LOAD_SUPER_METHOD : operation) | arg >> 1 << 8;
      case Opcode.COMPARE_OP:
        return operation | (arg >> 5 | (arg & 16) >> 1) << 8;
      case Opcode.BINARY_OP:
        return binary(arg) | arg << 8;
      default:
        return instruction;
    }
  }

  private static int binary(int arg) {
    switch (arg) {
      case 0:
      case 13:
        return Opcode.BINARY_ADD;
      case 10:
      case 23:
        return Opcode.BINARY_SUBTRACT;
      case 5:
      case 18:
        return Opcode.BINARY_MULTIPLY;
      case 1:
      case 14:
        return Opcode.BINARY_AND;
      case 26:
        return Opcode.BINARY_SUBSCR;
      default:
        return Opcode.BINARY_OP;
    }
  }
}
