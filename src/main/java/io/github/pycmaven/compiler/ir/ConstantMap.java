package io.github.pycmaven.compiler.ir;

import io.github.pycmaven.code.Constant;

/** A set of constants by {@link ConstantKeys}, which hands back the member that is the same. */
final class ConstantMap {
  private Constant[] members;
  private int[] hashes;
  private int size;

  ConstantMap(int expected) {
    int room = Integer.highestOneBit(Math.max(4, expected) * 2 - 1) * 2;
    members = new Constant[room];
    hashes = new int[room];
  }

  Constant get(Constant key) {
    return members[find(key, ConstantKeys.hash(key))];
  }

  /** The member that is the same as the key; or null, then the key is a member now. */
  Constant putIfAbsent(Constant key) {
    int hash = ConstantKeys.hash(key);
    int slot = find(key, hash);
    Constant known = members[slot];
    if (known == null) {
      members[slot] = key;
      hashes[slot] = hash;
      if (++size * 2 > members.length) {
        grow();
      }
    }
    return known;
  }

  private int find(Constant key, int hash) {
    int mask = members.length - 1;
    int slot = hash & mask;
    while (members[slot] != null
        && !(hashes[slot] == hash && ConstantKeys.same(members[slot], key))) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    Constant[] oldMembers = members;
    int[] oldHashes = hashes;
    members = new Constant[oldMembers.length * 2];
    hashes = new int[members.length];
    int mask = members.length - 1;
    for (int i = 0; i < oldMembers.length; i++) {
      if (oldMembers[i] != null) {
        int slot = oldHashes[i] & mask;
        while (members[slot] != null) {
          slot = slot + 1 & mask;
        }
        members[slot] = oldMembers[i];
        hashes[slot] = oldHashes[i];
      }
    }
  }
}
