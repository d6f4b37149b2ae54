package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.target.OpcodeTable;
import java.util.List;

/**
 * The constants among what LOAD_COMMON_CONSTANT loads, by their numbers; until 3.14 there are none,
 * only builtin functions and classes.
 *
 * @cpython Python/flowgraph.c:maybe_instr_make_load_common_const (3.15)
 */
final class KeptConstants {
  private static final Constant EMPTY = new Constant.Str("");
  private static final Constant MINUS_ONE = new Constant.Int(-1);

  private final Constant[] constants;

  KeptConstants(OpcodeTable ops) {
    List<String> words = ops.words("common-constants");
    constants = new Constant[words.size()];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = constant(words.get(i));
    }
  }

  private static Constant constant(String word) {
    switch (word) {
      case "None":
        return Constant.Singleton.NONE;
      case "True":
        return Constant.Singleton.TRUE;
      case "False":
        return Constant.Singleton.FALSE;
      case "":
        return EMPTY;
      case "-1":
        return MINUS_ONE;
      default:
        return null;
    }
  }

  /** The constant of a number, or null. */
  Constant constant(int number) {
    return constants[number];
  }

  /** The number of a constant, or -1. */
  int number(Constant value) {
    for (int i = 0; i < constants.length; i++) {
      if (constants[i] != null && constants[i].equals(value)) {
        return i;
      }
    }
    return -1;
  }
}
