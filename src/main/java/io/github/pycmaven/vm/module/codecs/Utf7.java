package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyStr;
import java.io.ByteArrayOutputStream;

/**
 * UTF-7 (RFC 2152).
 *
 * @cpython Objects/unicodeobject.c:PyUnicode_DecodeUTF7Stateful
 */
final class Utf7 extends ByteDecoder {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** What is written as it is, beside letters and digits. */
  private static final String DIRECT = "'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}";

  private boolean shifted;
  private int bits;
  private int have;
  private int surrogate;

  Utf7(byte[] bytes, String errors, boolean last) {
    super(bytes, "utf7", errors, last);
  }

  private static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  private static int value(int c) {
    return isLetter(c) || c == '+' || c == '/' ? LETTERS.indexOf(c) : -1;
  }

  private static boolean isDirect(int c) {
    return c <= 127 && c != '+';
  }

  @Override
  int decode() {
    int i = 0;
    int start = 0;
    int outStart = 0;
    while (true) {
      while (i < bytes.length) {
        int c = bytes[i] & 0xff;
        if (shifted) {
          if (value(c) >= 0) {
            i++;
            base64(value(c));
            continue;
          }
          shifted = false;
          if (have >= 6) {
            i = handle(start, i + 1, "partial character in shift sequence");
            continue;
          }
          if (have > 0 && bits != 0) {
            i = handle(start, i + 1, "non-zero padding bits in shift sequence");
            continue;
          }
          if (surrogate != 0 && isDirect(c)) {
            put(surrogate);
          }
          surrogate = 0;
          i += c == '-' ? 1 : 0;
        } else if (c == '+') {
          start = i++;
          if (i < bytes.length && bytes[i] == '-') {
            i++;
            put('+');
          } else if (i < bytes.length && value(bytes[i] & 0xff) < 0) {
            i = handle(start, i + 1, "ill-formed sequence");
          } else {
            shifted = true;
            surrogate = 0;
            outStart = size;
            have = 0;
            bits = 0;
          }
        } else if (isDirect(c)) {
          i++;
          put(c);
        } else {
          start = i;
          i = handle(i, i + 1, "unexpected special character");
        }
      }
      if (!shifted) {
        return i;
      }
      if (!last) {
        size = outStart;
        return start;
      }
      shifted = false;
      if (surrogate == 0 && have < 6 && bits == 0) {
        return i;
      }
      i = handle(start, bytes.length, "unterminated shift sequence");
    }
  }

  private void base64(int v) {
    bits = bits << 6 | v;
    have += 6;
    if (have < 16) {
      return;
    }
    int c = bits >>> have - 16;
    have -= 16;
    bits &= (1 << have) - 1;
    if (surrogate != 0) {
      int high = surrogate;
      surrogate = 0;
      if (c >>> 10 == 0x37) {
        put((high - 0xd7c0 << 10) + (c & 0x3ff));
        return;
      }
      put(high);
    }
    if (c >>> 10 == 0x36) {
      surrogate = c;
    } else {
      put(c);
    }
  }

  /** Text to UTF-7. */
  static PyBytes encode(PyStr text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean in = false;
    long bits = 0;
    int have = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.at(i);
      boolean direct = c < 128 && (isLetter(c) || DIRECT.indexOf(c) >= 0);
      if (direct) {
        if (in) {
          if (have > 0) {
            out.write(LETTERS.charAt((int) (bits << 6 - have & 63)));
            have = 0;
          }
          bits = 0;
          in = false;
          if (isLetter(c) || c == '/' || c == '-') {
            out.write('-');
          }
        }
        out.write(c);
        continue;
      }
      if (!in) {
        out.write('+');
        if (c == '+') {
          out.write('-');
          continue;
        }
        in = true;
      }
      int[] units =
          c < 0x10000 ? new int[] {c} : new int[] {0xd7c0 + (c >> 10), 0xdc00 | c & 0x3ff};
      for (int u : units) {
        bits = bits << 16 | u;
        have += 16;
        while (have >= 6) {
          out.write(LETTERS.charAt((int) (bits >>> have - 6 & 63)));
          have -= 6;
        }
        bits &= (1L << have) - 1;
      }
    }
    if (have > 0) {
      out.write(LETTERS.charAt((int) (bits << 6 - have & 63)));
    }
    if (in) {
      out.write('-');
    }
    return new PyBytes(out.toByteArray());
  }
}
