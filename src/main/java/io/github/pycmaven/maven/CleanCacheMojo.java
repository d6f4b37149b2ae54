package io.github.pycmaven.maven;

import io.github.pycmaven.cache.CleanReport;
import io.github.pycmaven.cache.CleanSettings;
import io.github.pycmaven.cache.Cleaner;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Removes bytecode caches and the {@code __pycache__} folders that are empty afterwards; never
 * another file, never outside of the given folders, never through a link.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "clean-cache",
    defaultPhase = LifecyclePhase.CLEAN,
    threadSafe = true,
    requiresProject = false)
public class CleanCacheMojo extends AbstractPycMojo {
  /**
   * Skips this goal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.clean-cache.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${basedir}/src/main/python", property = "pyc.sourceDirectory")
  private File sourceDirectory;

  @Parameter(defaultValue = "${project.build.outputDirectory}", property = "pyc.outputDirectory")
  private File outputDirectory;

  /**
   * The folders to clean; by default those of the sources and of the output.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.cleanPaths")
  private List<File> cleanPaths;

  /**
   * Removes only caches whose source is gone.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.orphans", defaultValue = "false")
  private boolean orphans;

  /**
   * Logs what would be removed, and removes nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * Cleans even the root of the file system, the home folder and folders above the project.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.clean-cache.force", defaultValue = "false")
  private boolean force;

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  void run() throws MojoExecutionException {
    Set<String> paths = new LinkedHashSet<>();
    if (cleanPaths != null && !cleanPaths.isEmpty()) {
      cleanPaths.forEach(path -> paths.add(path.toString()));
    } else {
      for (File folder : new File[] {sourceDirectory, outputDirectory}) {
        if (folder != null && folder.isDirectory()) {
          paths.add(folder.toString());
        }
      }
    }
    CleanReport report =
        Cleaner.clean(
            new ArrayList<>(paths), new CleanSettings(targets(), orphans, dryRun, force, base()));
    new MojoOutcome(getLog()).problems(report.problems());
    if (dryRun) {
      report.removed().forEach(path -> getLog().info("would remove " + path));
      report.folders().forEach(path -> getLog().info("would remove " + path));
    }
    getLog()
        .info(
            String.format(
                Locale.ROOT,
                "%,d files (%,d bytes) and %,d folders %s",
                report.removed().size(),
                report.bytes(),
                report.folders().size(),
                dryRun ? "would be removed" : "removed"));
    if (!report.problems().isEmpty()) {
      MojoOutcome.trouble(report.problems().size() + " files or folders could not be cleaned");
    }
  }
}
