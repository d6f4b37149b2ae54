package io.github.pycmaven.code;

/**
 * A code object, field by field as CPython 3.8 to 3.10 marshal it.
 *
 * @param lineTable {@code co_lnotab}, in 3.10 {@code co_linetable}
 * @cpython Objects/codeobject.c:PyCode_NewWithPosOnlyArgs (3.8)
 */
public record LegacyCodeObject(
    int argCount,
    int posOnlyArgCount,
    int kwOnlyArgCount,
    int localCount,
    int stackSize,
    int flags,
    Constant.Bytes code,
    Constant.Tuple consts,
    Constant.Tuple names,
    Constant.Tuple varNames,
    Constant.Tuple freeVars,
    Constant.Tuple cellVars,
    Constant.Str filename,
    Constant.Str name,
    int firstLine,
    Constant.Bytes lineTable) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
