package io.github.pycmaven.vm.core.object;

/** What has bytes inside: bytes, bytearray, memoryview, array. */
public interface Buffer {
  /** The bytes, for reading at once; perhaps the object's own array. */
  byte[] bufferBytes();

  /** The store for writing, null if it is read-only. */
  default byte[] writable() {
    return null;
  }

  /** Where in {@link #writable} the buffer begins. */
  default int offset() {
    return 0;
  }

  /** How many bytes. */
  default int byteLength() {
    return bufferBytes().length;
  }

  /** The format of an item, as {@code struct} writes it. */
  default String itemFormat() {
    return "B";
  }

  /** One more view of the buffer, which must not be resized until it is released. */
  default void acquire() {}

  /** Ends {@link #acquire}. */
  default void release() {}
}
