package io.github.pycmaven.vm.module.sre;

/** The nodes that repeat a part. */
final class Repetition {
  static final int UNLIMITED = Integer.MAX_VALUE;

  private Repetition() {}

  /** One character, again and again; greedy, lazy or possessive. */
  static final class One extends Node {
    private final Node body;
    private final int min;
    private final int max;
    private final char kind;

    One(Node body, int min, int max, char kind) {
      this.body = body;
      this.min = min;
      this.max = max;
      this.kind = kind;
    }

    private int run(MatchState m, int from, int limit) {
      int to = limit < m.end - from ? from + limit : m.end;
      int i = from;
      if (body instanceof Literal l && l.isPlain()) {
        while (i < to && m.at(i) == l.c) {
          i++;
        }
      } else {
        while (i < to && body.test(m, i)) {
          i++;
        }
      }
      return i;
    }

    @Override
    int match(MatchState m, int i) {
      if (kind == 'm') {
        return lazy(m, i);
      }
      int at = run(m, i, max);
      if (at - i < min) {
        return -1;
      }
      if (kind == 'p') {
        return next.match(m, at);
      }
      int least = i + min;
      if (next instanceof Literal l && l.isPlain()) {
        for (; at >= least; at--) {
          if (at < m.end && m.at(at) == l.c) {
            int r = next.match(m, at);
            if (r >= 0) {
              return r;
            }
          }
        }
        return -1;
      }
      for (; at >= least; at--) {
        int r = next.match(m, at);
        if (r >= 0) {
          return r;
        }
      }
      return -1;
    }

    private int lazy(MatchState m, int i) {
      int at = run(m, i, min);
      if (at - i < min) {
        return -1;
      }
      int count = min;
      while (true) {
        int r = next.match(m, at);
        if (r >= 0) {
          return r;
        }
        if (count >= max || at >= m.end || !body.test(m, at)) {
          return -1;
        }
        at++;
        count++;
      }
    }
  }

  /** Begins a repeat of any part; its {@link Until} decides how often. */
  static final class Begin extends Node {
    final Node until;

    Begin(Node until) {
      this.until = until;
    }

    @Override
    int match(MatchState m, int i) {
      MatchState.Repeat outer = m.repeat;
      m.repeat = new MatchState.Repeat(outer);
      int r = until.match(m, i);
      m.repeat = outer;
      return r;
    }
  }

  /** The end of a repeated part: once more or on. */
  static final class Until extends Node {
    Node body;
    private final int min;
    private final int max;
    private final boolean lazy;

    Until(int min, int max, boolean lazy) {
      this.min = min;
      this.max = max;
      this.lazy = lazy;
    }

    private int again(MatchState m, MatchState.Repeat r, int i) {
      int count = r.count;
      int last = r.last;
      int[] marks = m.marks.length == 0 ? m.marks : m.marks.clone();
      int index = m.lastIndex;
      r.count = count + 1;
      r.last = i;
      int e = body.match(m, i);
      if (e < 0) {
        r.count = count;
        r.last = last;
        m.marks = marks;
        m.lastIndex = index;
        m.repeat = r;
      }
      return e;
    }

    private int on(MatchState m, MatchState.Repeat r, int i) {
      m.repeat = r.outer;
      int e = next.match(m, i);
      if (e < 0) {
        m.repeat = r;
      }
      return e;
    }

    @Override
    int match(MatchState m, int i) {
      MatchState.Repeat r = m.repeat;
      if (r.count < min) {
        return again(m, r, i);
      }
      boolean more = r.count < max && i != r.last;
      if (lazy) {
        int e = on(m, r, i);
        return e < 0 && more ? again(m, r, i) : e;
      }
      int e = more ? again(m, r, i) : -1;
      return e < 0 ? on(m, r, i) : e;
    }
  }

  /** A part repeated as often as it goes, never fewer times. */
  static final class Possessive extends Node {
    private final Node body;
    private final int min;
    private final int max;

    Possessive(Node body, int min, int max) {
      this.body = body;
      this.min = min;
      this.max = max;
    }

    @Override
    int match(MatchState m, int i) {
      MatchState.Repeat saved = m.repeat;
      int[] marks = m.marks.clone();
      int index = m.lastIndex;
      int at = i;
      int count = 0;
      while (count < max) {
        int[] before = m.marks.clone();
        int beforeIndex = m.lastIndex;
        int e = body.match(m, at);
        m.repeat = saved;
        if (e < 0) {
          m.marks = before;
          m.lastIndex = beforeIndex;
          break;
        }
        count++;
        if (e == at && count >= min) {
          break;
        }
        at = e;
      }
      int r = count < min ? -1 : next.match(m, at);
      if (r < 0) {
        m.marks = marks;
        m.lastIndex = index;
      }
      return r;
    }
  }
}
