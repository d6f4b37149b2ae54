package io.github.pycmaven.compiler.parser.literal;

import io.github.pycmaven.compiler.token.EscapeWording;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.target.Feature;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * The warning about a backslash before a character that it means nothing to.
 *
 * @cpython Parser/string_parser.c:warn_invalid_escape_sequence
 */
public final class EscapeWarning {
  private EscapeWarning() {}

  /**
   * The warning.
   *
   * @param at where the character is in the text
   * @param start where the string starts
   * @param firstLine the string's first line
   * @param file the source's name
   * @param features what the target has
   */
  public static Diagnostic of(
      byte[] text, int at, int start, int firstLine, String file, Predicate<Feature> features) {
    boolean isOctal = text[at] >= '4' && text[at] <= '7';
    String escape = new String(text, at, isOctal ? 3 : 1, StandardCharsets.ISO_8859_1);
    boolean elaborate = features.test(Feature.ELABORATE_ESCAPE_WARNINGS);
    Diagnostic.Kind kind =
        features.test(Feature.LOUD_ESCAPE_WARNINGS)
            ? Diagnostic.Kind.SYNTAX_WARNING
            : Diagnostic.Kind.DEPRECATION_WARNING;
    int line = firstLine;
    if (features.test(Feature.LOCATED_ESCAPE_WARNINGS)) {
      for (int i = start; i < at; i++) {
        line += text[i] == '\n' ? 1 : 0;
      }
    }
    return Diagnostic.warning(kind, EscapeWording.of(escape, isOctal, elaborate), file, line);
  }
}
