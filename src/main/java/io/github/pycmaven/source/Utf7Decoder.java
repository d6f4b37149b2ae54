package io.github.pycmaven.source;

/**
 * UTF-7, in which a source can really be written.
 *
 * @cpython Objects/unicodeobject.c:PyUnicode_DecodeUTF7Stateful
 */
final class Utf7Decoder implements TextDecoder {
  private int bits;
  private int buffer;
  private int surrogate;

  @Override
  public String decode(byte[] in, CodePoints out) {
    int i = 0;
    int start = 0;
    boolean shifted = false;
    while (i < in.length) {
      int c = in[i] & 0xff;
      if (shifted) {
        int digit = base64(c);
        if (digit >= 0) {
          i++;
          take(digit, out);
          continue;
        }
        shifted = false;
        if (bits >= 6) {
          return error(in, start, i + 1, "partial character in shift sequence");
        }
        if (bits > 0 && buffer != 0) {
          return error(in, start, i + 1, "non-zero padding bits in shift sequence");
        }
        if (surrogate != 0 && isDirect(c)) {
          out.add(surrogate);
        }
        surrogate = 0;
        if (c == '-') {
          i++;
        }
      } else if (c == '+') {
        start = i++;
        if (i < in.length && in[i] == '-') {
          i++;
          out.add('+');
        } else if (i < in.length && base64(in[i] & 0xff) < 0) {
          return error(in, start, i + 1, "ill-formed sequence");
        } else {
          shifted = true;
          surrogate = 0;
          bits = 0;
          buffer = 0;
        }
      } else if (isDirect(c)) {
        i++;
        out.add(c);
      } else {
        return error(in, i, i + 1, "unexpected special character");
      }
    }
    if (shifted && (surrogate != 0 || bits >= 6 || bits > 0 && buffer != 0)) {
      return error(in, start, in.length, "unterminated shift sequence");
    }
    return null;
  }

  private static String error(byte[] in, int start, int end, String reason) {
    return TextDecoder.error("utf7", in, start, end, reason);
  }

  private void take(int digit, CodePoints out) {
    buffer = buffer << 6 | digit;
    bits += 6;
    if (bits < 16) {
      return;
    }
    bits -= 16;
    int unit = buffer >>> bits;
    buffer &= (1 << bits) - 1;
    if (surrogate != 0) {
      int high = surrogate;
      surrogate = 0;
      if (unit >= 0xdc00 && unit < 0xe000) {
        out.add(0x10000 + (high - 0xd800 << 10) + unit - 0xdc00);
        return;
      }
      out.add(high);
    }
    if (unit >= 0xd800 && unit < 0xdc00) {
      surrogate = unit;
    } else {
      out.add(unit);
    }
  }

  private static int base64(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }

  private static boolean isDirect(int c) {
    return c < 0x80 && c != '+';
  }
}
