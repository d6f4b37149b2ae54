package io.github.pycmaven.cache;

import java.time.Duration;
import java.util.List;

/**
 * What a run did.
 *
 * @param outcomes one for each source, in the order of the sources
 * @param problems paths that could not be walked
 * @param elapsed how long it took
 */
public record CompileReport(
    List<SourceOutcome> outcomes, List<Problem> problems, Duration elapsed) {
  /** How many caches were written. */
  public int written() {
    return outcomes.stream().mapToInt(SourceOutcome::written).sum();
  }

  /** How many caches were up to date. */
  public int upToDate() {
    return outcomes.stream().mapToInt(SourceOutcome::upToDate).sum();
  }

  /** How many sources some version rejects. */
  public int rejected() {
    return (int) outcomes.stream().filter(o -> !o.rejections().isEmpty()).count();
  }

  /** How many sources or paths could not be read or written. */
  public int failed() {
    return problems.size() + (int) outcomes.stream().filter(o -> o.problem() != null).count();
  }

  /** Bytes of all sources. */
  public long sourceBytes() {
    return outcomes.stream().mapToLong(SourceOutcome::sourceBytes).sum();
  }

  /** Bytes of all caches written. */
  public long cacheBytes() {
    return outcomes.stream().mapToLong(SourceOutcome::cacheBytes).sum();
  }
}
