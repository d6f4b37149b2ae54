package io.github.pycmaven.maven;

import io.github.pycmaven.cache.Problem;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.diagnostic.DiagnosticRenderer;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Turns results into log lines and into Maven's two exceptions. */
final class MojoOutcome {
  private final Log log;

  MojoOutcome(Log log) {
    this.log = log;
  }

  /** Logs what could not be read or written. */
  void problems(List<Problem> problems) {
    problems.forEach(problem -> log.error(problem.toString()));
  }

  /**
   * The build cannot go on: files cannot be read or written.
   *
   * @throws MojoExecutionException always
   */
  static void trouble(String message) throws MojoExecutionException {
    throw new MojoExecutionException(message);
  }

  /**
   * The project is not as it should be: bad Python, or a bad cache.
   *
   * @throws MojoFailureException always
   */
  static void failure(String message) throws MojoFailureException {
    throw new MojoFailureException(message);
  }

  /** As Maven's compilers write it: file, line, column, message; below it the source line. */
  static String line(String path, Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder(path);
    if (diagnostic.lineno() != Diagnostic.NONE) {
      out.append(":[").append(diagnostic.lineno());
      if (diagnostic.offset() != Diagnostic.NONE) {
        out.append(',').append(diagnostic.offset());
      }
      out.append(']');
    }
    out.append(diagnostic.lineno() == Diagnostic.NONE ? ": " : " ");
    out.append(DiagnosticRenderer.summary(diagnostic));
    if (diagnostic.kind().isSyntaxError()) {
      String excerpt = DiagnosticRenderer.excerpt(diagnostic, "    ");
      if (!excerpt.isEmpty()) {
        out.append('\n').append(excerpt, 0, excerpt.length() - 1);
      }
    }
    return out.toString();
  }
}
