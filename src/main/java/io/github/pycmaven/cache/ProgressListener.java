package io.github.pycmaven.cache;

/** Is told of each source as soon as it is done; calls come from one thread at a time. */
@FunctionalInterface
public interface ProgressListener {
  /** Listens to nothing. */
  ProgressListener NONE = (outcome, done, total) -> {};

  /** One more source is done. */
  void sourceDone(SourceOutcome outcome, int done, int total);
}
