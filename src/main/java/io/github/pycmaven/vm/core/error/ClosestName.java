package io.github.pycmaven.vm.core.error;

import java.util.List;

/**
 * Finds the name that somebody may have meant.
 *
 * @cpython Python/suggestions.c:_Py_CalculateSuggestions
 */
public final class ClosestName {
  private static final int MOVE = 2;
  private static final int CASE = 1;
  private static final int LONGEST = 40;
  private static final int MOST = 750;

  private ClosestName() {}

  /** The name that is nearest to the wrong one and near enough, or null. */
  public static String of(List<String> names, String wrong) {
    if (names.size() > MOST || wrong.length() > LONGEST) {
      return null;
    }
    int best = wrong.length();
    String found = null;
    for (String n : names) {
      if (n.equals(wrong)) {
        continue;
      }
      int limit = Math.min((n.length() + wrong.length() + 3) * MOVE / 6, best - 1);
      int d = distance(wrong, n);
      if (d <= limit && (found == null || d < best)) {
        found = n;
        best = d;
      }
    }
    return found;
  }

  /** The least cost of changing one name into the other; another case costs half. */
  private static int distance(String a, String b) {
    int from = 0;
    int endA = a.length();
    int endB = b.length();
    while (from < endA && from < endB && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    int n = endA - from;
    int m = endB - from;
    if (n == 0 || m == 0) {
      return MOVE * (n + m);
    }
    if (n > LONGEST || m > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[n + 1];
    for (int i = 0; i <= n; i++) {
      row[i] = i * MOVE;
    }
    for (int j = 1; j <= m; j++) {
      int diagonal = row[0];
      row[0] = j * MOVE;
      for (int i = 1; i <= n; i++) {
        int above = row[i];
        int replaced = diagonal + cost(a.charAt(from + i - 1), b.charAt(from + j - 1));
        row[i] = Math.min(replaced, Math.min(above, row[i - 1]) + MOVE);
        diagonal = above;
      }
    }
    return row[n];
  }

  private static int cost(char a, char b) {
    if (a == b) {
      return 0;
    }
    return lower(a) == lower(b) ? CASE : MOVE;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
