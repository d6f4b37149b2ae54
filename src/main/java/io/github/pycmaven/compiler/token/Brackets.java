package io.github.pycmaven.compiler.token;

/** The open brackets of a source and where each was opened. */
public final class Brackets {
  private static final int MAX_DEPTH = 200;

  private final char[] opening = new char[MAX_DEPTH];
  private final int[] lines = new int[MAX_DEPTH];
  private final int[] columns = new int[MAX_DEPTH];
  private int depth;

  boolean open(char c, int line, int column) {
    if (depth >= MAX_DEPTH) {
      return false;
    }
    opening[depth] = c;
    lines[depth] = line;
    columns[depth] = column;
    depth++;
    return true;
  }

  void close() {
    depth--;
  }

  /** The number of open brackets. */
  public int depth() {
    return depth;
  }

  /** The innermost bracket, or the one just closed if called right after that. */
  public char opening() {
    return opening[depth - 1];
  }

  /** The line of the innermost bracket. */
  public int line() {
    return lines[depth - 1];
  }

  /** The column of the innermost bracket, from 0. */
  public int column() {
    return columns[depth - 1];
  }
}
