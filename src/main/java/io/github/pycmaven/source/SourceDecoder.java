package io.github.pycmaven.source;

import java.util.Arrays;
import java.util.Locale;

/**
 * From bytes to UTF-8 text: line ends, byte order mark, cookie.
 *
 * @cpython Parser/tokenizer/string_tokenizer.c:decode_str
 */
final class SourceDecoder {
  private final String fileName;
  private final byte[] original;
  private byte[] text;
  private boolean marked;

  private SourceDecoder(String fileName, byte[] original) {
    this.fileName = fileName;
    this.original = original;
  }

  static SourceText decode(String fileName, byte[] bytes) {
    return new SourceDecoder(fileName, bytes).decode();
  }

  /** For text that is UTF-8 already. */
  static SourceText utf8(String fileName, byte[] bytes) {
    SourceDecoder decoder = new SourceDecoder(fileName, bytes);
    decoder.text = newlines(bytes);
    DecodingProblem problem = contains(bytes, (byte) 0) ? nulls() : null;
    return decoder.done(problem);
  }

  private SourceText done(DecodingProblem problem) {
    return new SourceText(fileName, original, text, text.length, problem);
  }

  private static DecodingProblem nulls() {
    return new DecodingProblem(
        "source code string cannot contain null bytes", DecodingProblem.Place.NONE, 0, 0, 0, null);
  }

  private SourceText decode() {
    text = newlines(original);
    if (contains(original, (byte) 0)) {
      return done(nulls());
    }
    if (text.length >= 3
        && text[0] == (byte) 0xef
        && text[1] == (byte) 0xbb
        && text[2] == (byte) 0xbf) {
      marked = true;
      text = Arrays.copyOfRange(text, 3, text.length);
    }
    Cookie cookie = Cookie.find(text);
    if (cookie == null) {
      return done(checkUtf8());
    }
    if (marked && !cookie.isUtf8()) {
      return done(contradiction(cookie));
    }
    if (cookie.isUtf8()) {
      return done(checkUtf8());
    }
    return done(recode(cookie.name()));
  }

  private DecodingProblem recode(String encoding) {
    boolean open = text.length == 0 || text[text.length - 1] != '\n';
    if (open) {
      // Decoders see the newline that a file is given at its end.
      text = Arrays.copyOf(text, text.length + 1);
      text[text.length - 1] = '\n';
    }
    CodePoints points = new CodePoints(text.length);
    String error = Encodings.decode(encoding, text, points);
    if (error == null) {
      int surrogate = points.firstSurrogate();
      if (surrogate >= 0) {
        error = unencodable(points.at(surrogate), surrogate);
      }
    }
    if (error != null) {
      return new DecodingProblem(error, DecodingProblem.Place.UNKNOWN, 0, -1, 0, null);
    }
    text = newlines(points.toUtf8());
    int end = 0;
    while (end < text.length && text[end] != 0) {
      // A NUL that was hidden by the encoding ends the text.
      end++;
    }
    if (open && end == text.length && end > 0 && text[end - 1] == '\n') {
      end--;
    }
    text = Arrays.copyOf(text, end);
    return null;
  }

  /** The words of the error about a character that UTF-8 cannot hold. */
  static String unencodable(int point, int at) {
    return String.format(
        Locale.ROOT,
        "'utf-8' codec can't encode character '\\u%04x' in position %d: surrogates not allowed",
        point,
        at);
  }

  private DecodingProblem contradiction(Cookie cookie) {
    String line = Utf8.replacing(text, cookie.lineStart(), cookie.lineEnd());
    int width = line.codePointCount(0, line.length());
    return new DecodingProblem(
        "encoding problem: " + cookie.name() + " with BOM",
        DecodingProblem.Place.LINE,
        cookie.line(),
        0,
        cookie.line() == 1 ? width : width + 1,
        line);
  }

  private DecodingProblem checkUtf8() {
    int at = Utf8.firstInvalid(text, 0, text.length);
    if (at < 0) {
      return null;
    }
    int line = 1;
    int start = 0;
    for (int i = 0; i < at; i++) {
      if (text[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    int end = at;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    String before = Utf8.replacing(text, start, at);
    int column = before.codePointCount(0, before.length()) + 1;
    String message =
        String.format(
            Locale.ROOT,
            "Non-UTF-8 code starting with '\\x%02x' on line %d, but no encoding declared; "
                + "see https://peps.python.org/pep-0263/ for details",
            text[at] & 0xff,
            line);
    return new DecodingProblem(
        message,
        DecodingProblem.Place.BYTE,
        line,
        column,
        column,
        Utf8.replacing(text, start, end));
  }

  private static boolean contains(byte[] bytes, byte wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
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
    return Arrays.copyOf(text, n);
  }
}
