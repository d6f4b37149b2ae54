package io.github.pycmaven.cache;

import io.github.pycmaven.compiler.CompileOptions;
import io.github.pycmaven.compiler.CompileResult;
import io.github.pycmaven.compiler.PythonCompiler;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Compiles sources in memory, for their diagnostics alone. */
public final class CheckEngine {
  private CheckEngine() {}

  /** Checks a selection for one release and level. */
  public static CheckReport check(
      SourceSelection selection, Release release, int level, int workers) {
    SourceWalker.Found found = SourceWalker.walk(selection);
    List<SourceFile> sources = found.sources();
    CheckOutcome[] outcomes = new CheckOutcome[sources.size()];
    Problem[] problems = new Problem[sources.size()];
    WorkerPool.run(
        workers,
        outcomes.length,
        i -> {
          SourceFile source = sources.get(i);
          try {
            byte[] bytes = Files.readAllBytes(source.path());
            outcomes[i] = check(source, bytes, CompileOptions.of(release, level));
          } catch (IOException e) {
            problems[i] = new Problem(source.given(), FileProblems.describe(e));
          }
        });
    List<CheckOutcome> checked = new ArrayList<>();
    List<Problem> unreadable = new ArrayList<>(found.problems());
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i] != null) {
        checked.add(outcomes[i]);
      } else {
        unreadable.add(problems[i]);
      }
    }
    return new CheckReport(checked, unreadable);
  }

  private static CheckOutcome check(SourceFile source, byte[] bytes, CompileOptions options) {
    String path = source.isNamed() ? source.given() : source.relative();
    CompileResult result = PythonCompiler.compile(SourceText.of(path, bytes), options);
    Diagnostic error = result instanceof CompileResult.Rejected rejected ? rejected.error() : null;
    return new CheckOutcome(path, error, result.warnings());
  }
}
