package io.github.pycmaven.cache;

import io.github.pycmaven.target.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compiles sources into caches, in parallel. */
public final class CompileEngine {
  private CompileEngine() {}

  /**
   * Compiles a selection.
   *
   * @param listener is told of each source that is done
   */
  public static CompileReport compile(
      SourceSelection selection, CompileSettings settings, ProgressListener listener) {
    long start = System.nanoTime();
    SourceWalker.Found found = SourceWalker.walk(selection);
    List<SourceFile> sources = found.sources();
    SourceOutcome[] outcomes = new SourceOutcome[sources.size()];
    int[] done = {0};
    SourceCompiler compiler = new SourceCompiler(settings);
    WorkerPool.run(
        settings.workers(),
        outcomes.length,
        i -> {
          outcomes[i] = compiler.compile(sources.get(i));
          synchronized (done) {
            listener.sourceDone(outcomes[i], ++done[0], outcomes.length);
          }
        });
    removeLeftOvers(sources, settings);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new CompileReport(Arrays.asList(outcomes), new ArrayList<>(found.problems()), elapsed);
  }

  /** Clears away what killed runs left in the folders that this run wrote to. */
  private static void removeLeftOvers(List<SourceFile> sources, CompileSettings settings) {
    Target target = Target.of(settings.versions().get(0));
    Set<Path> folders = new HashSet<>();
    for (SourceFile source : sources) {
      try {
        Path folder =
            settings.cacheOf(settings.placeOf(source), target, 0).toAbsolutePath().getParent();
        if (folders.add(folder)) {
          LeftOvers.removeIn(folder);
        }
      } catch (InvalidPathException e) {
        // Reported with the source.
      }
    }
  }
}
