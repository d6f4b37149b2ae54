package io.github.pycmaven.util;

/**
 * SipHash with a 64-bit result, by which CPython hashes sources for hash-based caches.
 *
 * @cpython Python/pyhash.c:siphash13
 */
public final class SipHash {
  private static final int FINAL_ROUNDS = 3;
  private static final int WORD = Long.BYTES;

  private SipHash() {}

  /**
   * The hash of bytes.
   *
   * <p>One loop over local variables without a call: whole trees are hashed before HotSpot's second
   * compiler is done, and the code of the first counts every call, inlined ones too.
   *
   * @param rounds rounds for each word: 1 (SipHash-1-3), or 2 with one more final round
   *     (SipHash-2-4)
   */
  public static long hash(long k0, long k1, byte[] bytes, int rounds) {
    long v0 = 0x736f6d6570736575L ^ k0;
    long v1 = 0x646f72616e646f6dL ^ k1;
    long v2 = 0x6c7967656e657261L ^ k0;
    long v3 = 0x7465646279746573L ^ k1;
    int whole = bytes.length / WORD;
    // The last word holds the bytes left and the length, and then come the final rounds.
    for (int i = 0; i <= whole + 1; i++) {
      long word = 0;
      int left = rounds;
      if (i < whole) {
        int at = i * WORD;
        word =
            bytes[at] & 0xffL
                | (bytes[at + 1] & 0xffL) << 8
                | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24
                | (bytes[at + 4] & 0xffL) << 32
                | (bytes[at + 5] & 0xffL) << 40
                | (bytes[at + 6] & 0xffL) << 48
                | (long) bytes[at + 7] << 56;
      } else if (i == whole) {
        word = last(bytes, whole * WORD);
      } else {
        v2 ^= 0xff;
        left = FINAL_ROUNDS + rounds - 1;
      }
      v3 ^= word;
      for (; left > 0; left--) {
        v0 += v1;
        v2 += v3;
        v1 = (v1 << 13 | v1 >>> 51) ^ v0;
        v3 = (v3 << 16 | v3 >>> 48) ^ v2;
        v0 = (v0 << 32 | v0 >>> 32);
        v2 += v1;
        v0 += v3;
        v1 = (v1 << 17 | v1 >>> 47) ^ v2;
        v3 = (v3 << 21 | v3 >>> 43) ^ v0;
        v2 = (v2 << 32 | v2 >>> 32);
      }
      v0 ^= word;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long last(byte[] bytes, int from) {
    long word = 0;
    for (int i = bytes.length - 1; i >= from; i--) {
      word = word << 8 | bytes[i] & 0xff;
    }
    return word | (long) bytes.length << 56;
  }
}
