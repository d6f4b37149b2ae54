package io.github.pycmaven.cache;

import io.github.pycmaven.pyc.CacheNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds sources: files named {@code *.py} below the given folders, in the order of their names.
 * Links to files are followed, links to folders are not, and {@code __pycache__} is never entered.
 *
 * @cpython Lib/compileall.py:_walk_dir
 */
public final class SourceWalker {
  private static final String SUFFIX = ".py";

  /** Java makes paths of characters only, and knows these by the locale alone. */
  static final String UNNAMEABLE =
      "this name means nothing in the current locale; try LC_ALL=C.UTF-8";

  private final SourceSelection selection;
  private final Consumer<SourceFile> sink;
  private final List<Problem> problems = new ArrayList<>();

  /** Only several paths can lead to one file twice. */
  private final Set<Path> seen;

  private SourceWalker(SourceSelection selection, Consumer<SourceFile> sink) {
    this.selection = selection;
    this.sink = sink;
    seen = selection.paths().size() > 1 ? new HashSet<>() : null;
  }

  /** What a walk found. */
  public record Found(List<SourceFile> sources, List<Problem> problems) {}

  /** Walks all paths of a selection; a path that does not exist is a problem. */
  public static Found walk(SourceSelection selection) {
    List<SourceFile> sources = new ArrayList<>();
    List<Problem> problems = walk(selection, sources::add);
    return new Found(sources, problems);
  }

  /** Hands each source on as it is found; returns the problems. */
  static List<Problem> walk(SourceSelection selection, Consumer<SourceFile> sink) {
    SourceWalker walker = new SourceWalker(selection, sink);
    for (String given : selection.paths()) {
      walker.start(given);
    }
    return walker.problems;
  }

  private void start(String given) {
    Path path;
    try {
      path = Path.of(given);
    } catch (InvalidPathException e) {
      problems.add(new Problem(given, UNNAMEABLE));
      return;
    }
    if (Files.isDirectory(path)) {
      folder(path, given, path, 0);
    } else if (Files.exists(path)) {
      file(path, given, path.toAbsolutePath().getParent(), true);
    } else {
      problems.add(new Problem(given, "no such file or directory"));
    }
  }

  private void folder(Path folder, String given, Path root, int depth) {
    String[] names;
    try {
      names = FolderNames.of(folder);
    } catch (IOException e) {
      problems.add(new Problem(given, "cannot be listed: " + FileProblems.describe(e)));
      return;
    }
    Arrays.sort(names);
    String prefix = given.endsWith("/") ? given : given + "/";
    for (String name : names) {
      boolean isSource = name.endsWith(SUFFIX);
      if (!isSource && (depth >= selection.maxDepth() || name.equals(CacheNames.FOLDER))) {
        continue;
      }
      Path entry = entry(folder, name, prefix);
      if (entry == null) {
        continue;
      }
      if (isSource && !Files.isDirectory(entry)) {
        file(entry, prefix + name, root, false);
      } else if (depth < selection.maxDepth()
          && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        folder(entry, prefix + name, root, depth + 1);
      }
    }
  }

  /** The path of an entry; null, and a problem, if its name is not what it is called. */
  private Path entry(Path folder, String name, String prefix) {
    try {
      if (!FolderNames.isGarbled(folder, name)) {
        return folder.resolve(name);
      }
    } catch (InvalidPathException e) {
      // Told below.
    }
    problems.add(new Problem(prefix + name, UNNAMEABLE));
    return null;
  }

  private void file(Path path, String given, Path root, boolean isNamed) {
    if (!given.endsWith(SUFFIX)
        || selection.exclude() != null && selection.exclude().matcher(given).find()) {
      return;
    }
    Path base = path.isAbsolute() ? root.toAbsolutePath() : root;
    Path located = !root.isAbsolute() || path.isAbsolute() ? path : path.toAbsolutePath();
    SourceFile source = new SourceFile(located, given, base, isNamed);
    if (selection.filter() != null && !selection.filter().test(source.relative())
        || leavesLimit(path)) {
      return;
    }
    if (seen == null || seen.add(path.toAbsolutePath().normalize())) {
      sink.accept(source);
    }
  }

  private boolean leavesLimit(Path path) {
    if (selection.linkLimit() == null || !Files.isSymbolicLink(path)) {
      return false;
    }
    try {
      return !path.toRealPath().startsWith(selection.linkLimit().toRealPath());
    } catch (IOException e) {
      // A link to nowhere is not inside of anything.
      return true;
    }
  }
}
