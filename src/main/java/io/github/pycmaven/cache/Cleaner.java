package io.github.pycmaven.cache;

import io.github.pycmaven.pyc.CacheNames;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.util.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes caches: files that are caches by name and lie in {@code __pycache__}, temporary files of
 * interrupted writes, and {@code __pycache__} folders that are empty afterwards. It removes nothing
 * else, follows no link and never leaves the given folders.
 */
public final class Cleaner {
  private final CleanSettings settings;
  private final Set<String> tags = new HashSet<>();
  private final List<String> removed = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private long bytes;

  private Cleaner(CleanSettings settings) {
    this.settings = settings;
    for (PythonVersion version : settings.versions()) {
      tags.add(Target.of(version).cacheTag());
    }
  }

  /** Cleans all folders below the paths. */
  public static CleanReport clean(List<String> paths, CleanSettings settings) {
    Cleaner cleaner = new Cleaner(settings);
    for (String given : paths) {
      Path path;
      try {
        path = Path.of(given);
      } catch (InvalidPathException e) {
        cleaner.problems.add(new Problem(given, "this name means nothing in the current locale"));
        continue;
      }
      if (Files.isSymbolicLink(path)) {
        cleaner.problems.add(new Problem(given, "is a link, and links are not followed"));
      } else if (!Files.isDirectory(path)) {
        cleaner.problems.add(new Problem(given, "no such directory"));
      } else if (cleaner.refusal(path) != null) {
        cleaner.problems.add(new Problem(given, cleaner.refusal(path)));
      } else if (isCacheFolder(path)) {
        cleaner.cacheFolder(path, given);
      } else {
        cleaner.folder(path, given);
      }
    }
    return new CleanReport(
        List.copyOf(cleaner.removed),
        List.copyOf(cleaner.folders),
        cleaner.bytes,
        List.copyOf(cleaner.problems));
  }

  private static boolean isCacheFolder(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().equals(CacheNames.FOLDER);
  }

  /** Why a folder is not cleaned unless forced; null for no reason. */
  private String refusal(Path path) {
    if (settings.force()) {
      return null;
    }
    Path real = real(path);
    if (real.getParent() == null) {
      return "refusing to clean the root of the file system unless forced";
    }
    if (real.equals(real(Path.of(System.getProperty("user.home", ""))))) {
      return "refusing to clean the home folder unless forced";
    }
    Path project = real(settings.project());
    if (project.startsWith(real) && !project.equals(real)) {
      return "refusing to clean a folder above " + project + " unless forced";
    }
    return null;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private List<Path> list(Path folder, String given) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      problems.add(new Problem(given, "cannot be listed: " + FileProblems.describe(e)));
    }
    entries.sort(null);
    return entries;
  }

  private void folder(Path folder, String given) {
    for (Path entry : list(folder, given)) {
      String name = entry.getFileName().toString();
      String entryGiven = given + "/" + name;
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (name.equals(CacheNames.FOLDER)) {
          cacheFolder(entry, entryGiven);
        } else {
          folder(entry, entryGiven);
        }
      } else if (AtomicFile.isTemporary(name)) {
        remove(entry, entryGiven);
      }
    }
  }

  private void cacheFolder(Path folder, String given) {
    boolean empty = true;
    for (Path entry : list(folder, given)) {
      String name = entry.getFileName().toString();
      if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && isUnwanted(folder, name)) {
        empty &= remove(entry, given + "/" + name);
      } else {
        empty = false;
      }
    }
    if (empty) {
      removeFolder(folder, given);
    }
  }

  private boolean isUnwanted(Path folder, String name) {
    if (AtomicFile.isTemporary(name)) {
      return true;
    }
    CacheNames.Parts parts = CacheNames.parse(name).orElse(null);
    if (parts == null || !tags.isEmpty() && !tags.contains(parts.tag())) {
      return false;
    }
    return !settings.orphansOnly() || !hasSource(folder, parts.stem());
  }

  /** The tags of tools may hold dots, so all beginnings of the stem may be the module's name. */
  private static boolean hasSource(Path folder, String stem) {
    for (int end = stem.length(); end > 0; end = stem.lastIndexOf('.', end - 1)) {
      if (Files.exists(folder.resolveSibling(stem.substring(0, end) + ".py"))) {
        return true;
      }
    }
    return false;
  }

  private boolean remove(Path file, String given) {
    try {
      long size = Files.size(file);
      if (!settings.dryRun()) {
        Files.delete(file);
      }
      bytes += size;
      removed.add(given);
      return true;
    } catch (IOException e) {
      problems.add(new Problem(given, "cannot be removed: " + FileProblems.describe(e)));
      return false;
    }
  }

  private void removeFolder(Path folder, String given) {
    try {
      if (!settings.dryRun()) {
        Files.delete(folder);
      }
      folders.add(given);
    } catch (IOException e) {
      problems.add(new Problem(given, "cannot be removed: " + FileProblems.describe(e)));
    }
  }
}
