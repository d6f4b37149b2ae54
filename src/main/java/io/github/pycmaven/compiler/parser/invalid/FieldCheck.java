package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.diagnostic.Diagnostic;

/** What is wrong within an f-string that is one token; only its reader knows. */
public interface FieldCheck {
  /** The fault of a token, or null if it has none. */
  Fault faultOf(TokenBuffer tokens, int token);

  /**
   * One of two things.
   *
   * @param message the words of an error that has its place behind the strings, or null
   * @param inner an error within a replacement field, or null
   */
  record Fault(String message, Diagnostic inner) {}
}
