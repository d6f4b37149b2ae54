package io.github.pycmaven.compiler.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The ASCII names met in a source, each kept once, and the keywords among them.
 *
 * <p>Open addressing over hashes that the tokenizer computes while it scans a name.
 */
final class NameTable {
  private static final int INITIAL = 512;
  private static final String[] KEYWORD_NAMES = new String[INITIAL];
  private static final int[] KEYWORD_HASHES = new int[INITIAL];
  private static final byte[] KEYWORD_KINDS = new byte[INITIAL];

  static {
    for (int kind = TokenKind.FIRST_KEYWORD; kind < TokenKind.COUNT; kind++) {
      String text = TokenKind.text(kind);
      int hash = 0;
      for (int i = 0; i < text.length(); i++) {
        hash = hash * 31 + text.charAt(i);
      }
      int slot = slot(hash, INITIAL - 1);
      while (KEYWORD_NAMES[slot] != null) {
        slot = slot + 1 & INITIAL - 1;
      }
      KEYWORD_NAMES[slot] = text;
      KEYWORD_HASHES[slot] = hash;
      KEYWORD_KINDS[slot] = (byte) kind;
    }
  }

  private String[] names = KEYWORD_NAMES.clone();
  private int[] hashes = KEYWORD_HASHES.clone();
  private byte[] kinds = KEYWORD_KINDS.clone();
  private int count = TokenKind.COUNT - TokenKind.FIRST_KEYWORD;

  private static int slot(int hash, int mask) {
    return (hash ^ hash >>> 15) & mask;
  }

  /** The slot of a name, for {@link #name} and {@link #kind} until the next call. */
  int intern(byte[] text, int start, int end, int hash) {
    int mask = names.length - 1;
    int slot = slot(hash, mask);
    for (String name; (name = names[slot]) != null; slot = slot + 1 & mask) {
      if (hashes[slot] == hash && equal(name, text, start, end)) {
        return slot;
      }
    }
    if (count >= names.length >> 1) {
      grow();
      return intern(text, start, end, hash);
    }
    count++;
    names[slot] = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    hashes[slot] = hash;
    kinds[slot] = TokenKind.NAME;
    return slot;
  }

  String name(int slot) {
    return names[slot];
  }

  int kind(int slot) {
    return kinds[slot];
  }

  private static boolean equal(String name, byte[] text, int start, int end) {
    int length = end - start;
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    String[] oldNames = names;
    int[] oldHashes = hashes;
    byte[] oldKinds = kinds;
    int capacity = oldNames.length * 2;
    names = new String[capacity];
    hashes = new int[capacity];
    kinds = new byte[capacity];
    Arrays.fill(kinds, (byte) TokenKind.NAME);
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != null) {
        int slot = slot(oldHashes[i], capacity - 1);
        while (names[slot] != null) {
          slot = slot + 1 & capacity - 1;
        }
        names[slot] = oldNames[i];
        hashes[slot] = oldHashes[i];
        kinds[slot] = oldKinds[i];
      }
    }
  }
}
