package io.github.pycmaven.compiler;

import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.compiler.token.TokenKind;
import io.github.pycmaven.compiler.token.Tokenizer;
import io.github.pycmaven.source.SourceText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The identifiers of a source, found by tokenizing it again when somebody asks. Few sources make it
 * necessary: CPython's parser interns them, which shows in the bytes of some frozensets.
 */
final class Identifiers {
  private final SourceText source;
  private Set<String> found;

  Identifiers(SourceText source) {
    this.source = source;
  }

  boolean contains(String text) {
    if (found == null) {
      found = find();
    }
    return found.contains(text);
  }

  private Set<String> find() {
    int length = source.length();
    byte[] text = Arrays.copyOf(source.buffer(), length + 1);
    text[length] = '\n';
    TokenBuffer tokens = new TokenBuffer(length / 4 + 16);
    new Tokenizer(text, length + 1, tokens).all();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.NAME) {
        names.add(tokens.text(i));
      }
    }
    return names;
  }
}
