package io.github.pycmaven.source;

/**
 * Why a source's bytes are no text.
 *
 * @param message the words of the SyntaxError
 * @param place what is known about where it is
 * @param line the line, from 1
 * @param offset the first column, from 1
 * @param endOffset the last column
 * @param text the source line, or null
 */
public record DecodingProblem(
    String message, Place place, int line, int offset, int endOffset, String text) {
  /** What CPython says about the place. */
  public enum Place {
    /** Nothing at all, not even the file. */
    NONE,
    /** The file. */
    UNKNOWN,
    /** The line and columns in it. */
    LINE,
    /** The same; there is a byte that is no UTF-8. */
    BYTE,
  }
}
