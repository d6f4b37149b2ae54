package io.github.pycmaven.compiler.token;

import io.github.pycmaven.source.Characters;
import io.github.pycmaven.source.NormalForm;
import io.github.pycmaven.source.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Identifiers with characters outside of ASCII: checks them and brings them into their normal form.
 *
 * @cpython Parser/lexer/lexer.c:verify_identifier
 */
final class IdentifierScanner {
  private final Cursor cursor;
  private final TokenFaults faults;
  private final Map<String, String> known = new HashMap<>();
  private boolean constantName;

  IdentifierScanner(Cursor cursor, TokenFaults faults) {
    this.cursor = cursor;
    this.faults = faults;
  }

  /** The normal form of the name between an offset and the cursor, or null after an error. */
  String scan(int start) {
    String undecodable = Utf8.error(cursor.text, start, cursor.pos);
    if (undecodable != null) {
      faults.undecodable(undecodable);
      return null;
    }
    String raw = new String(cursor.text, start, cursor.pos - start, StandardCharsets.UTF_8);
    String normal = known.get(raw);
    if (normal == null && isValid(raw, start)) {
      normal = NormalForm.nfkc(raw);
      constantName |= normal.equals("None") || normal.equals("True") || normal.equals("False");
      known.put(raw, normal);
    }
    return normal;
  }

  boolean hasConstantName() {
    return constantName;
  }

  private boolean isValid(String raw, int start) {
    for (int i = 0; i < raw.length(); ) {
      int point = raw.codePointAt(i);
      boolean valid =
          i == 0 ? Characters.isIdentifierStart(point) : Characters.isIdentifierPart(point);
      i += Character.charCount(point);
      if (!valid) {
        // The error is at the character, which may be in the middle of the name.
        cursor.pos = start + raw.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
        faults.syntax(
            Characters.isPrintable(point)
                ? String.format(
                    Locale.ROOT,
                    "invalid character '%s' (U+%04X)",
                    Character.toString(point),
                    point)
                : String.format(Locale.ROOT, "invalid non-printable character U+%04X", point));
        return false;
      }
    }
    return true;
  }
}
