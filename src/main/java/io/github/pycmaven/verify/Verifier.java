package io.github.pycmaven.verify;

import io.github.pycmaven.cache.FileProblems;
import io.github.pycmaven.cache.Problem;
import io.github.pycmaven.cache.WorkerPool;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Proves the caches of trees and archives: each belongs to a source, is fresh by CPython's own
 * rules, and is the compilation of that source. What cannot be checked is a finding.
 */
public final class Verifier {
  private final VerifySettings settings;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();
  private int caches;

  private Verifier(VerifySettings settings) {
    this.settings = settings;
  }

  /** Verifies all caches below the paths and in them; a source or a cache stands for itself. */
  public static VerifyReport verify(List<String> paths, VerifySettings settings) {
    long start = System.nanoTime();
    Verifier verifier = new Verifier(settings);
    for (String path : paths) {
      verifier.path(path);
    }
    verifier.findings.sort(Comparator.comparing(Finding::path).thenComparing(Finding::kind));
    verifier.notes.sort(null);
    return new VerifyReport(
        List.copyOf(verifier.findings),
        List.copyOf(verifier.notes),
        List.copyOf(verifier.problems),
        List.copyOf(verifier.sources),
        verifier.caches,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private void path(String given) {
    Path path;
    try {
      path = Path.of(given);
    } catch (InvalidPathException e) {
      problems.add(
          new Problem(given, "this name means nothing in the current locale; try LC_ALL=C.UTF-8"));
      return;
    }
    Reader archive = Reader.ofArchive(given);
    if (Files.isDirectory(path)) {
      CacheCollector collector = new CacheCollector(settings.versions(), Reader.FOLDER, path);
      collector.folder(path, given);
      verify(collector);
    } else if (!Files.isRegularFile(path)) {
      problems.add(new Problem(given, "no such file or directory"));
    } else if (archive != null) {
      archive(path, given, archive);
    } else if (given.endsWith(".py") || given.endsWith(".pyc")) {
      Path folder = path.toAbsolutePath().getParent();
      CacheCollector collector = new CacheCollector(settings.versions(), Reader.FOLDER, folder);
      collector.file(path, given);
      verify(collector);
    } else {
      problems.add(new Problem(given, "is no folder, archive, source or cache"));
    }
  }

  private void archive(Path path, String given, Reader reader) {
    try {
      List<Finding> dubious = ArchiveDirectory.check(path, given);
      if (!dubious.isEmpty()) {
        // Readers disagree about such an archive, so that nothing is proved by one reading of it.
        findings.addAll(dubious);
        return;
      }
      try (FileSystem entries = FileSystems.newFileSystem(path, (ClassLoader) null)) {
        Path root = entries.getPath("/");
        CacheCollector collector = new CacheCollector(settings.versions(), reader, root);
        collector.folder(root, given + "!");
        verify(collector);
      }
    } catch (IOException | RuntimeException e) {
      problems.add(new Problem(given, "cannot be read as an archive: " + e.getMessage()));
    }
  }

  private void verify(CacheCollector collector) {
    List<Case> cases = collector.cases();
    findings.addAll(collector.findings());
    problems.addAll(collector.problems());
    caches += collector.caches();
    cases.forEach(subject -> sources.add(subject.given()));
    WorkerPool.run(
        settings.workers(),
        cases.size(),
        i -> {
          CaseVerifier verifier = new CaseVerifier(settings, cases.get(i));
          try {
            verifier.run();
          } catch (RuntimeException | StackOverflowError e) {
            String detail =
                FileProblems.describe(e instanceof Exception x ? x : new IOException(e));
            verifier.add(FindingKind.UNCHECKABLE, cases.get(i).given(), detail);
          }
          synchronized (this) {
            findings.addAll(verifier.findings());
            notes.addAll(verifier.notes());
          }
        });
  }
}
