package io.github.pycmaven.util;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that also writes lone surrogates, three bytes each, as Python's error handler {@code
 * surrogatepass} does.
 */
public final class Wtf8 {
  /** What {@link #scan} answers for plain ASCII. */
  public static final int ASCII = -1;

  /** What {@link #scan} answers for well-formed UTF-8. */
  public static final int UTF8 = -2;

  /** What {@link #scan} answers for UTF-8 with encoded surrogates in it. */
  public static final int SURROGATES = -3;

  private Wtf8() {}

  /** One of the constants above, or the offset in the array of the first byte that is malformed. */
  public static int scan(byte[] data, int from, int to) {
    int kind = ASCII;
    int i = from;
    while (i < to) {
      int lead = data[i];
      if (lead >= 0) {
        i++;
        continue;
      }
      int length = lengthOf(lead & 0xff);
      if (length == 0 || i + length > to || !isTail(data, i, length)) {
        return i;
      }
      int second = data[i + 1] & 0xff;
      switch (lead & 0xff) {
        case 0xe0:
          if (second < 0xa0) {
            return i;
          }
          break;
        case 0xed:
          kind = second >= 0xa0 ? SURROGATES : kind;
          break;
        case 0xf0:
          if (second < 0x90) {
            return i;
          }
          break;
        case 0xf4:
          if (second > 0x8f) {
            return i;
          }
          break;
        default:
          break;
      }
      kind = kind == ASCII ? UTF8 : kind;
      i += length;
    }
    return kind;
  }

  private static int lengthOf(int lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }

  private static boolean isTail(byte[] data, int from, int length) {
    for (int i = 1; i < length; i++) {
      if ((data[from + i] & 0xc0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  /** The code points of data that {@link #scan} found no fault in; exactly as many as there are. */
  public static int[] codePoints(byte[] data, int from, int to) {
    int[] points = new int[count(data, from, to)];
    int at = 0;
    for (int i = from; i < to; at++) {
      int lead = data[i] & 0xff;
      if (lead < 0x80) {
        points[at] = lead;
        i++;
      } else if (lead < 0xe0) {
        points[at] = (lead & 0x1f) << 6 | data[i + 1] & 0x3f;
        i += 2;
      } else if (lead < 0xf0) {
        points[at] = (lead & 0xf) << 12 | (data[i + 1] & 0x3f) << 6 | data[i + 2] & 0x3f;
        i += 3;
      } else {
        points[at] =
            (lead & 7) << 18
                | (data[i + 1] & 0x3f) << 12
                | (data[i + 2] & 0x3f) << 6
                | data[i + 3] & 0x3f;
        i += 4;
      }
    }
    return points;
  }

  private static int count(byte[] data, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += (data[i] & 0xc0) == 0x80 ? 0 : 1;
    }
    return count;
  }

  /** The bytes of a Java text; a surrogate without its partner takes three. */
  public static byte[] encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xd800 && c < 0xe000) {
        return encode(text.codePoints().toArray());
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of code points, surrogates included. */
  public static byte[] encode(int[] points) {
    int size = 0;
    for (int point : points) {
      size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    byte[] out = new byte[size];
    int at = 0;
    for (int point : points) {
      if (point < 0x80) {
        out[at++] = (byte) point;
        continue;
      }
      if (point < 0x800) {
        out[at++] = (byte) (0xc0 | point >> 6);
      } else {
        if (point < 0x10000) {
          out[at++] = (byte) (0xe0 | point >> 12);
        } else {
          out[at++] = (byte) (0xf0 | point >> 18);
          out[at++] = (byte) (0x80 | point >> 12 & 0x3f);
        }
        out[at++] = (byte) (0x80 | point >> 6 & 0x3f);
      }
      out[at++] = (byte) (0x80 | point & 0x3f);
    }
    return out;
  }
}
