package io.github.pycmaven.compiler.parser.literal;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.source.CharacterNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The backslash escapes of strings and bytes.
 *
 * <p>After a failed decoding {@link #error} says why; after any other {@link #invalidAt} is the
 * place of the first escape that means nothing, or -1.
 *
 * @cpython Objects/unicodeobject.c:_PyUnicode_DecodeUnicodeEscapeInternal
 */
public final class EscapeDecoder {
  /** How many bytes CPython's decoder sees of a character beyond ASCII: it gets them escaped. */
  private static final int WIDE = 10;

  private int invalidAt;
  private String error;

  private int[] points = new int[64];
  private int length;

  /** The offset of the character after the first backslash that starts no escape, or -1. */
  public int invalidAt() {
    return invalidAt;
  }

  /** The words of the error that stopped the decoding. */
  public String error() {
    return error;
  }

  /** The text's characters with escapes replaced, or null after an error. */
  public Constant.Str text(byte[] text, int start, int end) {
    invalidAt = -1;
    error = null;
    length = 0;
    int i = start;
    while (i < end) {
      int b = text[i++];
      if (b < 0) {
        i = nonAscii(text, i - 1);
      } else if (b != '\\') {
        add(b);
      } else if (i >= end || text[i] < 0) {
        // CPython doubles such a backslash before it decodes.
        add('\\');
      } else {
        i = escape(text, start, i, end);
        if (i < 0) {
          return null;
        }
      }
    }
    return Constant.Str.ofCodePoints(points, length);
  }

  private void add(int point) {
    if (length == points.length) {
      points = Arrays.copyOf(points, length * 2);
    }
    points[length++] = point;
  }

  private int nonAscii(byte[] text, int at) {
    int b = text[at] & 0xff;
    int point;
    int i = at + 1;
    if (b < 0xe0) {
      point = b & 0x1f;
    } else if (b < 0xf0) {
      point = (b & 0x0f) << 6 | text[i++] & 0x3f;
    } else {
      point = (b & 0x07) << 12 | (text[i++] & 0x3f) << 6;
      point |= text[i++] & 0x3f;
    }
    add(point << 6 | text[i++] & 0x3f);
    return i;
  }

  /** What follows a backslash; the offset after it, or -1 after an error. */
  private int escape(byte[] text, int start, int at, int end) {
    int i = at + 1;
    int c = text[at];
    int simple = simpleEscape(c);
    if (simple >= 0) {
      add(simple);
      return i;
    }
    switch (c) {
      case '\n':
        return i;
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7':
        {
          int value = c - '0';
          for (int n = 0; n < 2 && i < end && text[i] >= '0' && text[i] <= '7'; n++) {
            value = value * 8 + text[i++] - '0';
          }
          if (value > 0xff && invalidAt < 0) {
            invalidAt = at;
          }
          add(value);
          return i;
        }
      case 'x':
        return hex(text, start, at, end, 2, "truncated \\xXX escape");
      case 'u':
        return hex(text, start, at, end, 4, "truncated \\uXXXX escape");
      case 'U':
        return hex(text, start, at, end, 8, "truncated \\UXXXXXXXX escape");
      case 'N':
        return named(text, start, at, end);
      default:
        if (invalidAt < 0) {
          invalidAt = at;
        }
        add('\\');
        add(c);
        return i;
    }
  }

  private static int simpleEscape(int c) {
    switch (c) {
      case '\\':
      case '\'':
      case '"':
        return c;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 'v':
        return 0x0b;
      case 'a':
        return 0x07;
      default:
        return -1;
    }
  }

  private int hex(byte[] text, int start, int at, int end, int digits, String message) {
    int i = at + 1;
    long value = 0;
    for (int n = 0; n < digits; n++, i++) {
      int digit = i < end ? hexDigit(text[i]) : -1;
      if (digit < 0) {
        return fail(text, start, at - 1, i, message);
      }
      value = value << 4 | digit;
    }
    if (value > 0x10ffff) {
      return fail(text, start, at - 1, i, "illegal Unicode character");
    }
    add((int) value);
    return i;
  }

  private static int hexDigit(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  private int named(byte[] text, int start, int at, int end) {
    String message = "malformed \\N character escape";
    int i = at + 1;
    if (i < end && text[i] == '{') {
      int name = ++i;
      while (i < end && text[i] != '}') {
        i++;
      }
      if (i < end && i > name) {
        i++;
        int point =
            CharacterNames.lookup(
                new String(text, name, i - 1 - name, StandardCharsets.ISO_8859_1));
        if (point >= 0) {
          add(point);
          return i;
        }
        message = "unknown Unicode character name";
      }
    }
    return fail(text, start, at - 1, i, message);
  }

  /** Words an error; positions are those of the text as CPython's decoder gets it. */
  private int fail(byte[] text, int start, int from, int to, String message) {
    int first = width(text, start, from);
    int last = width(text, start, to) - 1;
    error =
        first == last
            ? String.format(
                Locale.ROOT,
                "'unicodeescape' codec can't decode byte 0x%02x in position %d: %s",
                text[from] & 0xff,
                first,
                message)
            : String.format(
                Locale.ROOT,
                "'unicodeescape' codec can't decode bytes in position %d-%d: %s",
                first,
                last,
                message);
    return -1;
  }

  private static int width(byte[] text, int from, int to) {
    int width = 0;
    for (int i = from; i < to; i++) {
      if (text[i] >= 0) {
        width++;
        if (text[i] == '\\') {
          // The character after a backslash is not looked at again.
          if (i + 1 < to && text[i + 1] < 0) {
            width += 5;
          } else if (i + 1 < to) {
            width++;
            i++;
          }
        }
      } else if ((text[i] & 0xc0) == 0xc0) {
        width += WIDE;
      }
    }
    return width;
  }

  /** The bytes with escapes replaced, or null after an error. */
  public Constant.Bytes bytes(byte[] text, int start, int end) {
    invalidAt = -1;
    error = null;
    byte[] value = new byte[end - start];
    int n = 0;
    int i = start;
    while (i < end) {
      int b = text[i++];
      if (b != '\\') {
        value[n++] = (byte) b;
        continue;
      }
      int c = text[i++];
      int simple = simpleEscape(c);
      if (simple >= 0) {
        value[n++] = (byte) simple;
      } else if (c >= '0' && c <= '7') {
        int octal = c - '0';
        int at = i - 1;
        for (int k = 0; k < 2 && i < end && text[i] >= '0' && text[i] <= '7'; k++) {
          octal = octal * 8 + text[i++] - '0';
        }
        if (octal > 0xff && invalidAt < 0) {
          invalidAt = at;
        }
        value[n++] = (byte) octal;
      } else if (c == 'x') {
        int high = i < end ? hexDigit(text[i]) : -1;
        int low = high >= 0 && i + 1 < end ? hexDigit(text[i + 1]) : -1;
        if (low < 0) {
          error = "invalid \\x escape at position " + (i - 2 - start);
          return null;
        }
        value[n++] = (byte) (high << 4 | low);
        i += 2;
      } else if (c != '\n') {
        if (invalidAt < 0) {
          invalidAt = i - 1;
        }
        value[n++] = '\\';
        value[n++] = (byte) c;
      }
    }
    return new Constant.Bytes(Arrays.copyOf(value, n));
  }
}
