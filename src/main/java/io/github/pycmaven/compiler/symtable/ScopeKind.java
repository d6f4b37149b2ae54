package io.github.pycmaven.compiler.symtable;

/**
 * What a scope belongs to.
 *
 * @cpython Include/internal/pycore_symtable.h:_Py_block_ty
 */
public enum ScopeKind {
  FUNCTION,
  CLASS,
  MODULE,
  /** The body of an {@code __annotate__} function (PEP 649). */
  ANNOTATION,
  /** The value of a {@code type} statement (PEP 695). */
  TYPE_ALIAS,
  /** The parameters of a generic function, class or alias. */
  TYPE_PARAMETERS,
  /** The bound, constraints or default of one type parameter. */
  TYPE_VARIABLE;

  /** Whether names that are bound in the scope live in fast locals and cells. */
  public boolean isFunctionLike() {
    return this != CLASS && this != MODULE;
  }
}
