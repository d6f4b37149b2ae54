package io.github.pycmaven.maven;

import java.io.File;
import java.util.List;
import java.util.function.Predicate;
import org.codehaus.plexus.util.SelectorUtils;

/** Ant patterns over paths with slashes. */
final class AntPatterns implements Predicate<String> {
  private final List<String> includes;
  private final List<String> excludes;

  AntPatterns(List<String> includes, List<String> excludes) {
    this.includes = normalized(includes);
    this.excludes = normalized(excludes);
  }

  /** As Ant does: a pattern that ends with a slash means all below. */
  private static List<String> normalized(List<String> patterns) {
    if (patterns == null) {
      return List.of();
    }
    return patterns.stream()
        .map(p -> p.strip().replace('/', File.separatorChar))
        .map(p -> p.endsWith(File.separator) ? p + "**" : p)
        .toList();
  }

  @Override
  public boolean test(String path) {
    String local = path.replace('/', File.separatorChar);
    return (includes.isEmpty() || matches(includes, local)) && !matches(excludes, local);
  }

  private static boolean matches(List<String> patterns, String path) {
    for (String pattern : patterns) {
      if (SelectorUtils.matchPath(pattern, path)) {
        return true;
      }
    }
    return false;
  }
}
