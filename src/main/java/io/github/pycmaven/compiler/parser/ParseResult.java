package io.github.pycmaven.compiler.parser;

import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.diagnostic.Diagnostic;
import java.util.List;

/** A tree, or the reason why there is none. */
public sealed interface ParseResult {
  /** What is doubtful about the source, in the order in which CPython says it. */
  List<Diagnostic> warnings();

  /** The source is valid Python, as far as the grammar knows. */
  record Parsed(Mod tree, List<Diagnostic> warnings) implements ParseResult {}

  /** The source is not valid. */
  record Rejected(Diagnostic error, List<Diagnostic> warnings) implements ParseResult {}
}
