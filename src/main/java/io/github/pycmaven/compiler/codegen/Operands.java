package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.target.OpcodeTable;
import java.util.List;

/**
 * The numbers that the target gives to the named operands of some operations.
 *
 * @cpython Lib/opcode.py
 */
final class Operands {
  /** Bits of the comparison mask that COMPARE_OP's operand carries. */
  private static final int LESS = 2;

  private static final int GREATER = 4;
  private static final int EQUAL = 8;
  private static final int NOT_EQUAL = 1 | LESS | GREATER;

  private final OpcodeTable opcodes;
  private final int[] binary = new int[BinaryOperator.values().length];
  private final int[] inplace = new int[BinaryOperator.values().length];
  private final int[] compare = new int[CompareOperator.values().length];
  final int subscript;

  Operands(CodegenDialect dialect) {
    opcodes = dialect.target().opcodes();
    List<String> operators = opcodes.words("binary");
    for (BinaryOperator op : BinaryOperator.values()) {
      binary[op.ordinal()] = operators.indexOf(op.symbol());
      inplace[op.ordinal()] = operators.indexOf(op.symbol() + "=");
    }
    subscript = operators.indexOf("[]");
    boolean masks = dialect.compareShift() > 0;
    List<String> comparisons = opcodes.words("compare");
    for (CompareOperator op : CompareOperator.values()) {
      int number = comparisons.indexOf(op.symbol());
      compare[op.ordinal()] =
          number < 0 ? -1 : number << dialect.compareShift() | (masks ? comparisonMask(op) : 0);
    }
  }

  private static int comparisonMask(CompareOperator op) {
    switch (op) {
      case LT:
        return LESS;
      case LT_E:
        return LESS | EQUAL;
      case EQ:
        return EQUAL;
      case NOT_EQ:
        return NOT_EQUAL;
      case GT:
        return GREATER;
      case GT_E:
        return GREATER | EQUAL;
      default:
        return 0;
    }
  }

  int binary(BinaryOperator op) {
    return binary[op.ordinal()];
  }

  int inplace(BinaryOperator op) {
    return inplace[op.ordinal()];
  }

  /** The operand of COMPARE_OP. */
  int compare(CompareOperator op) {
    return compare[op.ordinal()];
  }

  /** The operand of CALL_INTRINSIC_1, by name without its prefix. */
  int intrinsic1(String name) {
    return find("intrinsic-1", "INTRINSIC_" + name);
  }

  /** The operand of CALL_INTRINSIC_2, by name without its prefix. */
  int intrinsic2(String name) {
    return find("intrinsic-2", "INTRINSIC_" + name);
  }

  /** The operand of LOAD_SPECIAL. */
  int specialMethod(String name) {
    return find("special-method-names", name);
  }

  /** The operand of LOAD_COMMON_CONSTANT. */
  int commonConstant(String name) {
    return find("common-constants", name);
  }

  /** Whether LOAD_COMMON_CONSTANT knows a builtin function or class. */
  boolean hasCommonConstant(String name) {
    return opcodes.words("common-constants").contains(name);
  }

  private int find(String title, String word) {
    int index = opcodes.words(title).indexOf(word);
    if (index < 0) {
      throw new IllegalStateException("target knows no " + word + " among " + title);
    }
    return index;
  }
}
