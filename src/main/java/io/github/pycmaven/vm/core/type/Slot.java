package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.object.PyStr;

/**
 * The special methods that {@link PyType} finds by number. A slot holds what the lookup along the
 * MRO found, callable with the instance as first argument.
 */
public final class Slot {
  public static final int GETATTRIBUTE = 0;
  public static final int GETATTR = 1;
  public static final int SETATTR = 2;
  public static final int DELATTR = 3;
  public static final int GET = 4;
  public static final int SET = 5;
  public static final int DELETE = 6;
  public static final int INIT = 7;
  public static final int CALL = 8;
  public static final int REPR = 9;
  public static final int STR = 10;
  public static final int HASH = 11;
  public static final int LT = 12;
  public static final int LE = 13;
  public static final int EQ = 14;
  public static final int NE = 15;
  public static final int GT = 16;
  public static final int GE = 17;
  public static final int BOOL = 18;
  public static final int LEN = 19;
  public static final int GETITEM = 20;
  public static final int SETITEM = 21;
  public static final int DELITEM = 22;
  public static final int CONTAINS = 23;
  public static final int ITER = 24;
  public static final int NEXT = 25;
  public static final int NEG = 26;
  public static final int POS = 27;
  public static final int ABS = 28;
  public static final int INVERT = 29;
  public static final int INT = 30;
  public static final int FLOAT = 31;
  public static final int INDEX = 32;
  public static final int AWAIT = 33;
  public static final int AITER = 34;
  public static final int ANEXT = 35;
  public static final int LENGTH_HINT = 36;
  public static final int COMPLEX = 37;
  public static final int FORMAT = 38;
  public static final int ENTER = 39;
  public static final int EXIT = 40;
  public static final int AENTER = 41;
  public static final int AEXIT = 42;
  public static final int DEL = 43;
  public static final int MISSING = 44;

  /** Three a binary operator in the order of {@code BINARY_OP}: normal, reflected, in place. */
  public static final int BINARY = 45;

  public static final int COUNT = BINARY + 13 * 3;

  private static final String[] BINARY_NAMES = {
    "add",
    "and",
    "floordiv",
    "lshift",
    "matmul",
    "mul",
    "mod",
    "or",
    "pow",
    "rshift",
    "sub",
    "truediv",
    "xor"
  };

  static final PyStr[] NAMES = new PyStr[COUNT];

  static {
    String[] plain = {
      "getattribute",
      "getattr",
      "setattr",
      "delattr",
      "get",
      "set",
      "delete",
      "init",
      "call",
      "repr",
      "str",
      "hash",
      "lt",
      "le",
      "eq",
      "ne",
      "gt",
      "ge",
      "bool",
      "len",
      "getitem",
      "setitem",
      "delitem",
      "contains",
      "iter",
      "next",
      "neg",
      "pos",
      "abs",
      "invert",
      "int",
      "float",
      "index",
      "await",
      "aiter",
      "anext",
      "length_hint",
      "complex",
      "format",
      "enter",
      "exit",
      "aenter",
      "aexit",
      "del",
      "missing"
    };
    for (int i = 0; i < plain.length; i++) {
      NAMES[i] = PyStr.intern("__" + plain[i] + "__");
    }
    for (int i = 0; i < BINARY_NAMES.length; i++) {
      NAMES[BINARY + 3 * i] = PyStr.intern("__" + BINARY_NAMES[i] + "__");
      NAMES[BINARY + 3 * i + 1] = PyStr.intern("__r" + BINARY_NAMES[i] + "__");
      NAMES[BINARY + 3 * i + 2] = PyStr.intern("__i" + BINARY_NAMES[i] + "__");
    }
  }

  private Slot() {}

  /** The special method's name. */
  public static PyStr name(int slot) {
    return NAMES[slot];
  }
}
