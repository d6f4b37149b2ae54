package io.github.pycmaven.vm.host;

import java.nio.file.Path;

/** The process's working directory, which the JVM itself cannot change. */
public final class WorkingDirectory {
  private static Path changed;

  private WorkingDirectory() {}

  /** The directory. */
  public static Path get() {
    return changed == null ? Path.of("").toAbsolutePath() : changed;
  }

  /** Changes it; the path must be absolute. */
  public static void set(Path path) {
    changed = path;
  }

  /** A path as the host has to be asked for it. */
  public static Path resolve(String path) {
    return changed == null ? Path.of(path) : changed.resolve(path);
  }
}
