package io.github.pycmaven.maven;

import io.github.pycmaven.artifact.EntrySpec;
import io.github.pycmaven.artifact.PackagingException;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Runs a program of the project on the virtual machine, from the caches in {@code target/classes},
 * in a process of its own; the project's Java classes and dependencies are on its class path.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "run",
    threadSafe = true,
    requiresDirectInvocation = false,
    requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class RunMojo extends AbstractRuntimeMojo {
  /**
   * Skips this goal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.run.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The program: a script ({@code main.py}), a module ({@code package.module}) or a function
   * ({@code package.module:function}).
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.main", required = true)
  private String main;

  /**
   * The program's arguments.
   *
   * @since 0.1.0
   */
  @Parameter private List<String> arguments;

  /**
   * The program's arguments in one line, with blanks between them; they come after {@code
   * arguments}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.args")
  private String commandLineArguments;

  /**
   * Whether the program gets a process of its own. In Maven's process it starts a little sooner;
   * there it has no {@code environment}, {@code jvmArguments} or {@code workingDirectory}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.fork", defaultValue = "true")
  private boolean fork;

  /**
   * Options for the Java that runs the program.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.jvmArguments")
  private List<String> jvmArguments;

  /**
   * Variables that the program finds in its environment, beside those of Maven's.
   *
   * @since 0.1.0
   */
  @Parameter private Map<String, String> environment;

  /**
   * The folder that the program starts in.
   *
   * @since 0.1.0
   */
  @Parameter(property = "pyc.workingDirectory", defaultValue = "${basedir}")
  private File workingDirectory;

  @Parameter(defaultValue = "${basedir}/src/main/python", property = "pyc.sourceDirectory")
  private File sourceDirectory;

  @Parameter(defaultValue = "${project.build.outputDirectory}", property = "pyc.outputDirectory")
  private File outputDirectory;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    EntrySpec entry;
    try {
      entry = EntrySpec.of(main);
    } catch (PackagingException e) {
      throw new MojoExecutionException("pyc.main: " + e.getMessage());
    }
    Path root = root(entry);
    int code = fork ? fork(entry, root) : runInside(entry, root);
    if (code != 0) {
      throw new MojoFailureException(main + " ended with exit code " + code);
    }
  }

  private int fork(EntrySpec entry, Path root) throws MojoExecutionException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command(entry, root));
      builder.directory(workingDirectory).inheritIO();
      builder.environment().put("PYTHONPATH", String.join(File.pathSeparator, pythonPath(root)));
      if (environment != null) {
        builder.environment().putAll(environment);
      }
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new MojoExecutionException("the program cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted", e);
    }
  }

  /**
   * Runs the program in this process: the runtime jar's own interface for that, in a class loader
   * with the project's classes.
   */
  private int runInside(EntrySpec entry, Path root) throws MojoExecutionException {
    List<URL> urls = new ArrayList<>();
    try {
      for (String place : classPath()) {
        urls.add(Path.of(place).toUri().toURL());
      }
      try (URLClassLoader loader =
          new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
        return runInside(entry, root, loader);
      }
    } catch (IOException e) {
      throw new MojoExecutionException("the class path cannot be used: " + e, e);
    } catch (ReflectiveOperationException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new MojoExecutionException("the program cannot be run: " + cause, e);
    }
  }

  private int runInside(EntrySpec entry, Path root, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> type = loader.loadClass("io.github.pycmaven.embed.PythonVm");
    Object builder = type.getMethod("builder").invoke(null);
    Class<?> builderType = builder.getClass();
    for (String place : pythonPath(root)) {
      builderType.getMethod("path", Path.class).invoke(builder, Path.of(place));
    }
    builderType.getMethod("classLoader", ClassLoader.class).invoke(builder, loader);
    String[] words = programArguments().toArray(new String[0]);
    try (AutoCloseable vm = (AutoCloseable) builderType.getMethod("build").invoke(builder)) {
      switch (entry.kind()) {
        case "script":
          return (int)
              type.getMethod("runScript", Path.class, String[].class)
                  .invoke(vm, root.resolve(entry.subject()), words);
        case "module":
          return (int)
              type.getMethod("runModule", String.class, String[].class)
                  .invoke(vm, entry.subject(), words);
        default:
          return (int)
              type.getMethod("runCode", String.class, String[].class)
                  .invoke(vm, callOf(entry), words);
      }
    } catch (ReflectiveOperationException e) {
      throw e;
    } catch (Exception e) {
      throw new InvocationTargetException(e);
    }
  }

  /** The folder that the program is in: the output, else the sources. */
  private Path root(EntrySpec entry) throws MojoExecutionException {
    for (File folder : new File[] {outputDirectory, sourceDirectory}) {
      String path =
          entry.kind().equals("script") ? entry.subject() : entry.subject().replace('.', '/');
      Path place = folder.toPath().resolve(path);
      if (Files.exists(place) || Files.exists(place.resolveSibling(place.getFileName() + ".py"))) {
        return folder.toPath();
      }
    }
    throw new MojoExecutionException(
        "there is no "
            + entry.subject()
            + " in "
            + shown(outputDirectory.toPath())
            + " or "
            + shown(sourceDirectory.toPath()));
  }

  private List<String> command(EntrySpec entry, Path root) throws MojoExecutionException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (jvmArguments != null) {
      command.addAll(jvmArguments);
    }
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath())));
    command.add("io.github.pycmaven.vm.Main");
    switch (entry.kind()) {
      case "script":
        command.add(root.resolve(entry.subject()).toString());
        break;
      case "module":
        command.addAll(List.of("-P", "-m", entry.subject()));
        break;
      default:
        command.addAll(List.of("-P", "-c", callOf(entry)));
        break;
    }
    command.addAll(programArguments());
    return command;
  }

  /** The runtime, the project's classes, and what it depends on. */
  private List<String> classPath() throws MojoExecutionException {
    List<String> classPath = new ArrayList<>();
    classPath.add(runtimeJar().toString());
    classPath.add(outputDirectory + File.separator);
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getFile() != null) {
        classPath.add(artifact.getFile().toString());
      }
    }
    return classPath;
  }

  /** What the start scripts of installed packages do. */
  private static String callOf(EntrySpec entry) {
    String first = entry.function().replaceFirst("\\..*", "");
    return "import sys\nfrom "
        + entry.subject()
        + " import "
        + first
        + "\nsys.exit("
        + entry.function()
        + "())";
  }

  private List<String> programArguments() {
    List<String> words = new ArrayList<>(arguments == null ? List.of() : arguments);
    if (commandLineArguments != null && !commandLineArguments.isBlank()) {
      words.addAll(List.of(commandLineArguments.strip().split("\\s+")));
    }
    return words;
  }

  /** Where modules are looked for: the project's own folder, what it depends on, and the user's. */
  private List<String> pythonPath(Path root) {
    List<String> path = new ArrayList<>();
    path.add(root.toAbsolutePath().toString());
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getFile() != null) {
        path.add(artifact.getFile().getAbsolutePath());
      }
    }
    String users = System.getenv("PYTHONPATH");
    if (users != null && !users.isEmpty()) {
      path.add(users);
    }
    return path;
  }
}
