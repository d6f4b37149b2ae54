package io.github.pycmaven.compiler.token;

import java.nio.charset.StandardCharsets;

/**
 * The source text of a replacement field, as {@code f"{x=}"} and t-strings keep it: without comments.
 *
 * @cpython Parser/lexer/lexer.c:set_ftstring_expr
 */
final class FieldSource {
  private FieldSource() {}

  static String of(byte[] text, int start, int end) {
    if (start < 0 || end < start) {
      return "";
    }
    boolean commented = false;
    for (int i = start; i < end && !commented; i++) {
      commented = text[i] == '#';
    }
    if (!commented) {
      return new String(text, start, end - start, StandardCharsets.UTF_8);
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
        if (i < end) {
          kept[length++] = '\n';
        }
        continue;
      }
      kept[length++] = b;
    }
    return new String(kept, 0, length, StandardCharsets.UTF_8);
  }
}
