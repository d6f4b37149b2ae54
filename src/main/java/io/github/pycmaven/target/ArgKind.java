package io.github.pycmaven.target;

/** What the argument of an operation means. */
public enum ArgKind {
  /** There is none. */
  NONE,
  /** A number. */
  INT,
  /** An index into the constants. */
  CONST,
  /** An index into the names. */
  NAME,
  /** A slot of a local variable. */
  LOCAL,
  /** A cell or free variable. */
  FREE,
  /** A comparison. */
  COMPARE,
  /** A jump to an absolute place. */
  JABS,
  /** A jump relative to the next instruction, forward or backward. */
  JREL,
  /** A pseudo operation that names the handler of the block that it opens. */
  HANDLER
}
