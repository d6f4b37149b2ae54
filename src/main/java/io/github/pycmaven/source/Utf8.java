package io.github.pycmaven.source;

import java.util.Arrays;

/**
 * UTF-8 as CPython checks it: shortest forms only, no surrogates.
 *
 * @cpython Objects/stringlib/codecs.h:utf8_decode
 */
public final class Utf8 {
  private Utf8() {}

  /** The length of the sequence that starts here, or minus the number of bytes that are wrong. */
  static int sequence(byte[] text, int at, int end) {
    int lead = text[at] & 0xff;
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xc2 || lead > 0xf4) {
      return -1;
    }
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    for (int i = 1; i < length; i++) {
      if (at + i >= end) {
        return -i;
      }
      int b = text[at + i] & 0xff;
      int low = 0x80;
      int high = 0xbf;
      if (i == 1) {
        if (lead == 0xe0) {
          low = 0xa0;
        } else if (lead == 0xed) {
          high = 0x9f;
        } else if (lead == 0xf0) {
          low = 0x90;
        } else if (lead == 0xf4) {
          high = 0x8f;
        }
      }
      if (b < low || b > high) {
        return -i;
      }
    }
    return length;
  }

  /** The offset of the first byte that is no UTF-8, or -1. */
  static int firstInvalid(byte[] text, int start, int end) {
    int i = start;
    while (i < end) {
      if (text[i] >= 0) {
        i++;
        continue;
      }
      int length = sequence(text, i, end);
      if (length < 0) {
        return i;
      }
      i += length;
    }
    return -1;
  }

  static int point(byte[] text, int at, int length) {
    switch (length) {
      case 1:
        return text[at];
      case 2:
        return (text[at] & 0x1f) << 6 | text[at + 1] & 0x3f;
      case 3:
        return (text[at] & 0x0f) << 12 | (text[at + 1] & 0x3f) << 6 | text[at + 2] & 0x3f;
      default:
        return (text[at] & 0x07) << 18
            | (text[at + 1] & 0x3f) << 12
            | (text[at + 2] & 0x3f) << 6
            | text[at + 3] & 0x3f;
    }
  }

  /** The text with a replacement character for each wrong stretch. */
  public static String replacing(byte[] text, int start, int end) {
    StringBuilder out = new StringBuilder(end - start);
    int i = start;
    while (i < end) {
      int length = sequence(text, i, end);
      if (length < 0) {
        out.append('\ufffd');
        i -= length;
      } else {
        out.appendCodePoint(point(text, i, length));
        i += length;
      }
    }
    return out.toString();
  }

  /**
   * What CPython says of a stretch of text, whose positions count from its start; null if sound.
   */
  public static String error(byte[] text, int start, int end) {
    return firstInvalid(text, start, end) < 0
        ? null
        : decode(Arrays.copyOfRange(text, start, end), new CodePoints(end - start));
  }

  /** Decodes strictly; for cookies that name UTF-8 by one of its other names. */
  static String decode(byte[] in, CodePoints out) {
    int i = 0;
    while (i < in.length) {
      int length = sequence(in, i, in.length);
      if (length < 0) {
        int lead = in[i] & 0xff;
        boolean badStart = lead < 0xc2 || lead > 0xf4;
        boolean atEnd = !badStart && i - length == in.length;
        return TextDecoder.error(
            "utf-8",
            in,
            i,
            i - length,
            badStart
                ? "invalid start byte"
                : atEnd ? "unexpected end of data" : "invalid continuation byte");
      }
      out.add(point(in, i, length));
      i += length;
    }
    return null;
  }
}
