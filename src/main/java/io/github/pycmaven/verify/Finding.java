package io.github.pycmaven.verify;

/**
 * Something wrong with a cache.
 *
 * @param kind what it is
 * @param path the cache, or the source that has none
 * @param detail what exactly was found, or empty
 */
public record Finding(FindingKind kind, String path, String detail) {
  @Override
  public String toString() {
    String more = detail.isEmpty() ? "" : " (" + detail + ")";
    return path + ": " + kind.id() + ": " + kind.meaning() + more + "; " + kind.cure();
  }
}
