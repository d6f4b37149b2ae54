package io.github.pycmaven.diagnostic;

/**
 * An error or a warning about a source, with the values that CPython puts into its SyntaxError.
 *
 * <p>Columns count characters from 1, not bytes. A value that CPython leaves as {@code None} is
 * {@link #NONE}, a missing text is null.
 *
 * @param kind which Python exception or warning it is
 * @param message the words, equal to CPython's
 * @param file the source's name
 * @param lineno the first line, from 1
 * @param offset the first column
 * @param endLineno the last line
 * @param endOffset the column after the last one
 * @param text the source line, or null
 */
public record Diagnostic(
    Kind kind,
    String message,
    String file,
    int lineno,
    int offset,
    int endLineno,
    int endOffset,
    String text) {
  /** A number that is not known. */
  public static final int NONE = Integer.MIN_VALUE;

  /** Which Python class a diagnostic is. */
  public enum Kind {
    SYNTAX_ERROR("SyntaxError"),
    INDENTATION_ERROR("IndentationError"),
    TAB_ERROR("TabError"),
    INCOMPLETE_INPUT("_IncompleteInputError"),
    MEMORY_ERROR("MemoryError"),
    RECURSION_ERROR("RecursionError"),
    OVERFLOW_ERROR("OverflowError"),
    VALUE_ERROR("ValueError"),
    UNICODE_DECODE_ERROR("UnicodeDecodeError"),
    SYSTEM_ERROR("SystemError"),
    UNICODE_ENCODE_ERROR("UnicodeEncodeError"),
    SYNTAX_WARNING("SyntaxWarning"),
    DEPRECATION_WARNING("DeprecationWarning");

    private final String pythonName;

    Kind(String pythonName) {
      this.pythonName = pythonName;
    }

    /** The name of the Python class. */
    public String pythonName() {
      return pythonName;
    }

    /** Whether it is SyntaxError or a class below it, which are the ones that have a place. */
    public boolean isSyntaxError() {
      return this == SYNTAX_ERROR
          || this == INDENTATION_ERROR
          || this == TAB_ERROR
          || this == INCOMPLETE_INPUT;
    }

    /** Whether the source compiles nevertheless. */
    public boolean isWarning() {
      return this == SYNTAX_WARNING || this == DEPRECATION_WARNING;
    }
  }

  /** A diagnostic that has no place, such as a MemoryError. */
  public static Diagnostic unplaced(Kind kind, String message, String file) {
    return new Diagnostic(kind, message, file, NONE, NONE, NONE, NONE, null);
  }

  /** A warning, which has a line only. */
  public static Diagnostic warning(Kind kind, String message, String file, int lineno) {
    return new Diagnostic(kind, message, file, lineno, NONE, NONE, NONE, null);
  }
}
