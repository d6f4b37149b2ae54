package io.github.pycmaven.artifact;

import java.util.regex.Pattern;

/**
 * A program to start: a script ({@code folder/main.py}), a module ({@code package.module}) or a
 * function in one ({@code package.module:function}).
 *
 * @param kind {@code script}, {@code module} or {@code function}
 * @param subject the script's path in the tree, or the module's name
 * @param function the function, maybe an attribute of a class, or null
 */
public record EntrySpec(String kind, String subject, String function) {
  private static final Pattern NAME =
      Pattern.compile("[^\\s/:.\\\\]+(\\.[^\\s/:.\\\\]+)*", Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * Reads what a user wrote.
   *
   * @throws PackagingException if it is neither
   */
  public static EntrySpec of(String text) throws PackagingException {
    String trimmed = text.strip();
    if (trimmed.endsWith(".py")) {
      return new EntrySpec("script", trimmed.replace('\\', '/'), null);
    }
    int colon = trimmed.indexOf(':');
    String module = colon < 0 ? trimmed : trimmed.substring(0, colon);
    String function = colon < 0 ? null : trimmed.substring(colon + 1);
    if (!NAME.matcher(module).matches() || function != null && !NAME.matcher(function).matches()) {
      throw new PackagingException(
          "'"
              + text
              + "' is no entry point; use a script (main.py), a module (package.module) or a"
              + " function (package.module:function)");
    }
    return new EntrySpec(colon < 0 ? "module" : "function", module, function);
  }

  /** As the jar's description holds it. */
  String description() {
    return kind + ":" + subject + (function == null ? "" : ":" + function);
  }
}
