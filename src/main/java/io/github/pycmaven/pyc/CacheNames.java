package io.github.pycmaven.pyc;

import io.github.pycmaven.target.Target;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names and places of caches (PEP 3147, PEP 488).
 *
 * @cpython Lib/importlib/_bootstrap_external.py:cache_from_source
 */
public final class CacheNames {
  /** The folder beside a source that holds its caches. */
  public static final String FOLDER = "__pycache__";

  private static final String OPTIMIZATION = ".opt-";
  private static final String SUFFIX = ".pyc";

  private CacheNames() {}

  /**
   * The name of a source's cache.
   *
   * @param sourceName the source's file name, {@code m.py}
   * @param tag the interpreter's cache tag, {@code cpython-314}
   * @param optimization the level as text; empty or "0" for none
   * @throws IllegalArgumentException if the level is not alphanumeric
   */
  public static String name(String sourceName, String tag, String optimization) {
    int dot = sourceName.lastIndexOf('.');
    // Without a dot in the name CPython puts none behind it either.
    String base = dot < 0 ? sourceName : sourceName.substring(0, dot);
    String separator = dot < 0 ? "" : ".";
    if (base.isEmpty()) {
      base = dot < 0 ? "" : sourceName.substring(dot + 1);
    }
    String name = base + separator + tag;
    if (optimization.isEmpty() || optimization.equals("0")) {
      return name + SUFFIX;
    }
    for (int i = 0; i < optimization.length(); i++) {
      char ch = optimization.charAt(i);
      if ((ch < '0' || ch > '9') && (ch < 'a' || ch > 'z') && (ch < 'A' || ch > 'Z')) {
        throw new IllegalArgumentException("'" + optimization + "' is not alphanumeric");
      }
    }
    return name + OPTIMIZATION + optimization + SUFFIX;
  }

  /** The place of a source's cache, in {@code __pycache__} beside it. */
  public static Path place(Path source, Target target, int level) {
    String name = name(source.getFileName().toString(), target.cacheTag(), Integer.toString(level));
    return source.resolveSibling(FOLDER).resolve(name);
  }

  /** The place of a source's cache below a prefix folder, which has no {@code __pycache__}. */
  public static Path place(Path prefix, Path source, Target target, int level) {
    Path absolute = source.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    String name = name(source.getFileName().toString(), target.cacheTag(), Integer.toString(level));
    return prefix.resolve(folder.getRoot().relativize(folder)).resolve(name);
  }

  /** The place of a cache that is imported in the place of its source: {@code m.pyc}. */
  public static Path legacyPlace(Path source) {
    return source.resolveSibling(source.getFileName() + "c");
  }

  /**
   * The parts of a cache's name.
   *
   * @param stem the name of the module's source without {@code .py}
   * @param tag the interpreter's tag
   * @param optimization the level, empty for none
   */
  public record Parts(String stem, String tag, String optimization) {}

  /**
   * Takes a name in {@code __pycache__} apart: {@code STEM.TAG.pyc} or {@code STEM.TAG.opt-N.pyc}.
   * Empty if the name is no cache's. The stem may hold dots, which CPython itself cannot map back.
   */
  public static Optional<Parts> parse(String name) {
    if (!name.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String rest = name.substring(0, name.length() - SUFFIX.length());
    String optimization = "";
    int level = rest.lastIndexOf('.');
    if (level >= 0 && rest.startsWith(OPTIMIZATION, level)) {
      optimization = rest.substring(level + OPTIMIZATION.length());
      rest = rest.substring(0, level);
    }
    int dot = rest.lastIndexOf('.');
    return dot <= 0
        ? Optional.empty()
        : Optional.of(new Parts(rest.substring(0, dot), rest.substring(dot + 1), optimization));
  }
}
