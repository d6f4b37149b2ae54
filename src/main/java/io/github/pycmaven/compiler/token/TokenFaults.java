package io.github.pycmaven.compiler.token;

import io.github.pycmaven.source.Utf8;
import java.util.ArrayList;
import java.util.List;

/** Collects what the tokenizer has to complain about: at most one error, any number of warnings. */
final class TokenFaults {
  private final Cursor cursor;
  private final List<TokenWarning> warnings = new ArrayList<>();
  private TokenError error;
  private boolean stringOpen;

  TokenFaults(Cursor cursor) {
    this.cursor = cursor;
  }

  TokenError error() {
    return error;
  }

  List<TokenWarning> warnings() {
    return warnings;
  }

  /** Whether the error is that the text ends within a string. */
  boolean isStringOpen() {
    return stringOpen;
  }

  /** An error that the end of the text has caused. */
  int openString(String message, boolean atEnd) {
    stringOpen = atEnd;
    return syntax(message);
  }

  void warn(String message) {
    warnings.add(new TokenWarning(message, cursor.line));
  }

  /** An error at the character that was read last. */
  int syntax(String message) {
    int columns = cursor.pos - cursor.lineStart;
    return syntax(message, columns, columns);
  }

  /** An error between two columns, counted in bytes from 1. */
  int syntax(String message, int first, int last) {
    int offset = characters(cursor.lineStart, cursor.lineStart + first);
    int endOffset = characters(cursor.lineStart, cursor.lineStart + last);
    int end = cursor.lineStart;
    while (end < cursor.end && cursor.text[end] != '\n') {
      end++;
    }
    String text = Utf8.replacing(cursor.text, cursor.lineStart, end);
    error = new TokenError(TokenError.Kind.SYNTAX, message, cursor.line, offset, endOffset, text);
    return TokenKind.ERRORTOKEN;
  }

  /** Bytes in a name that are no UTF-8. */
  void undecodable(String message) {
    error = new TokenError(TokenError.Kind.UNDECODABLE, message, 0, 0, 0, null);
  }

  int fail(TokenError.Kind kind) {
    error = TokenError.of(kind);
    return TokenKind.ERRORTOKEN;
  }

  private int characters(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if ((cursor.text[i] & 0xc0) != 0x80) {
        count++;
      }
    }
    return count;
  }
}
