package io.github.pycmaven.compiler.ir;

import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * The instructions of one code object in the order of emission, with labels.
 *
 * @cpython Python/instruction_sequence.c
 */
public final class InstrSequence {
  private final List<Instr> instructions = new ArrayList<>();

  /** All labels of the sequence, so that an insertion can move them. */
  private final List<Label> labels = new ArrayList<>();

  private int placings;

  /** Code that is spliced in for the {@code ANNOTATIONS_PLACEHOLDER}, or null. */
  private InstrSequence annotationsCode;

  /** A label that is not placed yet. */
  public Label newLabel() {
    Label label = new Label((2L * instructions.size() << 32) + labels.size());
    labels.add(label);
    return label;
  }

  /** Puts the label before the next instruction that is added. */
  public void place(Label label) {
    label.position = instructions.size();
    label.placing = placings++;
  }

  /** Appends an operation without a target. */
  public void add(Op op, int oparg, Span span) {
    instructions.add(new Instr(op, oparg, null, span));
  }

  /** Appends a jump, or a pseudo operation that names a handler. */
  public void addJump(Op op, Label target, Span span) {
    instructions.add(new Instr(op, 0, target, span));
  }

  /** Puts a jump, or a pseudo operation that names a handler, before another instruction. */
  public void insertJump(int index, Op op, Label target, Span span) {
    instructions.add(index, new Instr(op, 0, target, span));
    for (Label label : labels) {
      if (label.position >= index) {
        label.position++;
      }
    }
  }

  /** Whether the last instruction is an operation, and no label was placed behind it. */
  public boolean endsWith(Op op) {
    int size = instructions.size();
    if (size == 0 || instructions.get(size - 1).op() != op) {
      return false;
    }
    for (Label label : labels) {
      if (label.position == size) {
        return false;
      }
    }
    return true;
  }

  /** All labels; those not placed have a negative position. */
  public List<Label> labels() {
    return labels;
  }

  /** The instructions added so far. */
  public List<Instr> instructions() {
    return instructions;
  }

  /** The index of the instruction that a placed label stands before. */
  public int positionOf(Label label) {
    return label.position;
  }

  /** Whether one of two placed labels was placed after the other. */
  public boolean isPlacedAfter(Label label, Label other) {
    return label.placing > other.placing;
  }

  /** A number that grows from label to label. */
  public long ageOf(Label label) {
    return label.age;
  }

  /**
   * The number that a label would have had which was made right before an instruction was added.
   */
  public static long ageAt(int index) {
    return (2L * index + 1) << 32;
  }

  /** Code for module or class annotations that belongs at the placeholder. */
  public void setAnnotationsCode(InstrSequence code) {
    annotationsCode = code;
  }

  /** The code for the placeholder, or null. */
  public InstrSequence annotationsCode() {
    return annotationsCode;
  }
}
