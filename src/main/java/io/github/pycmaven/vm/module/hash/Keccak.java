package io.github.pycmaven.vm.module.hash;

/** SHA-3 and SHAKE: the Keccak sponge over 25 lanes of 64 bits. */
final class Keccak implements Digest {
  private static final long[] ROUNDS = new long[24];
  private static final int[] TURNS = new int[24];
  private static final int[] PLACES = new int[24];

  static {
    // The round constants come from a shift register, rotations and places from a walk.
    int lfsr = 1;
    for (int round = 0; round < 24; round++) {
      long c = 0;
      for (int j = 0; j < 7; j++) {
        if ((lfsr & 1) != 0) {
          c |= 1L << (1 << j) - 1;
        }
        lfsr = (lfsr << 1) ^ ((lfsr & 0x80) != 0 ? 0x171 : 0);
      }
      ROUNDS[round] = c;
    }
    int x = 1;
    int y = 0;
    for (int t = 0; t < 24; t++) {
      int next = (2 * x + 3 * y) % 5;
      x = y;
      y = next;
      PLACES[t] = x + 5 * y;
      TURNS[t] = (t + 1) * (t + 2) / 2 % 64;
    }
  }

  private final long[] lanes;
  private final int rate;
  private final int suffix;
  private int at;

  Keccak(int rate, int suffix) {
    this(new long[25], rate, suffix, 0);
  }

  private Keccak(long[] lanes, int rate, int suffix, int at) {
    this.lanes = lanes;
    this.rate = rate;
    this.suffix = suffix;
    this.at = at;
  }

  private void permute() {
    long[] a = lanes;
    long[] c = new long[5];
    for (int round = 0; round < 24; round++) {
      for (int x = 0; x < 5; x++) {
        c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
      }
      for (int x = 0; x < 5; x++) {
        long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
        for (int y = x; y < 25; y += 5) {
          a[y] ^= d;
        }
      }
      long moved = a[1];
      for (int t = 0; t < 24; t++) {
        int place = PLACES[t];
        long kept = a[place];
        a[place] = Long.rotateLeft(moved, TURNS[t]);
        moved = kept;
      }
      for (int y = 0; y < 25; y += 5) {
        System.arraycopy(a, y, c, 0, 5);
        for (int x = 0; x < 5; x++) {
          a[y + x] = c[x] ^ ~c[(x + 1) % 5] & c[(x + 2) % 5];
        }
      }
      a[0] ^= ROUNDS[round];
    }
  }

  private void absorb(int b) {
    lanes[at >> 3] ^= (b & 0xffL) << 8 * (at & 7);
  }

  @Override
  public void update(byte[] bytes) {
    for (byte b : bytes) {
      absorb(b);
      if (++at == rate) {
        permute();
        at = 0;
      }
    }
  }

  @Override
  public byte[] digest(int length) {
    Keccak k = (Keccak) copy();
    k.absorb(suffix);
    k.lanes[rate - 1 >> 3] ^= 0x80L << 8 * (rate - 1 & 7);
    k.permute();
    byte[] out = new byte[length];
    for (int i = 0, from = 0; i < length; i++, from++) {
      if (from == rate) {
        k.permute();
        from = 0;
      }
      out[i] = (byte) (k.lanes[from >> 3] >>> 8 * (from & 7));
    }
    return out;
  }

  @Override
  public Digest copy() {
    return new Keccak(lanes.clone(), rate, suffix, at);
  }
}
