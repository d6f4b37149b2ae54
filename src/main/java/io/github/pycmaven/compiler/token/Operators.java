package io.github.pycmaven.compiler.token;

/**
 * The operators and delimiters, longest first.
 *
 * @cpython Parser/token.c:_PyToken_TwoChars
 */
final class Operators {
  private static final byte[] LENGTHS = new byte[TokenKind.COUNT];
  private static final byte[] SINGLE = new byte[128];
  private static final byte[] WITH_EQUAL = new byte[128];
  private static final byte[] DOUBLED = new byte[128];
  private static final byte[] DOUBLED_WITH_EQUAL = new byte[128];

  static {
    java.util.Arrays.fill(SINGLE, (byte) TokenKind.OP);
    java.util.Arrays.fill(LENGTHS, (byte) 1);
    for (int kind = TokenKind.LPAR; kind < TokenKind.OP; kind++) {
      String text = TokenKind.text(kind);
      char c = text.charAt(0);
      LENGTHS[kind] = (byte) text.length();
      if (text.length() == 1) {
        SINGLE[c] = (byte) kind;
      } else if (text.length() == 2) {
        if (text.charAt(1) == c) {
          DOUBLED[c] = (byte) kind;
        }
        if (text.charAt(1) == '=') {
          WITH_EQUAL[c] = (byte) kind;
        }
      } else if (text.charAt(2) == '=') {
        DOUBLED_WITH_EQUAL[c] = (byte) kind;
      }
    }
  }

  private Operators() {}

  /** The kind of the operator that starts at an offset; OP for a character that is none. */
  static int scan(byte[] text, int at) {
    int c = text[at];
    int second = text[at + 1];
    if (second == c) {
      int kind = DOUBLED[c];
      if (kind != 0) {
        int longer = DOUBLED_WITH_EQUAL[c];
        return longer != 0 && text[at + 2] == '=' ? longer : kind;
      }
      if (c == '.' && text[at + 2] == '.') {
        return TokenKind.ELLIPSIS;
      }
    } else if (second == '=') {
      int kind = WITH_EQUAL[c];
      if (kind != 0) {
        return kind;
      }
    } else if (second == '>' && c == '-') {
      return TokenKind.RARROW;
    }
    return SINGLE[c];
  }

  /** How many bytes the operator has. */
  static int length(int kind) {
    return LENGTHS[kind];
  }
}
