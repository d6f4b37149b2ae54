package io.github.pycmaven.vm;

import io.github.pycmaven.vm.compile.CaretAnchors;
import io.github.pycmaven.vm.compile.SourceCompilation;
import io.github.pycmaven.vm.compile.TokenTuples;
import io.github.pycmaven.vm.module.builtins.Execution;
import io.github.pycmaven.vm.module.imp.PyResourceImporter;
import io.github.pycmaven.vm.module.sys.TracebackText;
import io.github.pycmaven.vm.module.tokenize.TokenizeModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code run}: {@code python3.14} on this virtual machine. */
public final class Main {
  /** Room for the deepest recursion that programs usually allow themselves. */
  private static final long STACK = 1L << 30;

  private Main() {}

  /** Runs a program and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    launch(args, null);
  }

  /**
   * Runs a program and ends the process.
   *
   * @param application what the jar itself says is to be run, or null
   */
  static void launch(String[] args, Application application) throws InterruptedException {
    Run run = new Run(args, application);
    Thread t = new Thread(null, run, "main", STACK);
    t.start();
    t.join();
    Runtime.getRuntime().halt(run.code);
  }

  /** A class, not a lambda: the first lambda of a process costs it some twenty milliseconds. */
  private static final class Run implements Runnable {
    private final String[] args;
    private final Application application;
    private int code;

    Run(String[] args, Application application) {
      this.args = args;
      this.application = application;
    }

    @Override
    public void run() {
      code = Main.run(args, application);
    }
  }

  private static int run(String[] args, Application application) {
    CommandLine line;
    try {
      line = CommandLine.parse(args, System.getenv());
    } catch (CommandLine.WrongUse e) {
      System.err.print(e.getMessage());
      System.err.flush();
      return 2;
    }
    if (line.kind == CommandLine.Kind.VERSION) {
      System.out.println("Python " + PythonVm.VERSION);
      return 0;
    }
    if (line.kind == CommandLine.Kind.HELP) {
      System.out.print(CommandLine.help());
      return 0;
    }
    if (!Library.isThere()) {
      System.err.println(
          "pyc: " + Library.place() + " is missing: this jar holds no Python library");
      System.err.flush();
      return 2;
    }
    if (application != null) {
      line.run(application);
      String place = Library.placeOf(application.folder()).toString();
      PyResourceImporter.installApplication(place, application.folder(), application.optimize());
      line.flags.optimize = Math.max(line.flags.optimize, application.optimize());
    }
    SourceCompilation compiler = new SourceCompilation(Math.min(line.flags.optimize, 2));
    Execution.setCompiler(compiler);
    TokenizeModule.setSource(new TokenTuples());
    TracebackText.setAnchors(new CaretAnchors());
    if (line.kind == CommandLine.Kind.COMMAND) {
      TracebackText.register("<string>", line.subject);
    }
    return new Program(new PythonVm(options(line, args)), line, compiler).run();
  }

  private static VmOptions options(CommandLine line, String[] args) {
    List<String> path = new ArrayList<>();
    if (!line.flags.safePath || line.kind == CommandLine.Kind.APPLICATION) {
      String first = firstPath(line);
      if (first != null) {
        path.add(first);
      }
    }
    path.addAll(line.pathVariable());
    List<String> argv = new ArrayList<>();
    argv.add(
        line.kind == CommandLine.Kind.COMMAND
            ? "-c"
            : line.kind == CommandLine.Kind.MODULE ? "-m" : line.subject);
    argv.addAll(line.rest);
    List<String> original = new ArrayList<>();
    original.add(PythonVm.EXECUTABLE);
    original.addAll(List.of(args));
    return new VmOptions(
        Library.place(),
        path,
        argv,
        original,
        line.flags,
        line.checkHashBasedPycs,
        line.cachePrefix,
        line.warnings,
        line.extra,
        line.kind == CommandLine.Kind.APPLICATION);
  }

  /** What {@code sys.path} begins with, null for a folder or archive, which is put there later. */
  private static String firstPath(CommandLine line) {
    switch (line.kind) {
      case APPLICATION:
        return Library.placeOf(line.application.folder()).toString();
      case MODULE:
        return Path.of("").toAbsolutePath().toString();
      case FILE:
        Path file = Path.of(line.subject).toAbsolutePath();
        if (Files.isDirectory(file) || isArchive(file)) {
          return null;
        }
        try {
          // The folder of the file that a link leads to.
          return (Files.isSymbolicLink(file) ? file.toRealPath() : file.normalize())
              .getParent()
              .toString();
        } catch (java.io.IOException e) {
          return file.getParent().toString();
        }
      default:
        return "";
    }
  }

  private static boolean isArchive(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
      return zip.size() >= 0;
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
