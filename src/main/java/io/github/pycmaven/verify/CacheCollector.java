package io.github.pycmaven.verify;

import io.github.pycmaven.cache.FileProblems;
import io.github.pycmaven.cache.Problem;
import io.github.pycmaven.pyc.CacheNames;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.util.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks one tree as its reader will: finds the sources, the caches of each, and whatever could be
 * imported but belongs to no source. No link to a folder is followed.
 */
final class CacheCollector {
  private static final String SOURCE = ".py";
  private static final String CACHE = ".pyc";
  private static final Map<String, PythonVersion> BY_TAG = new HashMap<>();

  static {
    for (PythonVersion version : PythonVersion.values()) {
      BY_TAG.put(Target.of(version).cacheTag(), version);
    }
  }

  private final List<PythonVersion> wanted;
  private final Reader reader;
  private final Path root;
  private final List<Case> cases = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int caches;

  /**
   * Begins with an empty collection.
   *
   * @param wanted the versions that caches may be of; empty for all
   * @param reader who will read the tree
   * @param root the tree's uppermost folder, which links must not leave
   */
  CacheCollector(List<PythonVersion> wanted, Reader reader, Path root) {
    this.wanted = wanted;
    this.reader = reader;
    this.root = root;
  }

  List<Case> cases() {
    return cases;
  }

  List<Finding> findings() {
    return findings;
  }

  List<Problem> problems() {
    return problems;
  }

  /** How many caches were found, good or bad. */
  int caches() {
    return caches;
  }

  private void add(FindingKind kind, String path, String detail) {
    findings.add(new Finding(kind, path, detail));
  }

  /** Collects from one source, or from the source that one cache is of. */
  void file(Path path, String given) {
    Path folder = path.toAbsolutePath().getParent();
    String name = path.getFileName().toString();
    String parent = parentOf(given);
    if (name.endsWith(SOURCE)) {
      source(path, given, folder, parent + "/" + CacheNames.FOLDER);
      return;
    }
    Optional<CacheNames.Parts> parts = CacheNames.parse(name);
    boolean inFolder = folder.getFileName().toString().equals(CacheNames.FOLDER);
    String stem =
        inFolder && parts.isPresent()
            ? parts.get().stem()
            : name.substring(0, name.length() - CACHE.length());
    Path home = inFolder ? folder.getParent() : folder;
    Path source = home.resolve(stem + SOURCE);
    if (!Files.isRegularFile(source)) {
      caches++;
      add(FindingKind.ORPHAN, given, "");
      return;
    }
    Case owner =
        new Case(source, parentOf(inFolder ? parent : given) + "/" + stem + SOURCE, reader);
    cases.add(owner);
    if (inFolder) {
      cache(path, given, Map.of(stem, owner));
    } else {
      caches++;
      owner.caches().add(new Case.Cache(path, given, null, Case.ANY_LEVEL));
    }
  }

  /** Collects the caches of one source, and leaves those of its neighbours alone. */
  private void source(Path path, String given, Path folder, String cachesGiven) {
    Case subject = new Case(path, given, reader);
    cases.add(subject);
    String name = nameOf(path);
    String stem = name.substring(0, name.length() - SOURCE.length());
    Path cacheFolder = folder.resolve(CacheNames.FOLDER);
    if (Files.isSymbolicLink(cacheFolder)) {
      add(FindingKind.SYMLINK_OUTSIDE, cachesGiven, "a link in the place of the folder");
    } else if (Files.isDirectory(cacheFolder)) {
      for (Path entry : list(cacheFolder, cachesGiven)) {
        String owner = CacheNames.parse(nameOf(entry)).map(CacheNames.Parts::stem).orElse("");
        if (owner.equals(stem)) {
          cache(entry, cachesGiven + "/" + nameOf(entry), Map.of(stem, subject));
        }
      }
    }
  }

  private static String parentOf(String given) {
    int slash = given.lastIndexOf('/');
    return slash < 0 ? "." : given.substring(0, slash);
  }

  /** What one folder holds, each kind in the order of names. */
  private static final class Listing {
    final Path folder;
    final String given;
    final List<Path> sources = new ArrayList<>();
    final List<Path> besides = new ArrayList<>();
    final List<Path> folders = new ArrayList<>();

    Listing(Path folder, String given) {
      this.folder = folder;
      this.given = given;
    }
  }

