package io.github.pycmaven.compiler.symtable;

/**
 * How a name is reached from a scope.
 *
 * @cpython Include/internal/pycore_symtable.h:LOCAL
 */
public enum NameScope {
  /** The scope does not know the name. */
  UNKNOWN,
  LOCAL,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  FREE,
  CELL
}
