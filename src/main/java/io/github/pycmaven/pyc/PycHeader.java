package io.github.pycmaven.pyc;

import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.target.Target;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;

/**
 * The header of a cache: magic number, flags, and either modification time and size or the hash of
 * the source.
 *
 * @param magic the magic number without the {@code \r\n} behind it
 * @param flags bit 0: hash-based, bit 1: to be checked
 * @param stamp the last eight bytes as one little-endian number
 * @cpython Lib/importlib/_bootstrap_external.py:_classify_pyc
 */
public record PycHeader(int magic, int flags, long stamp) {
  /** Bytes of a header. */
  public static final int SIZE = 16;

  private static final int HASH_BASED = 1;
  private static final int CHECK_SOURCE = 2;
  private static final int CRLF = 0x0A0D;
  private static final long LOW_WORD = 0xFFFF_FFFFL;

  /**
   * A header of modification time and size.
   *
   * @param mtime seconds since 1970; its low 32 bits count
   * @param size bytes of the source; its low 32 bits count
   */
  public static PycHeader timestamp(Target target, long mtime, long size) {
    return new PycHeader(target.magic(), 0, mtime & LOW_WORD | size << 32);
  }

  /** A header of a source hash. */
  public static PycHeader hash(Target target, long hash, boolean checked) {
    return new PycHeader(target.magic(), HASH_BASED | (checked ? CHECK_SOURCE : 0), hash);
  }

  /** The header that belongs to a source in a mode. */
  public static PycHeader of(
      Target target, InvalidationMode mode, byte[] source, Instant modified) {
    return mode.isHashBased()
        ? ofHash(target, mode, source)
        : timestamp(target, seconds(modified), source.length);
  }

  /** The header that belongs to a source in one of the modes that compare hashes. */
  public static PycHeader ofHash(Target target, InvalidationMode mode, byte[] source) {
    return ofHash(target, mode, source, source.length);
  }

  /** The header that belongs to the first {@code length} bytes of an array. */
  public static PycHeader ofHash(Target target, InvalidationMode mode, byte[] bytes, int length) {
    long hash = SourceHash.of(target, bytes, length);
    return hash(target, hash, mode == InvalidationMode.CHECKED_HASH);
  }

  /** The seconds of a time as Python's {@code int(st_mtime)} has them: cut towards zero. */
  public static long seconds(Instant time) {
    long seconds = time.getEpochSecond();
    return seconds < 0 && time.getNano() > 0 ? seconds + 1 : seconds;
  }

  /**
   * Reads a header.
   *
   * @throws PycFormatException if the bytes are too few or do not start with any magic number
   */
  public static PycHeader read(byte[] bytes) throws PycFormatException {
    if (bytes.length < SIZE) {
      throw new PycFormatException(
          PycFormatException.Kind.END_OF_DATA, bytes.length, "header cut off: 16 bytes expected");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int magic = in.getShort() & 0xFFFF;
    if ((in.getShort() & 0xFFFF) != CRLF) {
      throw new PycFormatException(
          PycFormatException.Kind.BAD_DATA,
          2,
          "no cache: the magic number is not followed by CR LF");
    }
    return new PycHeader(magic, in.getInt(), in.getLong());
  }

  /** The header's sixteen bytes. */
  public byte[] toBytes() {
    return ByteBuffer.allocate(SIZE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) magic)
        .putShort((short) CRLF)
        .putInt(flags)
        .putLong(stamp)
        .array();
  }

  /** Whether CPython accepts the flags. */
  public boolean hasKnownFlags() {
    return (flags & ~(HASH_BASED | CHECK_SOURCE)) == 0;
  }

  /** Whether it holds a hash; else it holds time and size. */
  public boolean isHashBased() {
    return (flags & HASH_BASED) != 0;
  }

  /** The mode, as far as the flags are known ones. */
  public InvalidationMode mode() {
    if (!isHashBased()) {
      return InvalidationMode.TIMESTAMP;
    }
    return (flags & CHECK_SOURCE) != 0
        ? InvalidationMode.CHECKED_HASH
        : InvalidationMode.UNCHECKED_HASH;
  }

  /** The low 32 bits of the source's modification time, if not hash-based. */
  public long mtime() {
    return stamp & LOW_WORD;
  }

  /** The low 32 bits of the source's size, if not hash-based. */
  public long size() {
    return stamp >>> 32;
  }

  /** The source's hash, if hash-based. */
  public long hash() {
    return stamp;
  }
}
