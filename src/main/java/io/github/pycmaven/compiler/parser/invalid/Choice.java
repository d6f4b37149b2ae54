package io.github.pycmaven.compiler.parser.invalid;

import java.util.List;

/**
 * Alternatives, the first of which that matches counts.
 *
 * <p>If what an alternative makes of its parts is null, the choice has failed: no other alternative
 * is tried.
 */
final class Choice {
  /**
   * One alternative.
   *
   * @param parts what must match, in order
   * @param labels for each part the place of its value, or -1
   * @param values how many places there are
   * @param outcome what is made of the values; null if the only part's value is meant
   * @param onlySearching whether it is tried only while the error is searched
   */
  record Alternative(
      Part[] parts, int[] labels, int values, Outcome outcome, boolean onlySearching) {}

  private final Alternative[] alternatives;
  private final boolean spans;

  Choice(List<Alternative> alternatives) {
    this.alternatives = alternatives.toArray(new Alternative[0]);
    boolean any = false;
    for (Alternative alternative : alternatives) {
      any |= alternative.outcome() != null && alternative.outcome().needsSpan();
    }
    spans = any;
  }

  Object match(Machine m) {
    int mark = m.mark;
    if (spans) {
      m.fetch();
    }
    for (Alternative alternative : alternatives) {
      if (alternative.onlySearching() && !m.searching) {
        continue;
      }
      Object[] values = alternative.values() > 0 ? new Object[alternative.values()] : null;
      Part[] parts = alternative.parts();
      Object only = null;
      int taken = 0;
      boolean cut = false;
      int i = 0;
      for (; i < parts.length; i++) {
        Part part = parts[i];
        Object value = part.match(m);
        if (value == null) {
          break;
        }
        if (!part.isSilent()) {
          only = value;
          taken++;
        } else if (part instanceof Part.Cut) {
          cut = true;
        }
        int label = alternative.labels()[i];
        if (label >= 0) {
          values[label] = value;
        }
      }
      if (i == parts.length) {
        if (alternative.outcome() != null) {
          return alternative.outcome().make(m, mark, values);
        }
        return taken == 1 ? only : Part.PRESENT;
      }
      m.mark = mark;
      if (cut) {
        return null;
      }
    }
    return null;
  }
}
