package io.github.pycmaven.source;

import java.nio.charset.StandardCharsets;

/**
 * From bytes to UTF-8 text.
 *
 * @cpython Parser/tokenizer/string_tokenizer.c:decode_str
 */
final class SourceDecoder {
  private SourceDecoder() {}

  static SourceText decode(String fileName, byte[] bytes) {
    byte[] text = newlines(bytes);
    return new SourceText(fileName, bytes, text, text.length, null);
  }

  static SourceText utf8(String fileName, byte[] bytes) {
    byte[] text = newlines(bytes);
    return new SourceText(fileName, bytes, text, text.length, null);
  }

  /** The bytes with CR LF and CR as LF; the same array if there is no CR. */
  static byte[] newlines(byte[] bytes) {
    int first = 0;
    while (first < bytes.length && bytes[first] != '\r') {
      first++;
    }
    if (first == bytes.length) {
      return bytes;
    }
    byte[] text = new byte[bytes.length];
    System.arraycopy(bytes, 0, text, 0, first);
    int n = first;
    for (int i = first; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\r') {
        b = '\n';
        if (i + 1 < bytes.length && bytes[i + 1] == '\n') {
          i++;
        }
      }
      text[n++] = b;
    }
    return java.util.Arrays.copyOf(text, n);
  }
}
