package io.github.pycmaven.source;

import io.github.pycmaven.util.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.InflaterInputStream;

/** Reads the tables that {@code dump_unicode.py} wrote: varints and bytes. */
final class TableReader {
  private final byte[] bytes;
  private int pos;

  TableReader(byte[] bytes) {
    this.bytes = bytes;
  }

  static byte[] resource(String name) {
    return Resources.beside(TableReader.class, name);
  }

  static byte[] inflate(byte[] data) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(data))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int number() {
    int result = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes[pos++];
      result |= (b & 0x7f) << shift;
      if (b >= 0) {
        return result;
      }
    }
  }

  int octet() {
    return bytes[pos++] & 0xff;
  }

  /** As many bytes as asked for, into an array. */
  void copy(byte[] target, int at, int length) {
    System.arraycopy(bytes, pos, target, at, length);
    pos += length;
  }
}
