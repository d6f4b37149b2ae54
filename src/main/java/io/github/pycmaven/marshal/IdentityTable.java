package io.github.pycmaven.marshal;

/** A number for each of some objects, by identity; 0 for all others. */
final class IdentityTable {
  private Object[] keys;
  private int[] values;
  private int size;

  IdentityTable(int room) {
    keys = new Object[room];
    values = new int[room];
  }

  int get(Object key) {
    return values[find(key)];
  }

  int increment(Object key) {
    int slot = find(key);
    if (keys[slot] == null) {
      set(slot, key, 1);
      return 1;
    }
    return ++values[slot];
  }

  void put(Object key, int value) {
    int slot = find(key);
    if (keys[slot] == null) {
      set(slot, key, value);
    } else {
      values[slot] = value;
    }
  }

  private void set(int slot, Object key, int value) {
    keys[slot] = key;
    values[slot] = value;
    if (++size * 2 > keys.length) {
      grow();
    }
  }

  private int find(Object key) {
    int mask = keys.length - 1;
    int hash = System.identityHashCode(key);
    int slot = (hash ^ hash >>> 16) & mask;
    while (keys[slot] != null && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    Object[] oldKeys = keys;
    int[] oldValues = values;
    keys = new Object[2 * oldKeys.length];
    values = new int[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        int slot = find(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
