package io.github.pycmaven.maven;

import io.github.pycmaven.cache.CompileEngine;
import io.github.pycmaven.cache.CompileReport;
import io.github.pycmaven.cache.CompileSettings;
import io.github.pycmaven.cache.Problem;
import io.github.pycmaven.cache.ProgressListener;
import io.github.pycmaven.cache.RecordedNames;
import io.github.pycmaven.cache.ResourceCopy;
import io.github.pycmaven.cache.SourceFile;
import io.github.pycmaven.cache.SourceOutcome;
import io.github.pycmaven.cache.SourceSelection;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.target.Release;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Compiles Python sources into CPython's bytecode caches, {@code __pycache__/NAME.cpython-314.pyc},
 * without any Python. All sources are compiled before the build fails, so one run shows every
 * error.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "compileall",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    threadSafe = true,
    requiresProject = false)
public class CompileAllMojo extends AbstractPycMojo {
  /**
   * Skips this goal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.compileall.skip", defaultValue = "false")
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
   * More folders and files to compile, beside {@code sourceDirectory}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.paths")
  private List<File> paths;

  /**
   * The folder that caches are written to, with the sources copied along.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "pyc.outputDirectory",
      defaultValue = "${project.build.outputDirectory}",
      required = true)
  private File outputDirectory;

  /**
   * Writes caches beside the sources instead of into {@code outputDirectory}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.inPlace", defaultValue = "false")
  private boolean inPlace;

  /**
   * Copies the sources to {@code outputDirectory}, where the caches need them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.copySources", defaultValue = "true")
  private boolean copySources;

  /**
   * Copies the other files of {@code sourceDirectory} to {@code outputDirectory} too: the data
   * files of packages. Hidden files are left out.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.copyResources", defaultValue = "true")
  private boolean copyResources;

  /**
   * Ant patterns of the sources to compile; all by default.
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
   * A regular expression; sources in whose path it is found are left out.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.excludeRegex")
  private String excludeRegex;

  /**
   * A file that lists more paths to compile, one a line.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.fileList")
  private File fileList;

  /**
   * How many levels of folders are entered; all by default.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.recursionDepth", defaultValue = "2147483647")
  private int recursionDepth;

  /**
   * The optimization levels: 0, 1 (no asserts), 2 (no docstrings either).
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.optimize", defaultValue = "0")
  private List<Integer> optimize;

  /**
   * By what a cache tells that its source has changed: {@code timestamp}, {@code checked-hash} or
   * {@code unchecked-hash}. By default {@code timestamp} in place and {@code checked-hash}
   * elsewhere, since dates do not survive packaging; and {@code checked-hash} everywhere if {@code
   * project.build.outputTimestamp} or {@code SOURCE_DATE_EPOCH} is set.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.invalidationMode")
  private String invalidationMode;

  @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
  private String outputTimestamp;

  /**
   * Compiles even what is up to date.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.force", defaultValue = "false")
  private boolean force;

  /**
   * Writes {@code m.pyc} beside {@code m.py} instead of into {@code __pycache__}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.legacy", defaultValue = "false")
  private boolean legacy;

  /**
   * Makes equal caches of several levels links to one file.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.hardlinkDuplicates", defaultValue = "false")
  private boolean hardlinkDuplicates;

  /**
   * What is taken from the beginning of the names that caches record; these are relative to the
   * source folder.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.stripDirectory")
  private String stripDirectory;

  /**
   * What is put at the beginning of the names that caches record.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.prependDirectory")
  private String prependDirectory;

  /**
   * Links to files outside of this folder are left out.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.symlinkLimit")
  private File symlinkLimit;

  /**
   * Whether a source that does not compile fails the build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.failOnError", defaultValue = "true")
  private boolean failOnError;

  /**
   * Whether a warning about a source fails the build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.failOnWarning", defaultValue = "false")
  private boolean failOnWarning;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  private File buildDirectory;

  @Parameter(defaultValue = "${plugin}", readonly = true)
  private PluginDescriptor plugin;

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    List<String> wanted = wantedPaths();
    if (wanted.isEmpty()) {
      getLog().info("no Python sources: " + shown(sourceDirectory.toPath()) + " does not exist");
      return;
    }
    boolean hasProject = project != null && project.getFile() != null;
    PluginStamp stamp =
        new PluginStamp(
            hasProject ? buildDirectory.toPath() : null,
            plugin == null ? "unknown" : plugin.getVersion());
    if (stamp.isOther()) {
      getLog().info("the caches were written by another version of this plugin; compiling all");
    }
    CompileSettings settings = settings(stamp.isOther());
    CompileReport report = CompileEngine.compile(selection(wanted), settings, progress());
    copyResources();
    int warnings = log(report) + warnOfLeaks(report, settings);
    getLog().info(summary(report, settings));
    try {
      stamp.write();
    } catch (IOException e) {
      getLog().warn("cannot remember which plugin wrote the caches: " + e);
    }
    conclude(report, warnings);
  }

  private void copyResources() throws MojoExecutionException {
    if (!copyResources || !copySources || inPlace || !sourceDirectory.isDirectory()) {
      return;
    }
    try {
      int copied =
          ResourceCopy.copy(
              sourceDirectory.toPath(), outputDirectory.toPath(), new AntPatterns(null, excludes));
      if (copied > 0) {
        getLog().info(copied + " other files copied");
      }
    } catch (IOException e) {
      throw new MojoExecutionException("the other files cannot be copied: " + e, e);
    }
  }

  private List<String> wantedPaths() throws MojoExecutionException {
    List<String> wanted = new ArrayList<>();
    boolean isDefault =
        sourceDirectory.toPath().equals(base().resolve("src/main/python").toAbsolutePath());
    if (sourceDirectory.exists() || !isDefault) {
      wanted.add(sourceDirectory.toString());
    }
    if (paths != null) {
      paths.forEach(path -> wanted.add(path.toString()));
    }
    if (fileList != null) {
      try {
        wanted.addAll(Files.readAllLines(fileList.toPath()));
      } catch (IOException e) {
        throw new MojoExecutionException("the list " + fileList + " cannot be read: " + e, e);
      }
    }
    return wanted;
  }

  private SourceSelection selection(List<String> wanted) throws MojoExecutionException {
    Pattern exclude = null;
    if (excludeRegex != null) {
      try {
        exclude = Pattern.compile(excludeRegex);
      } catch (PatternSyntaxException e) {
        throw new MojoExecutionException("pyc.excludeRegex: " + e.getMessage(), e);
      }
    }
    Path limit = symlinkLimit == null ? null : symlinkLimit.toPath();
    return new SourceSelection(
        wanted, recursionDepth, exclude, limit, new AntPatterns(includes, excludes));
  }

  private CompileSettings settings(boolean others) throws MojoExecutionException {
    List<Release> releases = releases();
    try {
      return new CompileSettings(
          releases,
          List.copyOf(new TreeSet<>(levels())),
          mode(),
          inPlace ? null : outputDirectory.toPath(),
          copySources,
          legacy,
          force || others,
          hardlinkDuplicates,
          new RecordedNames(true, stripDirectory, prependDirectory, null),
          workers());
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private List<Integer> levels() throws MojoExecutionException {
    for (int level : optimize) {
      if (level < 0 || level > 2) {
        throw new MojoExecutionException("pyc.optimize: level " + level + " is not 0, 1 or 2");
      }
    }
    return optimize;
  }

  private InvalidationMode mode() {
    if (invalidationMode != null) {
      return InvalidationMode.of(invalidationMode.replace('_', '-'));
    }
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    boolean reproducible =
        outputTimestamp != null && outputTimestamp.length() > 1
            || epoch != null && !epoch.isEmpty();
    return inPlace && !reproducible ? InvalidationMode.TIMESTAMP : InvalidationMode.CHECKED_HASH;
  }

  /** A line now and then where a run takes long. */
  private ProgressListener progress() {
    long[] last = {System.nanoTime()};
    return (outcome, done, total) -> {
      if (getLog().isDebugEnabled()) {
        getLog().debug(outcome.source().given() + ": " + outcome.written() + " written");
      }
      if (System.nanoTime() - last[0] > 5_000_000_000L) {
        last[0] = System.nanoTime();
        getLog().info("compiled " + done + " of " + total + " sources");
      }
    };
  }

