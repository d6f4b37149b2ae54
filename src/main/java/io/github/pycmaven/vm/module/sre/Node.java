package io.github.pycmaven.vm.module.sre;

/** A part of a pattern, which knows what follows it. */
abstract class Node {
  Node next;

  /** Where the match of this part and all that follows ends, -1 if there is none. */
  abstract int match(MatchState m, int i);

  /** Tests one character; only nodes for which {@link #isSingle} holds have it. */
  boolean test(MatchState m, int i) {
    throw new IllegalStateException();
  }

  /** Whether the node matches exactly one character. */
  boolean isSingle() {
    return false;
  }

  /** The end of the pattern or of a part that is matched on its own. */
  static final class Accept extends Node {
    private final boolean whole;

    Accept(boolean whole) {
      this.whole = whole;
    }

    @Override
    int match(MatchState m, int i) {
      if (whole && (m.wholly && i != m.end || i == m.mustPass)) {
        return -1;
      }
      return i;
    }
  }

  /** Never matches. */
  static final class Fail extends Node {
    @Override
    int match(MatchState m, int i) {
      return -1;
    }
  }

  /** One character. */
  abstract static class Single extends Node {
    @Override
    final int match(MatchState m, int i) {
      return i < m.end && test(m, i) ? next.match(m, i + 1) : -1;
    }

    @Override
    final boolean isSingle() {
      return true;
    }
  }

  /** A character, as it is or folded. */
  static final class Literal extends Single {
    final int c;
    final int folding;
    private final boolean negated;

    Literal(int c, int folding, boolean negated) {
      this.c = c;
      this.folding = folding;
      this.negated = negated;
    }

    boolean isPlain() {
      return folding == 0 && !negated;
    }

    @Override
    boolean test(MatchState m, int i) {
      return (CharTest.fold(m.at(i), folding) == c) != negated;
    }
  }

  /** Any character, or any but a line's end. */
  static final class Any extends Single {
    private final boolean all;

    Any(boolean all) {
      this.all = all;
    }

    @Override
    boolean test(MatchState m, int i) {
      return all || m.at(i) != '\n';
    }
  }

  /** A character of a set. */
  static final class In extends Single {
    final CharTest set;
    final int folding;

    In(CharTest set, int folding) {
      this.set = set;
      this.folding = folding;
    }

    @Override
    boolean test(MatchState m, int i) {
      return set.has(folding == 0 ? m.at(i) : CharTest.fold(m.at(i), folding));
    }
  }

  /** A place. */
  static final class At extends Node {
    private final int where;

    At(int where) {
      this.where = where;
    }

    private static boolean word(MatchState m, int i, boolean unicode) {
      return i >= 0
          && i < m.end
          && (unicode ? CharTest.isWord(m.at(i)) : CharTest.isAsciiWord(m.at(i)));
    }

    private boolean holds(MatchState m, int i) {
      switch (where) {
        case 0:
        case 2:
          return i == 0;
        case 1:
          return i == 0 || m.at(i - 1) == '\n';
        case 5:
          return i == m.end || i + 1 == m.end && m.at(i) == '\n';
        case 6:
          return i == m.end || m.at(i) == '\n';
        case 7:
          return i == m.end;
        default:
          boolean unicode = where >= 10;
          boolean edge = word(m, i - 1, unicode) != word(m, i, unicode);
          return edge == (where == 3 || where == 8 || where == 10);
      }
    }

    @Override
    int match(MatchState m, int i) {
      return holds(m, i) ? next.match(m, i) : -1;
    }
  }

  /** A border of a group. */
  static final class Mark extends Node {
    private final int number;

    Mark(int number) {
      this.number = number;
    }

    @Override
    int match(MatchState m, int i) {
      int old = m.marks[number];
      int oldIndex = m.lastIndex;
      m.marks[number] = i;
      if ((number & 1) != 0) {
        m.lastIndex = number / 2 + 1;
      }
      int r = next.match(m, i);
      if (r < 0) {
        m.marks[number] = old;
        m.lastIndex = oldIndex;
      }
      return r;
    }
  }

  /** Alternatives. */
  static final class Branch extends Node {
    private final Node[] ways;

    Branch(Node[] ways) {
      this.ways = ways;
    }

    @Override
    int match(MatchState m, int i) {
      for (Node w : ways) {
        if (w instanceof Literal l && l.isPlain() && (i >= m.end || m.at(i) != l.c)) {
          continue;
        }
        int r = w.match(m, i);
        if (r >= 0) {
          return r;
        }
      }
      return -1;
    }
  }

  /** What a group has matched. */
  static final class Reference extends Node {
    private final int group;
    private final int folding;

    Reference(int group, int folding) {
      this.group = group;
      this.folding = folding;
    }

    @Override
    int match(MatchState m, int i) {
      int from = m.marks[2 * group];
      int to = m.marks[2 * group + 1];
      if (from < 0 || to < from || to - from > m.end - i) {
        return -1;
      }
      int at = i;
      for (int j = from; j < to; j++, at++) {
        if (CharTest.fold(m.at(j), folding) != CharTest.fold(m.at(at), folding)) {
          return -1;
        }
      }
      return next.match(m, at);
    }
  }

  /** One of two ways, by whether a group has matched. */
  static final class Conditional extends Node {
    private final int group;
    private final Node yes;
    private final Node no;

    Conditional(int group, Node yes, Node no) {
      this.group = group;
      this.yes = yes;
      this.no = no;
    }

    @Override
    int match(MatchState m, int i) {
      int from = m.marks[2 * group];
      boolean set = from >= 0 && m.marks[2 * group + 1] >= from;
      return (set ? yes : no).match(m, i);
    }
  }

  /** A look ahead or behind. */
  static final class Assertion extends Node {
    private final Node body;
    private final int back;
    private final boolean negated;

    Assertion(Node body, int back, boolean negated) {
      this.body = body;
      this.back = back;
      this.negated = negated;
    }

    @Override
    int match(MatchState m, int i) {
      MatchState.Repeat saved = m.repeat;
      int[] marks = m.marks.length == 0 ? m.marks : m.marks.clone();
      int index = m.lastIndex;
      boolean found = i - back >= 0 && body.match(m, i - back) >= 0;
      m.repeat = saved;
      if (found != negated) {
        if (negated) {
          m.marks = marks;
          m.lastIndex = index;
        }
        int r = next.match(m, i);
        if (r < 0) {
          m.marks = marks;
          m.lastIndex = index;
        }
        return r;
      }
      m.marks = marks;
      m.lastIndex = index;
      return -1;
    }
  }

  /** A part that is not entered again once it has matched. */
  static final class Atomic extends Node {
    private final Node body;

    Atomic(Node body) {
      this.body = body;
    }

    @Override
    int match(MatchState m, int i) {
      MatchState.Repeat saved = m.repeat;
      int[] marks = m.marks.clone();
      int index = m.lastIndex;
      int r = body.match(m, i);
      m.repeat = saved;
      if (r >= 0) {
        r = next.match(m, r);
      }
      if (r < 0) {
        m.marks = marks;
        m.lastIndex = index;
      }
      return r;
    }
  }
}
