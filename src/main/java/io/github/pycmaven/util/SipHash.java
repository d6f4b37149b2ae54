package io.github.pycmaven.util;

/**
 * SipHash with a 64-bit result, by which CPython hashes sources for hash-based caches.
 *
 * @cpython Python/pyhash.c:siphash13
 */
public final class SipHash {
  private static final int FINAL_ROUNDS = 3;
  private static final int WORD = Long.BYTES;

  private long v0;
  private long v1;
  private long v2;
  private long v3;

  private SipHash(long k0, long k1) {
    v0 = 0x736f6d6570736575L ^ k0;
    v1 = 0x646f72616e646f6dL ^ k1;
    v2 = 0x6c7967656e657261L ^ k0;
    v3 = 0x7465646279746573L ^ k1;
  }

  /**
   * The hash of bytes.
   *
   * @param rounds rounds for each word: 1 (SipHash-1-3), or 2 with one more final round
   *     (SipHash-2-4)
   */
  public static long hash(long k0, long k1, byte[] bytes, int rounds) {
    SipHash state = new SipHash(k0, k1);
    int words = bytes.length / WORD;
    for (int i = 0; i < words; i++) {
      state.mix(word(bytes, i * WORD, WORD), rounds);
    }
    long last = (long) bytes.length << 56;
    state.mix(last | word(bytes, words * WORD, bytes.length % WORD), rounds);
    state.v2 ^= 0xff;
    for (int i = 0; i < FINAL_ROUNDS + rounds - 1; i++) {
      state.round();
    }
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
  }

  private static long word(byte[] bytes, int offset, int length) {
    long word = 0;
    for (int i = length - 1; i >= 0; i--) {
      word = word << 8 | bytes[offset + i] & 0xff;
    }
    return word;
  }

  private void mix(long word, int rounds) {
    v3 ^= word;
    for (int i = 0; i < rounds; i++) {
      round();
    }
    v0 ^= word;
  }

  private void round() {
    v0 += v1;
    v2 += v3;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 = Long.rotateLeft(v2, 32);
  }
}
