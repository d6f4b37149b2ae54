package io.github.pycmaven.verify;

import io.github.pycmaven.cache.Problem;
import java.time.Duration;
import java.util.List;

/**
 * What a verification found.
 *
 * @param findings what is wrong, in the order of the paths
 * @param notes what is worth knowing but not wrong
 * @param problems paths that could not be looked at
 * @param sources the sources that were looked at
 * @param caches how many caches
 * @param elapsed how long it took
 */
public record VerifyReport(
    List<Finding> findings,
    List<String> notes,
    List<Problem> problems,
    List<String> sources,
    int caches,
    Duration elapsed) {
  /** Whether all caches are good. */
  public boolean isGood() {
    return findings.isEmpty() && problems.isEmpty();
  }
}
