package io.github.pycmaven.vm.module.codecs;

/** UTF-8, which refuses surrogates and forms that are longer than necessary. */
final class Utf8Decoder extends ByteDecoder {
  Utf8Decoder(byte[] bytes, String errors, boolean last) {
    super(bytes, "utf-8", errors, last);
  }

  @Override
  int decode() {
    int i = 0;
    while (i < bytes.length) {
      int b = bytes[i] & 0xff;
      if (b < 0x80) {
        put(b);
        i++;
        continue;
      }
      int need =
          b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : 0;
      if (need == 0) {
        i = handle(i, i + 1, "invalid start byte");
        continue;
      }
      int c = b & 0x3f >> need;
      int k = 1;
      while (k <= need && i + k < bytes.length && continues(b, k, bytes[i + k] & 0xff)) {
        c = c << 6 | bytes[i + k] & 0x3f;
        k++;
      }
      if (k > need) {
        put(c);
        i += k;
      } else if (i + k < bytes.length) {
        i = handle(i, i + k, "invalid continuation byte");
      } else if (last) {
        i = handle(i, bytes.length, "unexpected end of data");
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean continues(int first, int k, int b) {
    if (b < 0x80 || b > 0xbf) {
      return false;
    }
    if (k > 1) {
      return true;
    }
    switch (first) {
      case 0xe0:
        return b >= 0xa0;
      case 0xed:
        return b < 0xa0;
      case 0xf0:
        return b >= 0x90;
      case 0xf4:
        return b < 0x90;
      default:
        return true;
    }
  }
}
