package io.github.pycmaven.cache;

import io.github.pycmaven.target.PythonVersion;
import java.util.List;

/**
 * How to remove caches.
 *
 * @param versions the CPythons whose caches go; empty for all interpreters'
 * @param orphansOnly whether caches stay that belong to a source
 * @param dryRun whether nothing is removed
 */
public record CleanSettings(List<PythonVersion> versions, boolean orphansOnly, boolean dryRun) {}
