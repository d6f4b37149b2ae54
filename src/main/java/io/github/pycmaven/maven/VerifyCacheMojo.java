package io.github.pycmaven.maven;

import io.github.pycmaven.report.ReportFormat;
import io.github.pycmaven.report.Reports;
import io.github.pycmaven.verify.Finding;
import io.github.pycmaven.verify.Verifier;
import io.github.pycmaven.verify.VerifyReport;
import io.github.pycmaven.verify.VerifySettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
   * The project's archive, whose caches are verified too if it has been built.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "pyc.verifyArchive",
      defaultValue = "${project.build.directory}/${project.build.finalName}.jar")
  private File verifyArchive;

  /**
   * Reports to write, each as {@code FORMAT=FILE}: {@code json}, {@code sarif} or {@code junit}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.reports")
  private List<String> reports;

  /**
   * More folders, jars, zips and wheels to verify.
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
    if (verifyArchive != null && verifyArchive.isFile()) {
      paths.add(verifyArchive.toString());
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
    writeReports(report);
    if (!report.problems().isEmpty()) {
      MojoOutcome.trouble(report.problems().size() + " paths could not be verified");
    }
    if (!report.findings().isEmpty()) {
      MojoOutcome.failure(
          report.findings().size() + " findings among the caches; see the errors above");
    }
  }

  private void writeReports(VerifyReport report) throws MojoExecutionException {
    for (String text : reports == null ? List.<String>of() : reports) {
      int equals = text.indexOf('=');
      if (equals < 1 || equals + 1 == text.length()) {
        throw new MojoExecutionException("pyc.reports has FORMAT=FILE, not '" + text + "'");
      }
      Path file = base().resolve(text.substring(equals + 1));
      try {
        ReportFormat.of(text.substring(0, equals)).write(Reports.of(report), file);
      } catch (IllegalArgumentException e) {
        throw new MojoExecutionException("pyc.reports: " + e.getMessage());
      } catch (IOException e) {
        throw new MojoExecutionException("the report " + file + " cannot be written: " + e, e);
      }
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
