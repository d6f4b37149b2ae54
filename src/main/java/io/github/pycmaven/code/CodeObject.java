package io.github.pycmaven.code;

/**
 * A code object, field by field as CPython 3.11 and later marshal it.
 *
 * <p>The containers are {@link Constant}s because their identity is part of the marshalled bytes.
 *
 * @param localsPlusKinds one byte for each name of {@code localsPlusNames}: 0x20 local, 0x40 cell,
 *     0x80 free, 0x10 hidden, and from 3.14 the argument kinds 0x02, 0x04, 0x08
 * @cpython Objects/codeobject.c:_PyCode_New
 */
public record CodeObject(
    int argCount,
    int posOnlyArgCount,
    int kwOnlyArgCount,
    int stackSize,
    int flags,
    Constant.Bytes code,
    Constant.Tuple consts,
    Constant.Tuple names,
    Constant.Tuple localsPlusNames,
    Constant.Bytes localsPlusKinds,
    Constant.Str filename,
    Constant.Str name,
    Constant.Str qualname,
    int firstLine,
    Constant.Bytes lineTable,
    Constant.Bytes exceptionTable) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
