package io.github.pycmaven.source;

/**
 * Why a source's bytes are no text.
 *
 * @param message the words of the SyntaxError
 * @param located whether the columns mean anything; CPython leaves some of these errors without
 * @param line the line, from 1, or 0
 * @param offset the first column, from 1
 * @param endOffset the last column
 * @param text the source line, or null
 */
public record DecodingProblem(
    String message, boolean located, int line, int offset, int endOffset, String text) {
  static DecodingProblem unplaced(String message) {
    return new DecodingProblem(message, false, 0, -1, 0, null);
  }
}
