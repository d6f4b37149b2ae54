package io.github.pycmaven.compiler.token;

import java.util.Arrays;

/**
 * The tokens of a source, one column of an array each: objects per token would cost more than the
 * rest of the tokenizer.
 *
 * <p>Places are offsets into the UTF-8 text; a token that has no text of its own (INDENT, DEDENT,
 * ENDMARKER, ERRORTOKEN) has the offset -1.
 */
public final class TokenBuffer {
  private byte[] kinds;
  private int[] starts;
  private int[] ends;
  private int[] lines;
  private int[] endLines;
  private Object[] values;
  private int size;
  private int[] lineStarts = new int[256];

  /** The line before the text's first one, and the column at which that starts. */
  private int linesBefore;

  private int columnsBefore;

  /** A buffer that expects about so many tokens. */
  public TokenBuffer(int expected) {
    int capacity = Math.max(16, expected);
    kinds = new byte[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    lines = new int[capacity];
    endLines = new int[capacity];
    values = new Object[capacity];
  }

  /**
   * Says where the text stands in a larger one. As in CPython, only tokens that end on the first
   * line know how far that is from its start.
   *
   * @param lines how many lines come before
   * @param columns how many bytes come before on the text's first line
   */
  public void moveBy(int lines, int columns) {
    linesBefore = lines;
    columnsBefore = columns;
  }

  void add(int kind, int start, int end, int line, int endLine, Object value) {
    int i = size;
    if (i == kinds.length) {
      grow();
    }
    kinds[i] = (byte) kind;
    starts[i] = start;
    ends[i] = end;
    lines[i] = line;
    endLines[i] = endLine;
    values[i] = value;
    size = i + 1;
  }

  private void grow() {
    int capacity = kinds.length * 2;
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    lines = Arrays.copyOf(lines, capacity);
    endLines = Arrays.copyOf(endLines, capacity);
    values = Arrays.copyOf(values, capacity);
  }

  void addLine(int line, int start) {
    if (line >= lineStarts.length) {
      lineStarts = Arrays.copyOf(lineStarts, lineStarts.length * 2);
    }
    lineStarts[line] = start;
  }

  /** The number of tokens. */
  public int size() {
    return size;
  }

  /** The kind of a token, see {@link TokenKind}. */
  public int kind(int i) {
    return kinds[i];
  }

  /** Turns a token into another kind; the parser of interactive input ends statements so. */
  public void setKind(int i, int kind) {
    kinds[i] = (byte) kind;
  }

  /** The offset of a token's first byte, or -1. */
  public int start(int i) {
    return starts[i];
  }

  /** The offset of the byte after a token's last one, or -1. */
  public int end(int i) {
    return ends[i];
  }

  /** The line on which a token starts, from 1. */
  public int line(int i) {
    return lines[i] + linesBefore;
  }

  /** The line on which a token ends. */
  public int endLine(int i) {
    return endLines[i] + linesBefore;
  }

  /** The column of a token's first byte, from 0, or -1 if it has no text. */
  public int column(int i) {
    return (starts[i] < 0 ? -1 : starts[i] - lineStarts[lines[i]]) + shift(i);
  }

  /** The column of the byte after a token's last one, or -1 if it has no text. */
  public int endColumn(int i) {
    return (ends[i] < 0 ? -1 : ends[i] - lineStarts[endLines[i]]) + shift(i);
  }

  private int shift(int i) {
    return endLines[i] == 1 ? columnsBefore : 0;
  }

  /** The offset at which a line starts that has been reached, from 1. */
  public int lineStart(int line) {
    return lineStarts[line];
  }

  /**
   * The text of a name; of a token that ends a replacement field, the field's source, if wanted.
   */
  public String text(int i) {
    return (String) values[i];
  }

  /** The kinds as an array that is longer than {@link #size}; for the parser's inner loop. */
  public byte[] kinds() {
    if (kinds.length < size + 4) {
      grow();
    }
    return kinds;
  }
}
