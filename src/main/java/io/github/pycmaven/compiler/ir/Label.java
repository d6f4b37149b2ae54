package io.github.pycmaven.compiler.ir;

/** A place in an {@link InstrSequence} that jumps can name before it is known. */
public final class Label {
  /** Index of the instruction that the label stands before, or -1 until it is placed. */
  int position = -1;

  Label() {}

  /** Whether {@link InstrSequence#place} has been called for this label. */
  public boolean isPlaced() {
    return position >= 0;
  }
}
