package io.github.pycmaven.maven;

import io.github.pycmaven.cache.CheckEngine;
import io.github.pycmaven.cache.CheckOutcome;
import io.github.pycmaven.cache.CheckReport;
import io.github.pycmaven.cache.SourceSelection;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.target.Release;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compiles Python sources in memory only, for their syntax errors and warnings.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", threadSafe = true, requiresProject = false)
public class CheckMojo extends AbstractPycMojo {
  /**
   * Skips this goal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.check.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The folder of the Python sources.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "pyc.sourceDirectory",
      defaultValue = "${basedir}/src/main/python",
      required = true)
  private File sourceDirectory;

  /**
   * Ant patterns of the sources to check; all by default.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.includes")
  private List<String> includes;

  /**
   * Ant patterns of sources to leave out.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.excludes")
  private List<String> excludes;

  /**
   * Whether a warning about a source fails the build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.failOnWarning", defaultValue = "false")
  private boolean failOnWarning;

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    if (!sourceDirectory.exists()) {
      getLog().info("no Python sources: " + shown(sourceDirectory.toPath()) + " does not exist");
      return;
    }
    SourceSelection selection =
        new SourceSelection(
            List.of(sourceDirectory.toString()),
            SourceSelection.UNLIMITED,
            null,
            null,
            new AntPatterns(includes, excludes));
    int errors = 0;
    int warnings = 0;
    for (Release release : releases()) {
      CheckReport report = CheckEngine.check(selection, release, 0, workers());
      new MojoOutcome(getLog()).problems(report.problems());
      if (!report.problems().isEmpty()) {
        MojoOutcome.trouble(report.problems().size() + " files or folders could not be read");
      }
      for (CheckOutcome outcome : report.outcomes()) {
        String path = shown(sourceDirectory.toPath().resolve(Path.of(outcome.path())));
        for (Diagnostic warning : outcome.warnings()) {
          getLog().warn(MojoOutcome.line(path, warning));
          warnings++;
        }
        if (outcome.error() != null) {
          getLog().error(MojoOutcome.line(path, outcome.error()));
          errors++;
        }
      }
      getLog().info(report.outcomes().size() + " sources checked for CPython " + release.label());
    }
    if (errors > 0) {
      MojoOutcome.failure(errors + " sources do not compile; see the errors above");
    }
    if (warnings > 0 && failOnWarning) {
      MojoOutcome.failure(warnings + " warnings, and pyc.failOnWarning is set");
    }
  }
}