  /** Collects from a folder and all below it. */
  void folder(Path folder, String given) {
    Listing listing = new Listing(folder, given);
    for (Path entry : list(folder, given)) {
      String name = nameOf(entry);
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (!name.equals(CacheNames.FOLDER)) {
          listing.folders.add(entry);
        }
      } else if (Files.isDirectory(entry)) {
        link(entry, given + "/" + name);
      } else if (name.endsWith(SOURCE)) {
        listing.sources.add(entry);
        link(entry, given + "/" + name);
      } else if (name.endsWith(CACHE)) {
        listing.besides.add(entry);
      } else if (AtomicFile.isTemporary(name)) {
        add(FindingKind.TEMP_LEFT_OVER, given + "/" + name, "");
      }
    }
    cacheFolder(listing, listing.besides);
    for (Path inner : listing.folders) {
      folder(inner, given + "/" + nameOf(inner));
    }
  }

  /** Entries of archives name their folders with a slash at the end. */
  private static String nameOf(Path entry) {
    String name = entry.getFileName().toString();
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  private List<Path> list(Path folder, String given) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      problems.add(new Problem(given, "cannot be listed: " + FileProblems.describe(e.getCause())));
    } catch (IOException e) {
      problems.add(new Problem(given, "cannot be listed: " + FileProblems.describe(e)));
    }
    entries.sort(null);
    return entries;
  }

  /** Reports a link that leads out of the tree, where anyone may change what it leads to. */
  private void link(Path entry, String given) {
    if (!Files.isSymbolicLink(entry)) {
      return;
    }
    try {
      if (!entry.toRealPath().startsWith(root.toRealPath())) {
        add(FindingKind.SYMLINK_OUTSIDE, given, "");
      }
    } catch (IOException e) {
      add(FindingKind.UNCHECKABLE, given, "the link leads nowhere");
    }
  }

  /** Sorts the caches of one folder by the sources that they belong to. */
  private void cacheFolder(Listing listing, List<Path> besides) {
    Map<String, Case> byStem = new HashMap<>();
    for (Path source : listing.sources) {
      String name = nameOf(source);
      Case found = new Case(source, listing.given + "/" + name, reader);
      byStem.put(name.substring(0, name.length() - SOURCE.length()), found);
      cases.add(found);
    }
    for (Path beside : besides) {
      beside(beside, listing.given + "/" + nameOf(beside), byStem);
    }
    Path folder = listing.folder.resolve(CacheNames.FOLDER);
    String given = listing.given + "/" + CacheNames.FOLDER;
    if (Files.isSymbolicLink(folder)) {
      add(FindingKind.SYMLINK_OUTSIDE, given, "a link in the place of the folder");
    } else if (Files.isDirectory(folder)) {
      if (!reader.readsCacheFolders()) {
        add(FindingKind.NEVER_READ, given, "");
      }
      for (Path entry : list(folder, given)) {
        cache(entry, given + "/" + nameOf(entry), byStem);
      }
    }
  }

  /** A cache in the place of a source. */
  private void beside(Path entry, String given, Map<String, Case> byStem) {
    caches++;
    String name = nameOf(entry);
    Case owner = byStem.get(name.substring(0, name.length() - CACHE.length()));
    if (owner == null) {
      add(FindingKind.ORPHAN, given, "it is imported without a source");
    } else if (reader.readsCachesBesideSources()) {
      owner.caches().add(new Case.Cache(entry, given, null, Case.ANY_LEVEL));
    } else {
      add(FindingKind.LEGACY_SHADOW, given, "");
    }
  }

  private void cache(Path entry, String given, Map<String, Case> byStem) {
    String name = nameOf(entry);
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      // Even this is a package that can be imported, as __pycache__.NAME.
      folder(entry, given);
      return;
    } else if (AtomicFile.isTemporary(name)) {
      add(FindingKind.TEMP_LEFT_OVER, given, "");
      return;
    } else if (name.endsWith(SOURCE)) {
      add(FindingKind.UNCHECKABLE, given, "a source among the caches");
      return;
    } else if (!name.endsWith(CACHE)) {
      return;
    }
    caches++;
    CacheNames.Parts parts = CacheNames.parse(name).orElse(null);
    Case owner = parts == null ? null : byStem.get(parts.stem());
    if (owner == null) {
      // A dot in the name may belong to the tag of a tool, as in m.cpython-38-pytest-8.4.2.pyc.
      boolean isTool = parts != null && byStem.containsKey(firstPart(parts.stem()));
      add(isTool ? FindingKind.FOREIGN_TAG : FindingKind.ORPHAN, given, "");
      return;
    }
    PythonVersion version = BY_TAG.get(parts.tag());
    int level = levelOf(parts.optimization());
    if (version == null || !wanted.isEmpty() && !wanted.contains(version)) {
      add(FindingKind.FOREIGN_TAG, given, "tag " + parts.tag());
    } else if (level < 0) {
      add(FindingKind.FOREIGN_TAG, given, "level " + parts.optimization());
    } else if (Files.isSymbolicLink(entry)) {
      add(FindingKind.SYMLINK_OUTSIDE, given, "the cache is a link");
    } else {
      owner.caches().add(new Case.Cache(entry, given, version, level));
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
}
