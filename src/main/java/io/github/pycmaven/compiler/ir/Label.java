package io.github.pycmaven.compiler.ir;

/** A place in an {@link InstrSequence} that jumps can name before it is known. */
public final class Label {
  /** Index of the instruction that the label stands before, or -1 until it is placed. */
  int position = -1;

  /** How many labels were placed before this one. */
  int placing = -1;

  /** Greater than that of all labels made earlier; see {@link InstrSequence#ageAt}. */
  final long age;

  Label(long age) {
    this.age = age;
  }

  /** Whether {@link InstrSequence#place} has been called for this label. */
  public boolean isPlaced() {
    return position >= 0;
  }
}
