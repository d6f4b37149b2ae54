package io.github.pycmaven.pyc;

/**
 * By what a cache tells that its source has changed (PEP 552).
 *
 * @cpython Lib/py_compile.py:PycInvalidationMode
 */
public enum InvalidationMode {
  /** The source's modification time and size. */
  TIMESTAMP("timestamp"),
  /** The source's hash, compared at each import. */
  CHECKED_HASH("checked-hash"),
  /** The source's hash, which nobody compares by default. */
  UNCHECKED_HASH("unchecked-hash");

  private final String text;

  InvalidationMode(String text) {
    this.text = text;
  }

  /** Whether the header holds a hash. */
  public boolean isHashBased() {
    return this != TIMESTAMP;
  }

  /** As command lines and configurations write it. */
  @Override
  public String toString() {
    return text;
  }

  /**
   * The mode of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static InvalidationMode of(String text) {
    for (InvalidationMode mode : values()) {
      if (mode.text.equals(text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "unknown invalidation mode '" + text + "': use timestamp, checked-hash or unchecked-hash");
  }
}
