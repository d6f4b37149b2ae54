package io.github.pycmaven.cache;

import io.github.pycmaven.pyc.CacheNames;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import io.github.pycmaven.target.Target;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How to compile a set of sources into caches.
 *
 * @param releases the CPythons to compile for, one of a version
 * @param levels the optimisation levels, ascending, without repetition
 * @param mode by what the caches tell that their source has changed
 * @param output the folder below which caches are written, each as deep as its source lies below
 *     its root; null for beside the sources
 * @param copySources whether sources are copied to the output folder too
 * @param legacy whether caches are written as {@code m.pyc} in the source's own folder
 * @param force whether caches that are up to date are written again
 * @param linkDuplicates whether equal caches of one source become links to one file
 * @param names the names that caches record
 * @param prefix the folder below which caches lie instead of beside their sources, each under its
 *     source's absolute path ({@code PYTHONPYCACHEPREFIX}); null for none
 * @param workers how many sources are compiled at a time
 */
public record CompileSettings(
    List<Release> releases,
    List<Integer> levels,
    InvalidationMode mode,
    Path output,
    boolean copySources,
    boolean legacy,
    boolean force,
    boolean linkDuplicates,
    RecordedNames names,
    Path prefix,
    int workers) {
  /** Settings without a prefix. */
  public CompileSettings(
      List<Release> releases,
      List<Integer> levels,
      InvalidationMode mode,
      Path output,
      boolean copySources,
      boolean legacy,
      boolean force,
      boolean linkDuplicates,
      RecordedNames names,
      int workers) {
    this(
        releases,
        levels,
        mode,
        output,
        copySources,
        legacy,
        force,
        linkDuplicates,
        names,
        null,
        workers);
  }

  /** Refuses settings that contradict one another. */
  public CompileSettings {
    if (releases.isEmpty() || levels.isEmpty()) {
      throw new IllegalArgumentException("at least one target and one level are needed");
    }
    if (linkDuplicates && levels.size() < 2) {
      throw new IllegalArgumentException(
          "links for equal caches make sense only with more than one optimization level");
    }
    Set<PythonVersion> versions = EnumSet.noneOf(PythonVersion.class);
    for (Release release : releases) {
      if (!versions.add(release.version())) {
        throw new IllegalArgumentException(
            "caches of two releases of one version would take the same place");
      }
    }
    if (legacy && releases.size() > 1) {
      throw new IllegalArgumentException(
          "legacy places have room for one target only, but " + releases.size() + " are wanted");
    }
  }

  /** The place of the cache of a source that lies, or would lie, at a place. */
  Path cacheOf(Path place, Target target, int level) {
    if (legacy) {
      return CacheNames.legacyPlace(place);
    }
    return prefix == null || output != null
        ? CacheNames.place(place, target, level)
        : CacheNames.place(prefix, place, target, level);
  }

  /** The place of a source in the output, or its own. */
  Path placeOf(SourceFile source) {
    return output == null
        ? source.path()
        : output.resolve(
            source.relative().replace('/', output.getFileSystem().getSeparator().charAt(0)));
  }
}
