package io.github.pycmaven.disasm;

import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.Target;
import java.util.List;

/** Says what arguments mean: the name, constant or operator that they stand for. */
final class ArgumentText {
  private final CodeView code;
  private final Target target;

  ArgumentText(CodeView code, Target target) {
    this.code = code;
    this.target = target;
  }

  /** What the argument of an instruction stands for; empty if it is just a number. */
  String of(Instruction instr) {
    int arg = instr.arg();
    switch (target.opcodes().kind(instr.op())) {
      case CONST:
        return arg < code.consts().size() ? ConstantText.of(code.consts().get(arg)) : "?";
      case NAME:
        return name(instr.op(), arg);
      case LOCAL:
        return local(instr.op(), arg);
      case FREE:
        return at(code.frees(), arg);
      case COMPARE:
        return compare(arg);
      case INT:
        return number(instr.op(), arg);
      default:
        return "";
    }
  }

  private String name(Op op, int arg) {
    if (op == Op.LOAD_GLOBAL && target.has(Feature.FLAGGED_GLOBALS)) {
      return at(code.names(), arg >> 1) + ((arg & 1) != 0 ? " + NULL" : "");
    }
    if (op == Op.LOAD_ATTR && target.has(Feature.FLAGGED_ATTRIBUTES)) {
      return at(code.names(), arg >> 1) + ((arg & 1) != 0 ? " + method" : "");
    }
    if (op == Op.LOAD_SUPER_ATTR) {
      return at(code.names(), arg >> 2) + ((arg & 1) != 0 ? " + method" : "");
    }
    return at(code.names(), arg);
  }

  private String local(Op op, int arg) {
    switch (op) {
      case LOAD_FAST_LOAD_FAST,
      LOAD_FAST_BORROW_LOAD_FAST_BORROW,
      STORE_FAST_LOAD_FAST,
      STORE_FAST_STORE_FAST:
        return at(code.locals(), arg >> 4) + ", " + at(code.locals(), arg & 15);
      default:
        return at(code.locals(), arg);
    }
  }

  private String compare(int arg) {
    List<String> operators = target.opcodes().words("compare");
    if (target.has(Feature.BOOL_COMPARISONS)) {
      return at(operators, arg >> 5) + ((arg & 16) != 0 ? " to bool" : "");
    }
    return at(operators, target.has(Feature.SHIFTED_COMPARISONS) ? arg >> 4 : arg);
  }

  private String number(Op op, int arg) {
    switch (op) {
      case BINARY_OP:
        return at(target.opcodes().words("binary"), arg);
      case CALL_INTRINSIC_1:
        return at(target.opcodes().words("intrinsic-1"), arg);
      case CALL_INTRINSIC_2:
        return at(target.opcodes().words("intrinsic-2"), arg);
      case LOAD_SPECIAL:
        return at(target.opcodes().words("special-method-names"), arg);
      case LOAD_COMMON_CONSTANT:
        return at(target.opcodes().words("common-constants"), arg);
      default:
        return "";
    }
  }

  private static String at(List<String> words, int index) {
    return index >= 0 && index < words.size() ? ConstantText.plain(words.get(index)) : "?";
  }
}
