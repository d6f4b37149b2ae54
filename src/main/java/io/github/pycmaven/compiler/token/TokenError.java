package io.github.pycmaven.compiler.token;

/**
 * Why the tokenizer stopped.
 *
 * <p>Only a {@link Kind#SYNTAX} error has its words and place; the others are worded by the parser,
 * which knows what was read before.
 *
 * @param kind what happened
 * @param message the words, or null
 * @param line the line of the error
 * @param offset the first column in characters, from 1
 * @param endOffset the last column in characters, from 1
 * @param text the source line without its newline, or null
 * @cpython Parser/tokenizer/helpers.c:_syntaxerror_range
 */
public record TokenError(
    Kind kind, String message, int line, int offset, int endOffset, String text) {
  /** The ways to fail. */
  public enum Kind {
    /** An error with words and place. */
    SYNTAX,
    /** The text ends within parentheses or after a backslash. */
    END_OF_TEXT,
    /** A dedent to a column at which no block started. */
    DEDENT,
    /** Tabs and spaces mixed so that the depth depends on the width of a tab. */
    TABS,
    /** More than 100 levels of indentation. */
    TOO_DEEP,
    /** Something else than a newline after a backslash. */
    AFTER_BACKSLASH,
    /** Bytes in a name that are no UTF-8. */
    UNDECODABLE,
  }

  static TokenError of(Kind kind) {
    return new TokenError(kind, null, 0, 0, 0, null);
  }
}