  private int log(CompileReport report) {
    MojoOutcome outcome = new MojoOutcome(getLog());
    outcome.problems(report.problems());
    int warnings = 0;
    for (SourceOutcome source : report.outcomes()) {
      String path = shown(source.source().path());
      for (Diagnostic warning : source.warnings()) {
        getLog().warn(MojoOutcome.line(path, warning));
        warnings++;
      }
      for (SourceOutcome.Rejection rejection : source.rejections()) {
        String line = MojoOutcome.line(path, rejection.error());
        if (failOnError) {
          getLog().error(line);
        } else {
          getLog().warn(line);
        }
      }
      if (source.problem() != null) {
        outcome.problems(List.of(new Problem(path, source.problem().message())));
      }
    }
    return warnings;
  }

  /** Says once that caches record where they were built: that differs from machine to machine. */
  private int warnOfLeaks(CompileReport report, CompileSettings settings) {
    SourceFile first = null;
    int count = 0;
    for (SourceOutcome outcome : report.outcomes()) {
      if (settings.names().leaksPlaceOf(outcome.source())) {
        first = first == null ? outcome.source() : first;
        count++;
      }
    }
    if (first == null) {
      return 0;
    }
    getLog()
        .warn(
            String.format(
                Locale.ROOT,
                "%,d caches record the path of the build, such as %s; see pyc.stripDirectory",
                count,
                settings.names().of(first)));
    return 1;
  }

  private static String summary(CompileReport report, CompileSettings settings) {
    StringBuilder versions = new StringBuilder();
    settings
        .releases()
        .forEach(r -> versions.append(versions.length() > 0 ? ", " : "").append(r.label()));
    return String.format(
        Locale.ROOT,
        "%,d sources for CPython %s: %,d caches written, %,d up to date, %,d rejected, in %.1f s",
        report.outcomes().size(),
        versions,
        report.written(),
        report.upToDate(),
        report.rejected(),
        report.elapsed().toNanos() / 1e9);
  }

  private void conclude(CompileReport report, int warnings)
      throws MojoExecutionException, MojoFailureException {
    if (report.failed() > 0) {
      MojoOutcome.trouble(report.failed() + " files or folders could not be read or written");
    }
    if (report.rejected() > 0 && failOnError) {
      MojoOutcome.failure(report.rejected() + " sources do not compile; see the errors above");
    }
    if (warnings > 0 && failOnWarning) {
      MojoOutcome.failure(warnings + " warnings, and pyc.failOnWarning is set");
    }
  }
}
