package io.github.pycmaven.util;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * SipHash with a 64-bit result, by which CPython hashes sources for hash-based caches.
 *
 * @cpython Python/pyhash.c:siphash13
 */
public final class SipHash {
  private static final int FINAL_ROUNDS = 3;
  private static final int WORD = Long.BYTES;

  /** Words that are taken out of the bytes at a time. */
  private static final int CHUNK = 512;

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
   * The hash of the first bytes of an array.
   *
   * @param rounds rounds for each word: 1 (SipHash-1-3), or 2 with one more final round
   *     (SipHash-2-4)
   */
  public static long hash(long k0, long k1, byte[] bytes, int length, int rounds) {
    SipHash hash = new SipHash(k0, k1);
    int left = length / WORD;
    LongBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    long[] words = new long[Math.max(1, Math.min(left, CHUNK))];
    for (int count = words.length; left > 0; left -= count) {
      count = Math.min(count, left);
      in.get(words, 0, count);
      hash.absorb(words, count, rounds);
    }
    words[0] = lastWord(bytes, length);
    hash.absorb(words, 1, rounds);
    hash.v2 ^= 0xff;
    words[0] = 0;
    hash.absorb(words, 1, FINAL_ROUNDS + rounds - 1);
    return hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3;
  }

  /**
   * Mixes words in. One loop over local variables without a call: whole trees are hashed before
   * HotSpot's second compiler is done, and the code of the first counts every call, inlined ones
   * too.
   */
  private void absorb(long[] words, int count, int rounds) {
    long a = v0;
    long b = v1;
    long c = v2;
    long d = v3;
    for (int i = 0; i < count; i++) {
      long word = words[i];
      d ^= word;
      int left = rounds;
      do {
        a += b;
        c += d;
        b = (b << 13 | b >>> 51) ^ a;
        d = (d << 16 | d >>> 48) ^ c;
        a = a << 32 | a >>> 32;
        c += b;
        a += d;
        b = (b << 17 | b >>> 47) ^ c;
        d = (d << 21 | d >>> 43) ^ a;
        c = c << 32 | c >>> 32;
      } while (--left > 0);
      a ^= word;
    }
    v0 = a;
    v1 = b;
    v2 = c;
    v3 = d;
  }

  /** The bytes behind the last whole word, and the length. */
  private static long lastWord(byte[] bytes, int length) {
    long word = 0;
    for (int i = length - 1; i >= length / WORD * WORD; i--) {
      word = word << 8 | bytes[i] & 0xff;
    }
    return word | (long) length << 56;
  }
}
