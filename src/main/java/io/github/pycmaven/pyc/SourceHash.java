package io.github.pycmaven.pyc;

import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.util.SipHash;

/**
 * The hash by which hash-based caches know their source.
 *
 * @cpython Python/import.c:_imp_source_hash_impl
 */
public final class SourceHash {
  /** The {@code \r\n} behind the magic number, in the upper half of the raw word. */
  private static final long CRLF = 0x0A0D_0000L;

  private SourceHash() {}

  /** The hash of a source's bytes as they are, byte order mark and line ends included. */
  public static long of(Target target, byte[] source) {
    return of(target, source, source.length);
  }

  /** The hash of the first {@code length} bytes of an array. */
  public static long of(Target target, byte[] bytes, int length) {
    int rounds = target.has(Feature.SIPHASH_13) ? 1 : 2;
    return SipHash.hash(CRLF | target.magic(), 0, bytes, length, rounds);
  }
}
