package io.github.pycmaven.compiler.token;

/** The words of the warning about a backslash before characters that it means nothing to. */
public final class EscapeWording {
  private EscapeWording() {}

  /**
   * The words.
   *
   * @param escape the characters behind the backslash
   * @param isOctal whether they are a number that is too large
   * @param elaborate whether to give advice
   */
  public static String of(String escape, boolean isOctal, boolean elaborate) {
    String kind = isOctal ? "invalid octal escape sequence" : "invalid escape sequence";
    if (!elaborate) {
      return kind + " '\\" + escape + "'";
    }
    return "\"\\"
        + escape
        + "\" is an "
        + kind
        + ". Such sequences will not work in the future. Did you mean \"\\\\"
        + escape
        + "\"? A raw string is also an option.";
  }
}
