package io.github.pycmaven.compiler.symtable;

/**
 * What a scope knows of one name: facts from the first pass as flags, and the decision of the
 * second.
 *
 * @cpython Include/internal/pycore_symtable.h:DEF_GLOBAL
 */
public final class Symbol {
  /** {@code global} statement. */
  public static final int GLOBAL = 1;

  /** Bound by an assignment or the like. */
  public static final int LOCAL = 1 << 1;

  /** A formal parameter. */
  public static final int PARAM = 1 << 2;

  /** {@code nonlocal} statement. */
  public static final int NONLOCAL = 1 << 3;

  /** Its value is read. */
  public static final int USE = 1 << 4;

  /** Free in a method and bound in its class. */
  public static final int FREE_CLASS = 1 << 5;

  /** Bound by an import. */
  public static final int IMPORT = 1 << 6;

  /** Annotated. */
  public static final int ANNOT = 1 << 7;

  /** Iteration variable of a comprehension. */
  public static final int COMP_ITER = 1 << 8;

  /** A type parameter. */
  public static final int TYPE_PARAM = 1 << 9;

  /** A cell in an inlined comprehension. */
  public static final int COMP_CELL = 1 << 10;

  /** Bound in the scope in any way. */
  public static final int BOUND = LOCAL | PARAM | IMPORT;

  int flags;
  NameScope scope = NameScope.UNKNOWN;

  Symbol(int flags) {
    this.flags = flags;
  }

  /** Whether any of the given flags is set. */
  public boolean has(int mask) {
    return (flags & mask) != 0;
  }

  /** How the name is reached. */
  public NameScope scope() {
    return scope;
  }
}
