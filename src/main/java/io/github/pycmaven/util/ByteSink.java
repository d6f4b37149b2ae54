package io.github.pycmaven.util;

import java.util.Arrays;

/** A growing array of bytes, little-endian. */
public final class ByteSink {
  private byte[] data;
  private int size;

  /** An empty sink with room for some bytes. */
  public ByteSink(int room) {
    data = new byte[Math.max(room, 16)];
  }

  /** How many bytes have been written. */
  public int size() {
    return size;
  }

  /** Forgets what was written. */
  public void clear() {
    size = 0;
  }

  /** Appends a byte. */
  public void put(int value) {
    if (size == data.length) {
      grow(1);
    }
    data[size++] = (byte) value;
  }

  /** Appends 16 bits. */
  public void putShort(int value) {
    if (data.length - size < 2) {
      grow(2);
    }
    data[size] = (byte) value;
    data[size + 1] = (byte) (value >> 8);
    size += 2;
  }

  /** Appends 32 bits. */
  public void putInt(int value) {
    if (data.length - size < 4) {
      grow(4);
    }
    data[size] = (byte) value;
    data[size + 1] = (byte) (value >> 8);
    data[size + 2] = (byte) (value >> 16);
    data[size + 3] = (byte) (value >> 24);
    size += 4;
  }

  /** Appends 64 bits. */
  public void putLong(long value) {
    putInt((int) value);
    putInt((int) (value >> 32));
  }

  /** Appends an array. */
  public void put(byte[] bytes) {
    put(bytes, 0, bytes.length);
  }

  /** Appends a part of an array. */
  public void put(byte[] bytes, int from, int length) {
    if (data.length - size < length) {
      grow(length);
    }
    System.arraycopy(bytes, from, data, size, length);
    size += length;
  }

  /** Appends the characters of a text that is known to be ASCII. */
  @SuppressWarnings("deprecation") // the one way to narrow characters without a copy
  public void putAscii(String text) {
    int length = text.length();
    if (data.length - size < length) {
      grow(length);
    }
    text.getBytes(0, length, data, size);
    size += length;
  }

  /** The byte at a place that has been written. */
  public byte get(int index) {
    return data[index];
  }

  /** Changes a byte that has been written. */
  public void set(int index, int value) {
    data[index] = (byte) value;
  }

  /** A copy of all bytes. */
  public byte[] toByteArray() {
    return Arrays.copyOf(data, size);
  }

  private void grow(int more) {
    if (size + more < 0) {
      throw new OutOfMemoryError("more than 2 GiB in one array");
    }
    data =
        Arrays.copyOf(
            data,
            (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(2L * data.length, (long) size + more)));
  }
}
