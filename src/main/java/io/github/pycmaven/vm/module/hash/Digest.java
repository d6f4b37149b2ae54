package io.github.pycmaven.vm.module.hash;

/** A running digest. */
interface Digest {
  /** Takes more bytes. */
  void update(byte[] b);

  /** The digest of what came so far, of a given length; the state stays as it is. */
  byte[] digest(int length);

  /** A digest in the same state. */
  Digest copy();
}
