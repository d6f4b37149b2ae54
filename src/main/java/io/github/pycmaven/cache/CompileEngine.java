package io.github.pycmaven.cache;

import io.github.pycmaven.target.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Compiles sources into caches, in parallel. */
public final class CompileEngine {
  private final CompileSettings settings;
  private final ProgressListener listener;
  private final SourceCompiler compiler;
  private final SourceFeed feed = new SourceFeed();
  private final List<SourceOutcome> outcomes = new ArrayList<>();

  /** Numbers of sources that are not up to date and have been put off. */
  private final List<Integer> stale = new ArrayList<>();

  private int done;
  private boolean tooMany;

  private CompileEngine(CompileSettings settings, ProgressListener listener) {
    this.settings = settings;
    this.listener = listener;
    compiler = new SourceCompiler(settings);
  }

  /**
   * Compiles a selection.
   *
   * @param listener is told of each source that is done
   */
  public static CompileReport compile(
      SourceSelection selection, CompileSettings settings, ProgressListener listener) {
    long start = System.nanoTime();
    CompileEngine engine = new CompileEngine(settings, listener);
    List<Problem> problems = engine.walk(selection, engine.new Compilation());
    return engine.report(problems, start);
  }

  /**
   * Compiles a selection if there is little to do in it.
   *
   * @param limit so many sources at most may be out of date
   * @return what was done; empty if there are more, and nothing was done then
   */
  public static Optional<CompileReport> compileFew(
      SourceSelection selection, CompileSettings settings, ProgressListener listener, int limit) {
    long start = System.nanoTime();
    CompileEngine engine = new CompileEngine(settings, listener);
    List<Problem> problems = engine.walk(selection, engine.new Comparison(limit));
    if (engine.tooMany) {
      return Optional.empty();
    }
    engine.compileStale();
    return Optional.of(engine.report(problems, start));
  }

  private void compileStale() {
    if (!stale.isEmpty()) {
      Collections.sort(stale);
      IntConsumer compilation = new Compilation();
      WorkerPool.run(settings.workers(), stale.size(), i -> compilation.accept(stale.get(i)));
    }
  }

  private List<Problem> walk(SourceSelection selection, IntConsumer task) {
    WorkerPool.Workers workers = WorkerPool.start(settings.workers(), feed, task);
    List<Problem> problems;
    try {
      problems = SourceWalker.walk(selection, feed);
    } finally {
      feed.close();
    }
    workers.join();
    return problems;
  }

  // Classes with names where lambdas would do: the first lambdas of a process cost it some
  // milliseconds each, and most runs have little else to do.

  /** Compiles the source of a number. */
  private final class Compilation implements IntConsumer {
    @Override
    public void accept(int number) {
      add(number, compiler.compile(feed.get(number)));
    }
  }

  /** Looks whether the source of a number is up to date, and puts it off if not. */
  private final class Comparison implements IntConsumer {
    private final int limit;

    Comparison(int limit) {
      this.limit = limit;
    }

    @Override
    public void accept(int number) {
      SourceOutcome outcome = compiler.upToDate(feed.get(number));
      if (outcome != null) {
        add(number, outcome);
        return;
      }
      synchronized (stale) {
        stale.add(number);
        if (stale.size() > limit) {
          tooMany = true;
          feed.abandon();
        }
      }
    }
  }

  private void add(int number, SourceOutcome outcome) {
    synchronized (outcomes) {
      while (outcomes.size() <= number) {
        outcomes.add(null);
      }
      outcomes.set(number, outcome);
      listener.sourceDone(outcome, ++done, feed.size());
    }
  }

  private CompileReport report(List<Problem> problems, long start) {
    removeLeftOvers();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new CompileReport(outcomes, problems, elapsed);
  }

  /** Clears away what killed runs left in the folders that this run wrote to. */
  private void removeLeftOvers() {
    Target target = Target.of(settings.releases().get(0).version());
    Set<Path> folders = new HashSet<>();
    Path last = null;
    for (SourceOutcome outcome : outcomes) {
      SourceFile source = outcome.source();
      Path parent = source.path().getParent();
      if (parent != null && parent.equals(last)) {
        continue;
      }
      last = parent;
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
