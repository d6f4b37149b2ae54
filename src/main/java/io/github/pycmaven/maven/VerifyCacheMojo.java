package io.github.pycmaven.maven;

import io.github.pycmaven.verify.Finding;
import io.github.pycmaven.verify.Verifier;
import io.github.pycmaven.verify.VerifyReport;
import io.github.pycmaven.verify.VerifySettings;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build on a cache that is stale, missing, orphaned or corrupt, or that is not the
 * compilation of its source.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "verify-cache",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresProject = false)
public class VerifyCacheMojo extends AbstractPycMojo {
  /**
   * Skips this goal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.verify-cache.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The folder whose caches are verified.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "pyc.verifyDirectory",
      defaultValue = "${project.build.outputDirectory}",
      required = true)
  private File verifyDirectory;

  /**
   * More folders to verify.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.verifyPaths")
  private List<File> verifyPaths;

  /**
   * Against what caches are verified: {@code source} compiles the source again and compares the
   * code, {@code header} reads headers only.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.against", defaultValue = "source")
  private String against;

  /**
   * Accepts code that differs from the compilation of its source in line tables only.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.allowLineTables", defaultValue = "false")
  private boolean allowLineTables;

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    if (!against.equals("source") && !against.equals("header")) {
      throw new MojoExecutionException("pyc.against is source or header, not '" + against + "'");
    }
    List<String> paths = new ArrayList<>();
    if (verifyDirectory.exists()) {
      paths.add(verifyDirectory.toString());
    }
    if (verifyPaths != null) {
      verifyPaths.forEach(path -> paths.add(path.toString()));
    }
    if (paths.isEmpty()) {
      getLog().info("nothing to verify: " + shown(verifyDirectory.toPath()) + " does not exist");
      return;
    }
    VerifyReport report =
        Verifier.verify(
            paths,
            new VerifySettings(targets(), against.equals("source"), allowLineTables, workers()));
    new MojoOutcome(getLog()).problems(report.problems());
    report.notes().forEach(note -> getLog().info(note));
    for (Finding finding : report.findings()) {
      getLog().error(finding.toString());
    }
    getLog().info(summary(report));
    if (!report.problems().isEmpty()) {
      MojoOutcome.trouble(report.problems().size() + " paths could not be verified");
    }
    if (!report.findings().isEmpty()) {
      MojoOutcome.failure(
          report.findings().size() + " findings among the caches; see the errors above");
    }
  }

  private static String summary(VerifyReport report) {
    return String.format(
        Locale.ROOT,
        "%,d caches of %,d sources verified in %.1f s: %d findings",
        report.caches(),
        report.sources().size(),
        report.elapsed().toNanos() / 1e9,
        report.findings().size());
  }
}
