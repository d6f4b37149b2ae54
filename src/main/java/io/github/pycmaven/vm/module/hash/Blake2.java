package io.github.pycmaven.vm.module.hash;

/** BLAKE2b (64-bit words) and BLAKE2s (32-bit words) after RFC 7693. */
final class Blake2 implements Digest {
  private static final long[] START = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
  };
  private static final byte[][] ORDER = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
  };

  private final boolean wide;
  private final boolean lastNode;
  private final long[] h = new long[8];
  private final byte[] block;
  private int used;
  private long count;

  /** A digest from its parameter block, with a key that may be empty. */
  Blake2(boolean wide, byte[] parameters, byte[] key, boolean lastNode) {
    this.wide = wide;
    this.lastNode = lastNode;
    this.block = new byte[wide ? 128 : 64];
    int word = wide ? 8 : 4;
    for (int i = 0; i < 8; i++) {
      long start = wide ? START[i] : START[i] >>> 32;
      h[i] = start ^ word(parameters, i * word);
    }
    if (key.length > 0) {
      update(java.util.Arrays.copyOf(key, block.length));
    }
  }

  private Blake2(Blake2 o) {
    wide = o.wide;
    lastNode = o.lastNode;
    System.arraycopy(o.h, 0, h, 0, 8);
    block = o.block.clone();
    used = o.used;
    count = o.count;
  }

  private long word(byte[] b, int at) {
    long v = 0;
    for (int i = wide ? 7 : 3; i >= 0; i--) {
      v = v << 8 | b[at + i] & 0xff;
    }
    return v;
  }

  private long turn(long v, int wideBy, int narrowBy) {
    return wide
        ? Long.rotateRight(v, wideBy)
        : Integer.rotateRight((int) v, narrowBy) & 0xffffffffL;
  }

  private void mix(long[] v, int a, int b, int c, int d, long x, long y) {
    long mask = wide ? -1L : 0xffffffffL;
    v[a] = v[a] + v[b] + x & mask;
    v[d] = turn(v[d] ^ v[a], 32, 16);
    v[c] = v[c] + v[d] & mask;
    v[b] = turn(v[b] ^ v[c], 24, 12);
    v[a] = v[a] + v[b] + y & mask;
    v[d] = turn(v[d] ^ v[a], 16, 8);
    v[c] = v[c] + v[d] & mask;
    v[b] = turn(v[b] ^ v[c], 63, 7);
  }

  private void compress(boolean last) {
    long mask = wide ? -1L : 0xffffffffL;
    long[] v = new long[16];
    long[] m = new long[16];
    int word = wide ? 8 : 4;
    for (int i = 0; i < 16; i++) {
      m[i] = word(block, i * word);
      v[i] = i < 8 ? h[i] : wide ? START[i - 8] : START[i - 8] >>> 32;
    }
    v[12] ^= count & mask;
    if (!wide) {
      v[13] ^= count >>> 32;
    }
    if (last) {
      v[14] ^= mask;
      if (lastNode) {
        v[15] ^= mask;
      }
    }
    int rounds = wide ? 12 : 10;
    for (int r = 0; r < rounds; r++) {
      byte[] s = ORDER[r % 10];
      mix(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
      mix(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
      mix(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
      mix(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
      mix(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
      mix(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
      mix(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
      mix(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
    }
    for (int i = 0; i < 8; i++) {
      h[i] ^= v[i] ^ v[i + 8];
    }
  }

  @Override
  public void update(byte[] b) {
    int at = 0;
    while (at < b.length) {
      if (used == block.length) {
        count += used;
        compress(false);
        used = 0;
      }
      int n = Math.min(b.length - at, block.length - used);
      System.arraycopy(b, at, block, used, n);
      used += n;
      at += n;
    }
  }

  @Override
  public byte[] digest(int length) {
    Blake2 d = new Blake2(this);
    java.util.Arrays.fill(d.block, used, block.length, (byte) 0);
    d.count += used;
    d.compress(true);
    byte[] out = new byte[length];
    int word = wide ? 8 : 4;
    for (int i = 0; i < length; i++) {
      out[i] = (byte) (d.h[i / word] >>> 8 * (i % word));
    }
    return out;
  }

  @Override
  public Digest copy() {
    return new Blake2(this);
  }
}
