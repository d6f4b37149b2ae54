package io.github.pycmaven.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A source: its name, its bytes as they were found, and its text in UTF-8 with newlines as the only
 * line ends, which is what all later stages count columns in.
 *
 * <p>A source that cannot be decoded is a value, too: it has a {@link #problem}, which the parser
 * reports.
 */
public final class SourceText {
  /** Spare bytes after the text: a newline and NULs, so that scanners need no bounds checks. */
  private static final int SLACK = 8;

  /** CPython reads lines of files into a buffer of so many bytes. */
  private static final int FILE_LINE_LIMIT = 999;

  private final String fileName;
  private final byte[] original;
  private final byte[] buffer;
  private final int length;
  private final DecodingProblem problem;

  SourceText(String fileName, byte[] original, byte[] text, int length, DecodingProblem problem) {
    this.fileName = fileName;
    this.original = original;
    this.problem = problem;
    this.length = length;
    buffer = Arrays.copyOf(text, length + SLACK);
    Arrays.fill(buffer, length, length + SLACK, (byte) 0);
  }

  /** A file's content; its encoding is that of its byte order mark or cookie, else UTF-8. */
  public static SourceText of(String fileName, byte[] bytes) {
    return SourceDecoder.decode(fileName, bytes);
  }

  /** A text that is already decoded: a cookie in it means nothing. */
  public static SourceText ofText(String fileName, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return SourceDecoder.utf8(fileName, bytes);
  }

  /** The name that tracebacks show. */
  public String fileName() {
    return fileName;
  }

  /** The bytes as they were found; not a copy. */
  public byte[] original() {
    return original;
  }

  /** Whether a byte order mark or cookie says how the source is encoded. */
  public boolean declaresEncoding() {
    boolean marked =
        original.length >= 3
            && original[0] == (byte) 0xef
            && original[1] == (byte) 0xbb
            && original[2] == (byte) 0xbf;
    return marked || Cookie.find(Arrays.copyOf(buffer, length)) != null;
  }

  /** The text in UTF-8, followed by at least four NULs; not a copy. */
  public byte[] buffer() {
    return buffer;
  }

  /** The number of bytes of the text. */
  public int length() {
    return length;
  }

  /** What was wrong with the bytes, or null. */
  public DecodingProblem problem() {
    return problem;
  }

  /** The offset of the first byte from there on that is no UTF-8, or -1. */
  public int strayByte(int from) {
    return Utf8.firstInvalid(buffer, from, length);
  }

  /** The text with question marks for the bytes that are no UTF-8, and no problem with them. */
  public SourceText withoutStrayBytes() {
    byte[] text = Arrays.copyOf(buffer, length);
    for (int at = strayByte(0); at >= 0; at = Utf8.firstInvalid(text, at, length)) {
      text[at] = '?';
    }
    return new SourceText(fileName, original, text, length, null);
  }

  /** A line without its newline, from 1; empty if there is no such line. */
  public String line(int number) {
    int start = lineStart(number);
    return new String(buffer, start, lineEnd(start) - start, StandardCharsets.UTF_8);
  }

  /**
   * A line as CPython reads it from a file to show it: with its newline, and no more than its first
   * bytes.
   *
   * @cpython Python/errors.c:err_programtext
   */
  public String fileLine(int number) {
    int start = lineStart(number);
    int end = Math.min(lineEnd(start) + 1, length);
    return new String(
        buffer, start, Math.min(end - start, FILE_LINE_LIMIT), StandardCharsets.UTF_8);
  }

  private int lineStart(int number) {
    int start = 0;
    for (int n = 1; n < number; n++) {
      start = lineEnd(start) + 1;
      if (start >= length) {
        return length;
      }
    }
    return start;
  }

  private int lineEnd(int start) {
    int end = start;
    while (end < length && buffer[end] != '\n') {
      end++;
    }
    return end;
  }
}
