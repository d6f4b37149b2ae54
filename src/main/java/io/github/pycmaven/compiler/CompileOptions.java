package io.github.pycmaven.compiler;

import io.github.pycmaven.compiler.parser.ParseMode;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;

/**
 * How to compile a source.
 *
 * @param release the CPython that the code is for
 * @param optimize the optimisation level: 0, 1 (no asserts) or 2 (no docstrings either)
 * @param mode whether the source is a file, one expression, or interactive input
 * @param inheritedFlags {@code CO_FUTURE_…} flags of the code that asks for the compilation
 * @param topLevelAwait whether {@code await} may stand at module level
 */
public record CompileOptions(
    Release release, int optimize, ParseMode mode, int inheritedFlags, boolean topLevelAwait) {
  /** For a file, and the release that the version means. */
  public static CompileOptions of(PythonVersion version, int optimize) {
    return of(Release.defaultOf(version), optimize);
  }

  /** For a file. */
  public static CompileOptions of(Release release, int optimize) {
    return new CompileOptions(release, optimize, ParseMode.EXEC, 0, false);
  }
}
