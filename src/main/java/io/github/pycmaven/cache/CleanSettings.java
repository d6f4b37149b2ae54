package io.github.pycmaven.cache;

import io.github.pycmaven.target.PythonVersion;
import java.nio.file.Path;
import java.util.List;

/**
 * How to remove caches.
 *
 * @param versions the CPythons whose caches go; empty for all interpreters'
 * @param orphansOnly whether caches stay that belong to a source
 * @param dryRun whether nothing is removed
 * @param force whether folders are cleaned that are nobody's project: the root, the home folder,
 *     and what lies above the project
 * @param project the folder above which nothing is cleaned unless forced
 */
public record CleanSettings(
    List<PythonVersion> versions,
    boolean orphansOnly,
    boolean dryRun,
    boolean force,
    Path project) {
  /** Unforced, for the working directory. */
  public CleanSettings(List<PythonVersion> versions, boolean orphansOnly, boolean dryRun) {
    this(versions, orphansOnly, dryRun, false, Path.of(""));
  }
}
