package io.github.pycmaven.maven;

import io.github.pycmaven.cache.Disassembly;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.target.PythonVersion;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Disassembles a cache of any known version, or a source.
 *
 * @since 0.1.0
 */
@Mojo(name = "dis", threadSafe = true, requiresProject = false)
public class DisMojo extends AbstractPycMojo {
  /**
   * Skips this goal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.dis.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The {@code .pyc} or {@code .py} file.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.file", required = true)
  private File file;

  /**
   * The optimization level for a source: 0, 1 or 2.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.dis.optimize", defaultValue = "0")
  private int optimize;

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    List<PythonVersion> versions = targets();
    PythonVersion version = versions.isEmpty() ? PythonVersion.DEFAULT : versions.get(0);
    try {
      Disassembly listing = Disassembly.of(file.toPath(), version, optimize);
      if (listing.error() != null) {
        MojoOutcome.failure(MojoOutcome.line(shown(file.toPath()), listing.error()));
      }
      listing.text().lines().forEach(getLog()::info);
    } catch (PycFormatException e) {
      MojoOutcome.failure(shown(file.toPath()) + ": " + e.getMessage());
    } catch (IOException e) {
      throw new MojoExecutionException(file + " cannot be read: " + e, e);
    }
  }
}
