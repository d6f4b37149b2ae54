package io.github.pycmaven.cache;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which sources are meant.
 *
 * @param paths folders and files, as the user wrote them
 * @param maxDepth how many levels of folders are entered below a named folder; 0 for none
 * @param exclude sources in whose path this is found are left out; null for none
 * @param linkLimit links to files outside of this folder are left out; null for no limit
 * @param filter says for a path below its root, with slashes, whether it is wanted; null for all
 */
public record SourceSelection(
    List<String> paths, int maxDepth, Pattern exclude, Path linkLimit, Predicate<String> filter) {
  /** No limit of depth. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** All sources below the paths. */
  public static SourceSelection of(List<String> paths) {
    return new SourceSelection(paths, UNLIMITED, null, null, null);
  }
}
