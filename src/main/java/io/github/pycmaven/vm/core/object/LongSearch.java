package io.github.pycmaven.vm.core.object;

/**
 * Search for long texts in long texts, in linear time whatever they hold: by the needle's borders
 * (Knuth, Morris and Pratt). Short searches do without the table.
 */
final class LongSearch {
  private static final int SHORT = 16;
  private static final long LITTLE_WORK = 1L << 22;

  /** Elements of a text, in either direction. */
  interface Elements {
    int at(int i);
  }

  private LongSearch() {}

  /** Whether a plain search could take too long. */
  static boolean pays(long haystack, int needle) {
    return needle > SHORT && haystack * needle > LITTLE_WORK;
  }

  /** Where the needle occurs first in the haystack's first {@code length} elements, or -1. */
  static int find(Elements haystack, int length, Elements needle, int size) {
    int[] border = new int[size];
    for (int i = 1, k = 0; i < size; i++) {
      int c = needle.at(i);
      while (k > 0 && needle.at(k) != c) {
        k = border[k - 1];
      }
      if (needle.at(k) == c) {
        k++;
      }
      border[i] = k;
    }
    for (int i = 0, k = 0; i < length; i++) {
      int c = haystack.at(i);
      while (k > 0 && needle.at(k) != c) {
        k = border[k - 1];
      }
      if (needle.at(k) == c) {
        k++;
      }
      if (k == size) {
        return i - size + 1;
      }
    }
    return -1;
  }
}
