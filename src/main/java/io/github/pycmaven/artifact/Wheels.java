package io.github.pycmaven.artifact;

import java.nio.file.Path;

/**
 * Wheels, and where their files belong.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/binary-distribution-format/">
 *     Binary distribution format</a>
 */
final class Wheels {
  private Wheels() {}

  /**
   * Where a file of a wheel belongs in {@code site-packages}; null if nowhere there.
   *
   * @param name the entry's name
   */
  static String place(String name, Path wheel) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? name : name.substring(0, slash);
    if (!first.endsWith(".data")) {
      return name;
    }
    String rest = name.substring(slash + 1);
    for (String scheme : new String[] {"purelib/", "platlib/"}) {
      if (rest.startsWith(scheme)) {
        return rest.substring(scheme.length());
      }
    }
    return null;
  }

  /** Refuses what only a native CPython could load. */
  static void refuseNative(String name, Path from) throws PackagingException {
    boolean isNative =
        name.endsWith(".so")
            || name.contains(".so.")
            || name.endsWith(".pyd")
            || name.endsWith(".dylib");
    // A Java library may bring machine code of its own, which Java loads.
    if (isNative && !from.toString().endsWith(".jar")) {
      throw new PackagingException(
          from
              + " holds a native extension ("
              + name
              + "), which needs CPython itself; use a pure Python release of it");
    }
  }
}
