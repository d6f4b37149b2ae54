package io.github.pycmaven.compiler.parser;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.parser.literal.EscapeDecoder;
import io.github.pycmaven.compiler.parser.literal.EscapeWarning;
import io.github.pycmaven.compiler.parser.literal.TextBytes;
import io.github.pycmaven.compiler.token.TokenKind;
import java.nio.charset.StandardCharsets;

/** The values of string tokens, and the warnings about their escapes. */
final class StringDecoder {
  private final ParserState s;
  private final boolean checksBytes;
  private final EscapeDecoder escapes = new EscapeDecoder();

  StringDecoder(ParserState state) {
    this(state, false);
  }

  /**
   * A decoder.
   *
   * @param checksBytes whether the source may hold bytes that are no UTF-8
   */
  StringDecoder(ParserState state, boolean checksBytes) {
    s = state;
    this.checksBytes = checksBytes;
  }

  Constant.Str text(boolean raw, int start, int end, int token) {
    String undecodable = checksBytes ? TextBytes.error(s.text, start, end, !raw) : null;
    if (undecodable != null) {
      throw new ParseAbort("(unicode error) " + undecodable);
    }
    if (raw || !TextBytes.hasBackslash(s.text, start, end)) {
      return new Constant.Str(new String(s.text, start, end - start, StandardCharsets.UTF_8));
    }
    Constant.Str value = escapes.text(s.text, start, end);
    if (value == null) {
      throw new ParseAbort("(unicode error) " + escapes.error());
    }
    warn(start, token);
    return value;
  }

  /** The warning about a backslash before a character that it means nothing to. */
  void warnOf(int at, int token) {
    // The text is decoded up to the character only, so that this is the first such place.
    escapes.text(s.text, at - 1, at + 1);
    warn(at - 1, token);
  }

  /** A text that stands in no token, with its escapes decoded. */
  Constant.Str decoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Constant.Str value = escapes.text(bytes, 0, bytes.length);
    if (value == null) {
      throw s.fail();
    }
    return value;
  }

  Constant.Bytes bytes(boolean raw, int start, int end, int token) {
    byte[] text = s.text;
    for (int i = start; i < end; i++) {
      if (text[i] < 0) {
        throw s.fail();
      }
    }
    if (raw || !TextBytes.hasBackslash(text, start, end)) {
      return new Constant.Bytes(java.util.Arrays.copyOfRange(text, start, end));
    }
    Constant.Bytes value = escapes.bytes(text, start, end);
    if (value == null) {
      throw s.fail();
    }
    warn(start, token);
    return value;
  }

  /**
   * The warning about the first escape that means nothing, if there is one.
   *
   * @cpython Parser/string_parser.c:warn_invalid_escape_sequence
   */
  private void warn(int start, int token) {
    int at = escapes.invalidAt();
    if (at < 0) {
      return;
    }
    byte[] text = s.text;
    int kind = s.tokens.kind(token);
    if ((text[at] == '{' || text[at] == '}') && kind != TokenKind.STRING) {
      // The tokenizer has said so already.
      return;
    }
    int line = s.tokens.line(token);
    s.warnings.add(
        EscapeWarning.of(text, at, start, line, s.source.fileName(), s.options.features()));
  }
}
