package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.compiler.token.Tokenizer;
import io.github.pycmaven.source.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The source line that an error shows, in which its columns are counted.
 *
 * @cpython Parser/pegen_errors.c:_PyPegen_raise_error_known_location
 */
final class ErrorLine {
  /** CPython reads lines of a file into a buffer of so many bytes. */
  private static final int FILE_LINE_LIMIT = 999;

  private final byte[] bytes;

  private ErrorLine(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A stretch of a text, with replacement characters for what is no UTF-8. */
  private static ErrorLine of(byte[] text, int start, int end) {
    byte[] shown =
        Utf8.error(text, start, end) == null
            ? Arrays.copyOfRange(text, start, end)
            : Utf8.replacing(text, start, end).getBytes(StandardCharsets.UTF_8);
    return new ErrorLine(shown);
  }

  static ErrorLine of(ErrorFinder.Request request, Tokenizer tokenizer, int line) {
    byte[] text = request.text();
    if (request.onDisk() && line > 0) {
      int start = start(text, request.fileLength(), line);
      if (start >= 0 && start < request.fileLength()) {
        int end = end(text, start, request.fileLength());
        end = Math.min(end < request.fileLength() ? end + 1 : end, start + FILE_LINE_LIMIT);
        if (Utf8.error(text, start, end) == null) {
          return of(text, start, end);
        }
      }
    }
    if (tokenizer.line() <= line) {
      return of(text, tokenizer.lineStart(), tokenizer.lineEnd());
    }
    int start = Math.max(start(text, request.length(), line), 0);
    return of(text, start, end(text, start, request.length()));
  }

  private static int start(byte[] text, int length, int line) {
    int start = 0;
    for (int n = 1; n < line; n++) {
      start = end(text, start, length);
      if (start == length) {
        return -1;
      }
      start++;
    }
    return start;
  }

  private static int end(byte[] text, int start, int length) {
    int end = start;
    while (end < length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** How many characters the first bytes are; one more if they go beyond the line. */
  int characters(int count) {
    int characters = count > bytes.length ? 1 : 0;
    for (int i = 0; i < Math.min(count, bytes.length); i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        characters++;
      }
    }
    return Math.max(characters, 0);
  }
}
