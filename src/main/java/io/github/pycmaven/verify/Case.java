package io.github.pycmaven.verify;

import io.github.pycmaven.target.PythonVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A source and the caches that bear its name.
 *
 * @param source the source
 * @param given its path for people
 * @param reader who will read it
 * @param caches its caches of known versions
 */
record Case(Path source, String given, Reader reader, List<Cache> caches) {
  /** No level is in the name: the body may be of any. */
  static final int ANY_LEVEL = -1;

  Case(Path source, String given, Reader reader) {
    this(source, given, reader, new ArrayList<>());
  }

  /**
   * A cache.
   *
   * @param path where it lies
   * @param given its path for people
   * @param version the version in its name, or null if the name says none and its magic number does
   * @param level the optimisation level in its name, or {@link #ANY_LEVEL}
   */
  record Cache(Path path, String given, PythonVersion version, int level) {}
}
