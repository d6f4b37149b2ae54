package io.github.pycmaven.vm.module.zlib;

import io.github.pycmaven.vm.module.compression.PyDecompressor;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decompression in steps, of the formats zlib, gzip and raw. */
final class Inflation implements PyDecompressor.Decoder {
  private enum State {
    START,
    GZIP_HEADER,
    BODY,
    TRAILER,
    END
  }

  private final byte[] dictionary;
  private final boolean detect;
  private boolean gzip;
  private boolean raw;
  private Inflater inflater;
  private State state;
  private final CRC32 crc = new CRC32();
  private byte[] pending = new byte[0];

  /** By the bits that zlib's functions take: raw below 0, gzip from 16 on, either from 32 on. */
  Inflation(int windowBits, byte[] dictionary) {
    this.dictionary = dictionary;
    raw = windowBits < 0;
    gzip = windowBits > 16 && windowBits < 32;
    detect = windowBits >= 32;
    int bits = raw ? -windowBits : windowBits & 15;
    if (bits != 0 && bits < 8 || windowBits < -15 || windowBits > 47) {
      throw ZlibModule.error(-2, "preparing to decompress data", "inconsistent stream state");
    }
    state = detect ? State.START : gzip ? State.GZIP_HEADER : State.BODY;
    if (state == State.BODY) {
      begin();
    }
  }

  private void begin() {
    inflater = new Inflater(raw || gzip);
    if (raw && dictionary != null) {
      inflater.setDictionary(dictionary);
    }
    state = State.BODY;
  }

  @Override
  public boolean isAtEnd() {
    return state == State.END;
  }

  /** Whether anything has been read of the body. */
  boolean hasBegun() {
    return state != State.START;
  }

  @Override
  public int run(byte[] in, int from, ByteArrayOutputStream out, int limit) {
    int at = from;
    byte[] buffer = new byte[Math.min(16384, limit)];
    while (true) {
      switch (state) {
        case START:
          if (at == in.length) {
            return at;
          }
          gzip = (in[at] & 0xff) == 0x1f;
          if (gzip) {
            state = State.GZIP_HEADER;
          } else {
            begin();
          }
          break;
        case GZIP_HEADER:
          int before = pending.length;
          pending = Arrays.copyOf(pending, before + in.length - at);
          System.arraycopy(in, at, pending, before, in.length - at);
          int length = headerLength(pending);
          if (length < 0) {
            return in.length;
          }
          at += length - before;
          pending = new byte[0];
          begin();
          break;
        case BODY:
          int room = limit - out.size();
          if (room == 0 && limit != Integer.MAX_VALUE) {
            return at;
          }
          int used = body(in, at, out, buffer, room);
          if (used < 0) {
            return in.length;
          }
          at = used;
          break;
        case TRAILER:
          while (pending.length < 8 && at < in.length) {
            pending = Arrays.copyOf(pending, pending.length + 1);
            pending[pending.length - 1] = in[at++];
          }
          if (pending.length < 8) {
            return at;
          }
          checkTrailer();
          state = State.END;
          break;
        default:
          return at;
      }
    }
  }

  /** Where the input goes on; -1 if all of it was taken and more is needed. */
  private int body(byte[] in, int at, ByteArrayOutputStream out, byte[] buffer, int room) {
    try {
      inflater.setInput(in, at, in.length - at);
      int n = inflater.inflate(buffer, 0, Math.min(buffer.length, room));
      if (gzip) {
        crc.update(buffer, 0, n);
      }
      out.write(buffer, 0, n);
      int left = inflater.getRemaining();
      if (inflater.finished()) {
        state = gzip ? State.TRAILER : State.END;
        return in.length - left;
      }
      if (inflater.needsDictionary()) {
        if (dictionary == null) {
          throw ZlibModule.error(2, "while decompressing data", "need dictionary");
        }
        try {
          inflater.setDictionary(dictionary);
        } catch (IllegalArgumentException e) {
          throw ZlibModule.error(-3, "while decompressing data", "incorrect data check");
        }
        return in.length - left;
      }
      return n == 0 && left == 0 ? -1 : in.length - left;
    } catch (DataFormatException e) {
      throw ZlibModule.error(-3, "while decompressing data", e.getMessage());
    }
  }

  private void checkTrailer() {
    long sum = little(pending, 0);
    long size = little(pending, 4);
    if (sum != crc.getValue()) {
      throw ZlibModule.error(-3, "while decompressing data", "incorrect data check");
    }
    if (size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw ZlibModule.error(-3, "while decompressing data", "incorrect length check");
    }
  }

  private static long little(byte[] b, int at) {
    return b[at] & 0xff
        | (b[at + 1] & 0xff) << 8
        | (b[at + 2] & 0xff) << 16
        | (b[at + 3] & 0xffL) << 24;
  }

  /** The length of a gzip header, -1 if it is not complete. */
  private static int headerLength(byte[] b) {
    if (b.length > 0 && (b[0] & 0xff) != 0x1f || b.length > 1 && (b[1] & 0xff) != 0x8b) {
      throw ZlibModule.error(-3, "while decompressing data", "incorrect header check");
    }
    if (b.length < 10) {
      return -1;
    }
    if (b[2] != 8) {
      throw ZlibModule.error(-3, "while decompressing data", "unknown compression method");
    }
    int flags = b[3];
    int at = 10;
    if ((flags & 4) != 0) {
      if (b.length < at + 2) {
        return -1;
      }
      at += 2 + (b[at] & 0xff | (b[at + 1] & 0xff) << 8);
    }
    for (int bit = 8; bit <= 16; bit *= 2) {
      if ((flags & bit) != 0) {
        while (at < b.length && b[at] != 0) {
          at++;
        }
        at++;
      }
    }
    at += (flags & 2) != 0 ? 2 : 0;
    return at <= b.length ? at : -1;
  }
}
