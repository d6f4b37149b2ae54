package io.github.pycmaven.compiler.parser;

/** Names of characters in {@code \N} escapes. */
final class CharacterNames {
  private CharacterNames() {}

  /** The character of a name or alias, or -1. */
  static int lookup(String name) {
    return -1;
  }
}
