package io.github.pycmaven.source;

import java.util.Locale;

/** One of the encodings that a cookie can name. */
interface TextDecoder {
  /** Decodes everything; gives the words of an error, or null. */
  String decode(byte[] in, CodePoints out);

  /** The words of a UnicodeDecodeError. */
  static String error(String codec, byte[] in, int start, int end, String reason) {
    return end == start + 1
        ? String.format(
            Locale.ROOT,
            "'%s' codec can't decode byte 0x%02x in position %d: %s",
            codec,
            in[start] & 0xff,
            start,
            reason)
        : String.format(
            Locale.ROOT,
            "'%s' codec can't decode bytes in position %d-%d: %s",
            codec,
            start,
            end - 1,
            reason);
  }
}
