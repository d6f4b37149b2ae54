package io.github.pycmaven.maven;

import io.github.pycmaven.artifact.EntrySpec;
import io.github.pycmaven.artifact.ExecutableJar;
import io.github.pycmaven.artifact.PackagingException;
import io.github.pycmaven.artifact.StartScript;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Makes the project's jar executable: {@code java -jar} runs its Python, from caches, without
 * Python. The virtual machine and the part of the library that the program needs come with it, and
 * what the project depends on. The jar that was there is kept as {@code NAME.jar.original}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "repackage",
    defaultPhase = LifecyclePhase.PACKAGE,
    threadSafe = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME)
public class RepackageMojo extends AbstractRuntimeMojo {
  /**
   * Skips this goal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.repackage.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The program to start: a script ({@code main.py}), a module ({@code package.module}) or a
   * function ({@code package.module:function}).
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.main")
  private String main;

  /**
   * More programs by their names, each written as {@code main} is; {@code java -Dpyc.entry=NAME
   * -jar} starts them. Without {@code main} the first one is the default.
   *
   * @since 0.1.0
   */
  @Parameter private Map<String, String> entryPoints;

  /**
   * Wheels and folders of Python packages to put in. They must be pure Python.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.pythonDependencies")
  private List<File> pythonDependencies;

  /**
   * Which part of Python's library is packed: {@code used}, what the program imports and what that
   * imports, or {@code all}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.library", defaultValue = "used")
  private String library;

  /**
   * Modules of the library to pack in any case: those that the program loads by a computed name.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.libraryIncludes")
  private List<String> libraryIncludes;

  /**
   * The optimization level that the program runs at: 0, 1 (no asserts) or 2 (no docstrings either).
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.runOptimize", defaultValue = "0")
  private int runOptimize;

  /**
   * Leaves the sources out: caches stand in their places.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.sourceless", defaultValue = "false")
  private boolean sourceless;

  /**
   * Gives the executable jar this classifier and leaves the project's jar as it is.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.classifier")
  private String classifier;

  /**
   * Writes {@code bin/NAME} for each entry point: a start script that makes and uses a class-data
   * archive.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.startScripts", defaultValue = "false")
  private boolean startScripts;

  @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
  private String outputTimestamp;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  private File buildDirectory;

  @Parameter(defaultValue = "${project.build.finalName}", readonly = true)
  private String finalName;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  @Component private MavenProjectHelper projectHelper;

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    File jar = project.getArtifact().getFile();
    if (jar == null || !jar.isFile()) {
      throw new MojoExecutionException(
          "there is no jar to make executable; bind this goal to the phase package of a project"
              + " with packaging jar");
    }
    try {
      repackage(jar.toPath());
    } catch (PackagingException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("the executable jar cannot be made: " + e, e);
    }
  }

  private void repackage(Path jar) throws IOException, PackagingException, MojoExecutionException {
    boolean isAttached = classifier != null && !classifier.isEmpty();
    Path original = isAttached ? jar : jar.resolveSibling(jar.getFileName() + ".original");
    if (!isAttached && !ExecutableJar.isOne(jar)) {
      Files.copy(jar, original, StandardCopyOption.REPLACE_EXISTING);
    } else if (!Files.isRegularFile(original)) {
      throw new MojoExecutionException(
          jar + " is an executable jar already, and " + original + " is gone; run clean");
    }
    Path target =
        isAttached ? buildDirectory.toPath().resolve(finalName + "-" + classifier + ".jar") : jar;
    Map<String, EntrySpec> entries = entries();
    String first = entries.isEmpty() ? "main" : entries.keySet().iterator().next();
    ExecutableJar.Result result =
        ExecutableJar.write(
            new ExecutableJar.Plan(
                original,
                runtimeJar(),
                dependencies(),
                entries,
                first,
                isWhole(),
                libraryIncludes == null ? List.of() : libraryIncludes,
                runOptimize,
                sourceless,
                date()),
            target);
    result.warnings().forEach(getLog()::warn);
    if (isAttached) {
      projectHelper.attachArtifact(project, "jar", classifier, target.toFile());
    }
    if (startScripts) {
      for (String name : entries.keySet()) {
        StartScript.write(buildDirectory.toPath().resolve("bin"), name, target, name.equals(first));
      }
    }
    getLog()
        .info(
            String.format(
                Locale.ROOT,
                "%s: %,d modules (%,d compiled here), %,d modules of the library, %.1f MB",
                shown(target),
                result.modules(),
                result.compiled(),
                result.libraryModules(),
                result.bytes() / 1e6));
  }

  private Map<String, EntrySpec> entries() throws PackagingException {
    Map<String, EntrySpec> entries = new LinkedHashMap<>();
    if (main != null && !main.isBlank()) {
      entries.put("main", EntrySpec.of(main));
    }
    if (entryPoints != null) {
      for (Map.Entry<String, String> entry : entryPoints.entrySet()) {
        entries.put(entry.getKey(), EntrySpec.of(entry.getValue()));
      }
    }
    return entries;
  }

  private boolean isWhole() throws MojoExecutionException {
    if (!library.equals("used") && !library.equals("all")) {
      throw new MojoExecutionException("pyc.library is used or all, not '" + library + "'");
    }
    return library.equals("all");
  }

  private List<Path> dependencies() {
    List<Path> paths = new ArrayList<>();
    if (pythonDependencies != null) {
      pythonDependencies.forEach(file -> paths.add(file.toPath()));
    }
    for (Artifact artifact : project.getArtifacts()) {
      String scope = artifact.getScope();
      boolean isWanted =
          Artifact.SCOPE_COMPILE.equals(scope) || Artifact.SCOPE_RUNTIME.equals(scope);
      if (isWanted && artifact.getFile() != null) {
        paths.add(artifact.getFile().toPath());
      }
    }
    return paths;
  }

  private LocalDateTime date() throws MojoExecutionException {
    try {
      return EntryDate.of(outputTimestamp);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("project.build.outputTimestamp: " + e.getMessage());
    }
  }
}
