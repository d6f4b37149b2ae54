package io.github.pycmaven.cache;

import io.github.pycmaven.pyc.CacheNames;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.util.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves the caches of a tree: each belongs to a source, is fresh by CPython's own rules, and is
 * the compilation of that source. What cannot be checked is a finding.
 */
public final class Verifier {
  private final VerifySettings settings;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, PythonVersion> byTag = new HashMap<>();
  private final List<Case> cases = new ArrayList<>();
  private int caches;

  /**
   * A source and the caches that bear its name.
   *
   * @param source the source, or null where only its caches are found
   */
  record Case(Path source, String given, List<Cache> caches) {}

  /** A cache of a known version. */
  record Cache(Path path, String given, PythonVersion version, int level) {}

  private Verifier(VerifySettings settings) {
    this.settings = settings;
    for (PythonVersion version : PythonVersion.values()) {
      byTag.put(Target.of(version).cacheTag(), version);
    }
  }

  /** Verifies all caches below the paths; a file stands for itself. */
  public static VerifyReport verify(List<String> paths, VerifySettings settings) {
    long start = System.nanoTime();
    Verifier verifier = new Verifier(settings);
    for (String path : paths) {
      verifier.collect(path);
    }
    verifier.check();
    verifier.findings.sort(Comparator.comparing(Finding::path).thenComparing(Finding::kind));
    return new VerifyReport(
        List.copyOf(verifier.findings),
        List.copyOf(verifier.notes),
        List.copyOf(verifier.problems),
        verifier.cases.size(),
        verifier.caches,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private void collect(String given) {
    Path path = Path.of(given);
    if (Files.isDirectory(path)) {
      folder(path, given);
    } else if (Files.isRegularFile(path) && given.endsWith(".py")) {
      Path folder = path.toAbsolutePath().getParent();
      List<String> stems = List.of(stem(path.getFileName().toString()));
      folderOf(folder, parentOf(given), stems, List.of(path));
    } else {
      problems.add(new Problem(given, "no such file or directory"));
    }
  }

  private static String parentOf(String given) {
    int slash = given.lastIndexOf('/');
    return slash < 0 ? "." : given.substring(0, slash);
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - ".py".length());
  }

  private void folder(Path folder, String given) {
    List<Path> sources = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          if (!name.equals(CacheNames.FOLDER)) {
            folders.add(entry);
          }
        } else if (name.endsWith(".py") && !Files.isDirectory(entry)) {
          sources.add(entry);
        } else if (AtomicFile.isTemporary(name)) {
          add(FindingKind.TEMP_LEFT_OVER, given + "/" + name, "");
        }
      }
    } catch (IOException e) {
      problems.add(new Problem(given, "cannot be listed: " + FileProblems.describe(e)));
      return;
    }
    sources.sort(null);
    folders.sort(null);
    List<String> stems = new ArrayList<>();
    for (Path source : sources) {
      String name = stem(source.getFileName().toString());
      stems.add(name);
      if (Files.exists(CacheNames.legacyPlace(source), LinkOption.NOFOLLOW_LINKS)) {
        add(FindingKind.LEGACY_SHADOW, given + "/" + name + ".pyc", "");
      }
    }
    folderOf(folder, given, stems, sources);
    for (Path inner : folders) {
      folder(inner, given + "/" + inner.getFileName());
    }
  }

  /** Sorts the caches of one folder by the sources that they belong to. */
  private void folderOf(Path folder, String given, List<String> stems, List<Path> sources) {
    Map<String, Case> byStem = new HashMap<>();
    for (int i = 0; i < stems.size(); i++) {
      Case found =
          new Case(sources.get(i), given + "/" + sources.get(i).getFileName(), new ArrayList<>());
      byStem.put(stems.get(i), found);
      cases.add(found);
    }
    Path cacheFolder = folder.resolve(CacheNames.FOLDER);
    String cacheGiven = given + "/" + CacheNames.FOLDER;
    if (Files.isSymbolicLink(cacheFolder)) {
      add(FindingKind.SYMLINK_OUTSIDE, cacheGiven, "a link in the place of the folder");
      return;
    }
    if (!Files.isDirectory(cacheFolder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(cacheFolder)) {
      for (Path entry : entries) {
        cache(entry, cacheGiven + "/" + entry.getFileName(), byStem);
      }
    } catch (IOException e) {
      problems.add(new Problem(cacheGiven, "cannot be listed: " + FileProblems.describe(e)));
    }
  }

  private void cache(Path entry, String given, Map<String, Case> byStem) {
    String name = entry.getFileName().toString();
    if (AtomicFile.isTemporary(name)) {
      add(FindingKind.TEMP_LEFT_OVER, given, "");
      return;
    }
    CacheNames.Parts parts = CacheNames.parse(name).orElse(null);
    if (parts == null) {
      return;
    }
    caches++;
    Case owner = byStem.get(parts.stem());
    PythonVersion version = byTag.get(parts.tag());
    if (owner == null) {
      // A dot in the name may belong to the tag of a tool, as in m.cpython-38-pytest-8.4.2.pyc.
      boolean ownedByPrefix = byStem.containsKey(firstPart(parts.stem()));
      add(ownedByPrefix ? FindingKind.FOREIGN_TAG : FindingKind.ORPHAN, given, "");
    } else if (version == null
        || !settings.versions().isEmpty() && !settings.versions().contains(version)) {
      add(FindingKind.FOREIGN_TAG, given, "tag " + parts.tag());
    } else if (Files.isSymbolicLink(entry)) {
      add(FindingKind.SYMLINK_OUTSIDE, given, "the cache is a link");
    } else {
      int level = levelOf(parts.optimization());
      if (level < 0) {
        add(FindingKind.FOREIGN_TAG, given, "level " + parts.optimization());
      } else {
        owner.caches.add(new Cache(entry, given, version, level));
      }
    }
  }

  private static String firstPart(String stem) {
    int dot = stem.indexOf('.');
    return dot < 0 ? stem : stem.substring(0, dot);
  }

  private static int levelOf(String optimization) {
    switch (optimization) {
      case "":
        return 0;
      case "1":
        return 1;
      case "2":
        return 2;
      default:
        return -1;
    }
  }

  private synchronized void add(FindingKind kind, String path, String detail) {
    findings.add(new Finding(kind, path, detail));
  }

  private void add(List<Finding> found, List<String> noted) {
    synchronized (this) {
      findings.addAll(found);
      notes.addAll(noted);
    }
  }

  private void check() {
    List<PythonVersion> wanted = settings.versions();
    WorkerPool.run(
        settings.workers(),
        cases.size(),
        i -> {
          CaseVerifier verifier = new CaseVerifier(settings, wanted, cases.get(i));
          verifier.run();
          add(verifier.findings(), verifier.notes());
        });
  }
}
