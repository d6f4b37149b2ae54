package io.github.pycmaven.compiler.parser.invalid;

/**
 * A named rule: its alternatives, and whether its results are kept.
 *
 * @cpython Tools/peg_generator/pegen/c_generator.py
 */
final class Rule {
  final String name;
  final int index;
  Choice choice;

  /** Results are kept by place. */
  boolean memo;

  /** The rule may start with itself: its result grows as long as more matches. */
  boolean left;

  /** The rule is called back by a growing one, so its results do not last. */
  boolean inner;

  /** After a match hardly anything before it is tried again. */
  boolean top;

  /** What is tried again nevertheless. */
  boolean kept;

  /** Below this rule no rule of the error pass is tried. */
  boolean valid;

  Rule(String name, int index) {
    this.name = name;
    this.index = index;
  }

  Object match(Machine m) {
    if (!valid) {
      return count(m);
    }
    boolean before = m.searching;
    m.searching = false;
    Object result = count(m);
    m.searching = before;
    return result;
  }

  private Object count(Machine m) {
    m.enter();
    Object result;
    if (left) {
      result = grow(m);
    } else if (memo || m.searching && !inner && !top) {
      result = remember(m);
    } else {
      result = choice.match(m);
    }
    m.leave();
    if (top && result != null) {
      m.afterStatement();
    }
    return result;
  }

  private Object remember(Machine m) {
    int start = m.mark;
    Memo results = kept ? m.kept : m.memo;
    Memo.Entry known = results.find(start, this, memo || !m.searching);
    if (known != null) {
      m.mark = known.end;
      return known.result;
    }
    Object result = choice.match(m);
    results.add(start, this, memo || !m.searching, result, m.mark);
    return result;
  }

  private Object grow(Machine m) {
    int start = m.mark;
    m.fetch();
    Memo.Entry known = m.memo.find(start, this, true);
    if (known != null) {
      m.mark = known.end;
      return known.result;
    }
    Memo.Entry seed = m.memo.add(start, this, true, null, start);
    Object best = null;
    int end = start;
    for (; ; ) {
      seed.result = best;
      seed.end = end;
      m.mark = start;
      m.enter();
      Object result = choice.match(m);
      m.leave();
      if (result == null || m.mark <= end) {
        break;
      }
      best = result;
      end = m.mark;
    }
    m.mark = end;
    return best;
  }
}
