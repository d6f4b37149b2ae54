package io.github.pycmaven.compiler;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.diagnostic.Diagnostic;
import java.util.List;

/** What became of a source: code, or the reason why there is none. */
public sealed interface CompileResult {
  /** What is doubtful about the source, in the order in which CPython says it. */
  List<Diagnostic> warnings();

  /** The source compiled. */
  record Compiled(CodeObject code, List<Diagnostic> warnings) implements CompileResult {}

  /** The source is rejected as CPython rejects it. */
  record Rejected(Diagnostic error, List<Diagnostic> warnings) implements CompileResult {}
}
