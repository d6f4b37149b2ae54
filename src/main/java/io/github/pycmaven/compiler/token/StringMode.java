package io.github.pycmaven.compiler.token;

/**
 * What the tokenizer is inside of: plain code, or one of the f-strings and t-strings that nest.
 *
 * @cpython Parser/lexer/state.h:tokenizer_mode
 */
final class StringMode {
  /** The mode around this one; null for the code of the file itself. */
  final StringMode outer;

  /** The number of strings around the current place, 0 for the code of the file itself. */
  final int depth;

  final int quote;
  final int quoteSize;
  final boolean raw;
  final boolean template;

  /** The offset of the string's first byte, and the line on which it is. */
  final int start;

  final int firstLine;
  final int firstLineStart;

  /** Whether the next token is one of the string's text, not of an expression. */
  boolean inText = true;

  /** Brackets of all kinds that are open since the string's start. */
  int brackets;

  /** The bracket depth at which the innermost replacement field opened, or -1. */
  int fieldDepth = -1;

  boolean inFormatSpec;

  /** Whether an '=' has been met that may belong to the field itself. */
  boolean inDebug;

  /** Where the source text of the current field starts and ends, or -1. */
  int exprStart = -1;

  int exprEnd = -1;

  /** The mode of the file itself. */
  StringMode() {
    outer = null;
    depth = 0;
    quote = 0;
    quoteSize = 0;
    raw = false;
    template = false;
    start = 0;
    firstLine = 0;
    firstLineStart = 0;
    inText = false;
  }

  StringMode(
      StringMode outer,
      int quote,
      int quoteSize,
      boolean raw,
      boolean template,
      int start,
      Cursor cursor) {
    this.outer = outer;
    this.depth = outer.depth + 1;
    this.quote = quote;
    this.quoteSize = quoteSize;
    this.raw = raw;
    this.template = template;
    this.start = start;
    this.firstLine = cursor.line;
    this.firstLineStart = cursor.lineStart;
  }

  boolean isInField() {
    return fieldDepth >= 0;
  }

  char prefix() {
    return template ? 't' : 'f';
  }

  /** Remembers the bounds of the field's source at one of its punctuation characters. */
  void note(int c, int tokenStart, int next) {
    switch (c) {
      case '{':
        exprStart = next;
        exprEnd = -1;
        break;
      case ':':
        if (exprEnd < 0) {
          exprEnd = tokenStart;
        }
        break;
      default:
        exprEnd = tokenStart;
        break;
    }
  }
}
