package io.github.pycmaven.embed;

/** An exception that Python code did not handle. */
public final class PythonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String typeName;
  private final String traceback;
  private final int line;

  /**
   * Made by the virtual machine.
   *
   * @param typeName the exception's Python class
   * @param message its text
   * @param traceback what Python would print
   * @param line the line that it came from, or -1
   * @param cause the Java exception behind it, or null
   */
  public PythonException(
      String typeName, String message, String traceback, int line, Throwable cause) {
    super(message.isEmpty() ? typeName : typeName + ": " + message, cause);
    this.typeName = typeName;
    this.traceback = traceback;
    this.line = line;
  }

  /** The exception's Python class: {@code ValueError}. */
  public String typeName() {
    return typeName;
  }

  /** The traceback as Python prints it. */
  public String traceback() {
    return traceback;
  }

  /** The line of the innermost Python code, or of a syntax error, from 1; -1 if not known. */
  public int line() {
    return line;
  }
}
