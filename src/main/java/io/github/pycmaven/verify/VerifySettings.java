package io.github.pycmaven.verify;

import io.github.pycmaven.target.PythonVersion;
import java.util.List;

/**
 * How to verify caches.
 *
 * @param versions the CPythons whose caches are demanded; empty for those of which caches are found
 * @param recompile whether bodies are compared with a compilation of the source; else headers only
 * @param allowLineTables whether code that differs in line tables only is fine
 * @param workers how many sources are verified at a time
 */
public record VerifySettings(
    List<PythonVersion> versions, boolean recompile, boolean allowLineTables, int workers) {}
