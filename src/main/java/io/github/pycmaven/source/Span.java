package io.github.pycmaven.source;

/**
 * A stretch of a source: lines count from 1, columns are offsets in UTF-8 bytes from 0, the end is
 * exclusive.
 *
 * <p>{@link #NONE} belongs to instructions without a place; {@link #NEXT} to those that take the
 * place of the instruction that follows.
 *
 * @param line first line, from 1
 * @param column offset of the first byte in its line, from 0, or -1 if unknown
 * @param endLine last line, from 1
 * @param endColumn offset of the byte after the last one in its line, or -1 if unknown
 * @cpython Include/internal/pycore_instruction_sequence.h:_Py_SourceLocation
 */
public record Span(int line, int column, int endLine, int endColumn) {
  /** No place in the source. */
  public static final Span NONE = new Span(-1, -1, -1, -1);

  /** The place of the instruction that follows. */
  public static final Span NEXT = new Span(-2, -2, -2, -2);

  /** From the start of this span to the end of another. */
  public Span to(Span last) {
    return new Span(line, column, last.endLine, last.endColumn);
  }
}
