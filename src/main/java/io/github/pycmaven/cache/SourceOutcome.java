package io.github.pycmaven.cache;

import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.target.Release;
import java.util.List;

/**
 * What became of one source.
 *
 * @param source the source
 * @param written how many caches were written
 * @param upToDate how many were up to date
 * @param sourceBytes the source's size
 * @param cacheBytes the bytes written
 * @param rejections for each version that rejects the source, why
 * @param warnings what is doubtful about the source, once
 * @param problem what could not be read or written, or null
 */
public record SourceOutcome(
    SourceFile source,
    int written,
    int upToDate,
    long sourceBytes,
    long cacheBytes,
    List<Rejection> rejections,
    List<Diagnostic> warnings,
    Problem problem) {
  /** A version's refusal of the source. */
  public record Rejection(Release release, Diagnostic error) {}

  /** Whether all caches are there. */
  public boolean isGood() {
    return rejections.isEmpty() && problem == null;
  }
}
