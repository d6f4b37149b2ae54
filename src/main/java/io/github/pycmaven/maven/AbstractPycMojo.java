package io.github.pycmaven.maven;

import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common. */
abstract class AbstractPycMojo extends AbstractMojo {
  /**
   * Skips all goals of this plugin.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.skip", defaultValue = "false")
  private boolean skipAll;

  /**
   * The CPython versions to work for, such as {@code 3.14}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.targets")
  private List<String> targets;

  /**
   * How many sources are worked on at a time; 0 is one for each processor.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.workers", defaultValue = "0")
  private int workers;

  @Parameter(defaultValue = "${basedir}", readonly = true)
  private File basedir;

  /** The goal's own switch. */
  abstract boolean isSkipped();

  /** What the goal does. */
  abstract void run() throws MojoExecutionException, MojoFailureException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skipAll || isSkipped()) {
      getLog().info("skipped");
      return;
    }
    run();
  }

  final int workers() {
    return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
  }

  /** The configured versions; empty if none are. */
  final List<PythonVersion> targets() throws MojoExecutionException {
    List<PythonVersion> versions = new ArrayList<>();
    if (targets != null) {
      for (String text : targets) {
        PythonVersion version = release(text.strip()).version();
        if (!versions.contains(version)) {
          versions.add(version);
        }
      }
    }
    return versions;
  }

  /** The configured releases, or the default one if none are. */
  final List<Release> releases() throws MojoExecutionException {
    if (targets == null || targets.isEmpty()) {
      return List.of(Release.defaultOf(PythonVersion.DEFAULT));
    }
    List<Release> releases = new ArrayList<>();
    for (String text : targets) {
      Release release = release(text.strip());
      if (!releases.contains(release)) {
        releases.add(release);
      }
    }
    return releases;
  }

  private static Release release(String text) throws MojoExecutionException {
    try {
      return Release.of(text);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(
          e.getMessage() + "; set pyc.targets to versions like 3.14 or releases like 3.14.3");
    }
  }

  final Path base() {
    return basedir == null ? Path.of("").toAbsolutePath() : basedir.toPath();
  }

  /** A path for people: below the project's folder if it lies there. */
  final String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path base = base().toAbsolutePath().normalize();
    return absolute.startsWith(base) ? base.relativize(absolute).toString() : path.toString();
  }
}
