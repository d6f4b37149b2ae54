package io.github.pycmaven.vm.module.zlib;

import io.github.pycmaven.vm.core.error.Exc;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compression in steps, to the formats zlib, gzip and raw. */
final class Deflation {
  private final Deflater deflater;
  private final boolean gzip;
  private final int level;
  private final CRC32 crc = new CRC32();
  private boolean headed;

  Deflation(int level, int windowBits, int strategy, byte[] dictionary) {
    int bits = Math.abs(windowBits);
    gzip = windowBits > 16;
    bits = gzip ? bits - 16 : bits;
    if (bits < 8 || bits > 15 || level < -1 || level > 9 || strategy < 0 || strategy > 4) {
      throw Exc.valueError("Invalid initialization option");
    }
    this.level = level;
    deflater = new Deflater(level, windowBits < 0 || gzip);
    deflater.setStrategy(strategy > 2 ? 0 : strategy);
    if (dictionary != null) {
      deflater.setDictionary(dictionary);
    }
  }

  private void head(ByteArrayOutputStream out) {
    if (gzip && !headed) {
      headed = true;
      int extra = level == 9 ? 2 : level == 1 ? 4 : 0;
      out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, (byte) extra, 3});
    }
  }

  private void drain(ByteArrayOutputStream out, int flush) {
    byte[] buffer = new byte[16384];
    int n;
    do {
      n = deflater.deflate(buffer, 0, buffer.length, flush);
      out.write(buffer, 0, n);
    } while (n == buffer.length || n > 0 && !deflater.needsInput());
  }

  byte[] run(byte[] in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head(out);
    if (gzip) {
      crc.update(in);
    }
    deflater.setInput(in);
    drain(out, Deflater.NO_FLUSH);
    return out.toByteArray();
  }

  byte[] flush(int mode) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head(out);
    drain(out, mode == 3 ? Deflater.FULL_FLUSH : Deflater.SYNC_FLUSH);
    return out.toByteArray();
  }

  byte[] finish() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head(out);
    deflater.finish();
    byte[] buffer = new byte[16384];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    if (gzip) {
      little(out, crc.getValue());
      little(out, deflater.getBytesRead());
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void little(ByteArrayOutputStream out, long v) {
    for (int i = 0; i < 4; i++) {
      out.write((int) (v >>> 8 * i));
    }
  }
}
