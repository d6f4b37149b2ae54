package io.github.pycmaven.target;

/** The minor versions of CPython that we know; each has a target file that says all about it. */
public enum PythonVersion {
  V3_8(8),
  V3_9(9),
  V3_10(10),
  V3_11(11),
  V3_12(12),
  V3_13(13),
  V3_14(14),
  V3_15(15);

  /** The version that is meant where none is named. */
  public static final PythonVersion DEFAULT = V3_14;

  private final int minor;

  PythonVersion(int minor) {
    this.minor = minor;
  }

  /** The 14 of 3.14. */
  public int minor() {
    return minor;
  }

  /** As users write it, {@code 3.14}. */
  @Override
  public String toString() {
    return "3." + minor;
  }

  /**
   * The version written as {@code 3.14}.
   *
   * @throws IllegalArgumentException if we know no such version
   */
  public static PythonVersion of(String text) {
    for (PythonVersion version : values()) {
      if (version.toString().equals(text)) {
        return version;
      }
    }
    throw new IllegalArgumentException("unknown Python version: " + text);
  }
}
