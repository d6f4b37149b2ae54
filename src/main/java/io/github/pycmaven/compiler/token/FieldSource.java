package io.github.pycmaven.compiler.token;

import java.nio.charset.StandardCharsets;

/**
 * The source text of a replacement field, as {@code f"{x=}"} and t-strings keep it: without
 * comments.
 *
 * @cpython Parser/lexer/lexer.c:set_ftstring_expr
 */
public final class FieldSource {
  private FieldSource() {}

  /** The text between two places, without comments. */
  public static String of(byte[] text, int start, int end) {
    if (start < 0 || end < start) {
      return "";
    }
    byte[] kept = new byte[end - start];
    int length = 0;
    int quote = 0;
    for (int i = start; i < end; i++) {
      byte b = text[i];
      if (quote == 0 && b == '#') {
        while (i < end && text[i] != '\n') {
          i++;
        }
        if (i == end) {
          break;
        }
        b = '\n';
      } else if (b == '\\' && i + 1 < end) {
        kept[length++] = b;
        b = text[++i];
      } else if (b == '"' || b == '\'') {
        // Triple quotes need no care: three toggles are as good as one.
        if (quote == 0) {
          quote = b;
        } else if (quote == b) {
          quote = 0;
        }
      }
      kept[length++] = b;
    }
    return new String(kept, 0, length, StandardCharsets.UTF_8);
  }
}
