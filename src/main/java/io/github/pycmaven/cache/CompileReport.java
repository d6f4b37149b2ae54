package io.github.pycmaven.cache;

import java.time.Duration;
import java.util.List;

/** What a run did. */
public final class CompileReport {
  private final List<SourceOutcome> outcomes;
  private final List<Problem> problems;
  private final Duration elapsed;
  private int written;
  private int upToDate;
  private int rejected;
  private int failed;
  private long sourceBytes;
  private long cacheBytes;

  /**
   * Sums up a run.
   *
   * @param outcomes one for each source, in the order of the sources
   * @param problems paths that could not be walked
   * @param elapsed how long it took
   */
  public CompileReport(List<SourceOutcome> outcomes, List<Problem> problems, Duration elapsed) {
    this.outcomes = outcomes;
    this.problems = problems;
    this.elapsed = elapsed;
    failed = problems.size();
    for (SourceOutcome outcome : outcomes) {
      written += outcome.written();
      upToDate += outcome.upToDate();
      rejected += outcome.rejections().isEmpty() ? 0 : 1;
      failed += outcome.problem() == null ? 0 : 1;
      sourceBytes += outcome.sourceBytes();
      cacheBytes += outcome.cacheBytes();
    }
  }

  /** What became of each source. */
  public List<SourceOutcome> outcomes() {
    return outcomes;
  }

  /** Paths that could not be walked. */
  public List<Problem> problems() {
    return problems;
  }

  /** How long it took. */
  public Duration elapsed() {
    return elapsed;
  }

  /** How many caches were written. */
  public int written() {
    return written;
  }

  /** How many caches were up to date. */
  public int upToDate() {
    return upToDate;
  }

  /** How many sources some version rejects. */
  public int rejected() {
    return rejected;
  }

  /** How many sources or paths could not be read or written. */
  public int failed() {
    return failed;
  }

  /** Bytes of all sources. */
  public long sourceBytes() {
    return sourceBytes;
  }

  /** Bytes of all caches written. */
  public long cacheBytes() {
    return cacheBytes;
  }
}
