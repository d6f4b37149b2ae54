package io.github.pycmaven.compiler.ir;

import io.github.pycmaven.code.Constant;
import java.util.List;

/**
 * {@code co_consts} of one code object while it is being made: constants in the order of their
 * first use, each once by Python's rules of equality for constants (1, 1.0 and True differ, 0.0 and
 * -0.0 differ). Values are made canonical through the module's {@link ConstantCache} first.
 *
 * @cpython Python/compile.c:_PyCompile_AddConst
 */
public interface ConstantTable {
  /** The index of the constant, which is appended if it is new. */
  int add(Constant value);

  /** The constant at an index. */
  Constant get(int index);

  /** The constants in order; a live view. */
  List<Constant> constants();
}
