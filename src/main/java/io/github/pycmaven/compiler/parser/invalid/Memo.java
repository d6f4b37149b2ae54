package io.github.pycmaven.compiler.parser.invalid;

import java.util.Arrays;

/** Results of rules by the place where they were tried. */
final class Memo {
  /** One result; null means that the rule failed. */
  static final class Entry {
    private final long key;
    private Entry next;
    Object result;
    int end;

    Entry(long key, Entry next) {
      this.key = key;
      this.next = next;
    }
  }

  private static final int KEPT_CAPACITY = 1 << 12;

  private Entry[] table = new Entry[1 << 10];
  private int size;

  private static long key(int place, Rule rule, boolean shared) {
    return ((long) place << 12 | rule.index) << 1 | (shared ? 1 : 0);
  }

  private static int slot(long key, int length) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 40) & length - 1;
  }

  Entry find(int place, Rule rule, boolean shared) {
    long key = key(place, rule, shared);
    for (Entry e = table[slot(key, table.length)]; e != null; e = e.next) {
      if (e.key == key) {
        return e;
      }
    }
    return null;
  }

  Entry add(int place, Rule rule, boolean shared, Object result, int end) {
    if (size > table.length) {
      grow();
    }
    long key = key(place, rule, shared);
    int slot = slot(key, table.length);
    Entry entry = new Entry(key, table[slot]);
    entry.result = result;
    entry.end = end;
    table[slot] = entry;
    size++;
    return entry;
  }

  private void grow() {
    Entry[] old = table;
    table = new Entry[old.length * 4];
    for (Entry head : old) {
      // The same objects go on, since growing rules hold on to theirs.
      for (Entry e = head; e != null; ) {
        Entry next = e.next;
        int slot = slot(e.key, table.length);
        e.next = table[slot];
        table[slot] = e;
        e = next;
      }
    }
  }

  /** Forgets everything: what comes is tried at other places. */
  void clear() {
    if (table.length > KEPT_CAPACITY) {
      table = new Entry[KEPT_CAPACITY];
    } else if (size > 0) {
      Arrays.fill(table, null);
    }
    size = 0;
  }
}
