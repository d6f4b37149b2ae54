package io.github.pycmaven.cli;

import io.github.pycmaven.cache.CompileEngine;
import io.github.pycmaven.cache.CompileReport;
import io.github.pycmaven.cache.CompileSettings;
import io.github.pycmaven.cache.RecordedNames;
import io.github.pycmaven.cache.SourceSelection;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.report.Reports;
import io.github.pycmaven.target.Release;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code compileall}: as {@code python -m compileall}, and beyond. */
final class CompileAllCommand extends Command {
  private final ShortJobJvm jvm;

  CompileAllCommand(Console console, ShortJobJvm jvm) {
    super("compileall", "Compiles Python sources into __pycache__.", console);
    this.jvm = jvm;
  }

  @Override
  void declare(Options options) {
    options.addOption(value("N", "enter folders down to this depth only", "-r"));
    options.addOption(flag("do not enter folders", "-l"));
    options.addOption(flag("compile even what is up to date", "-f", "--force"));
    options.addOption(flag("print errors only; twice: print nothing", "-q"));
    options.addOption(flag("print each file", "-v", "--verbose"));
    options.addOption(value("REGEX", "leave out files in whose path this is found", "-x"));
    options.addOption(value("FILE", "take more paths from a file, one a line; - is stdin", "-i"));
    options.addOption(flag("write m.pyc beside m.py instead of into __pycache__", "-b"));
    options.addOption(value("DIR", "take this from the beginning of recorded names", "-s"));
    options.addOption(value("DIR", "put this at the beginning of recorded names", "-p"));
    options.addOption(value("DIR", "record names below this folder", "-d"));
    options.addOption(value("LEVEL", "optimization level 0, 1 or 2; may be repeated", "-o"));
    options.addOption(value("DIR", "ignore links to files outside of this folder", "-e"));
    options.addOption(value("N", "workers; 0, the default, is one a processor", "-j", "--workers"));
    options.addOption(
        flag("make equal caches of several levels links to one file", "--hardlink-dupes"));
    options.addOption(
        value(
            "MODE",
            "timestamp, checked-hash or unchecked-hash; by default timestamp in place, and "
                + "checked-hash with --output or where SOURCE_DATE_EPOCH is set",
            "--invalidation-mode"));
    options.addOption(targetsOption());
    options.addOption(value("DIR", "write below this folder, not beside the sources", "--output"));
    options.addOption(reportsOption());
  }

  @Override
  String operands() {
    return "PATH...";
  }

  @Override
  int execute(CommandLine options) {
    List<String> paths = pathsOf(options);
    boolean isSearchPath = paths.isEmpty() && !has(options, "-i");
    if (isSearchPath) {
      paths = searchPath();
    }
    int quiet = count(options, 'q');
    CompileSettings settings;
    try {
      settings = settings(options);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    List<ReportFile> files = reportFiles(options);
    CompileOutput output = new CompileOutput(console, quiet, has(options, "-v"));
    SourceSelection selection = selection(options, paths, isSearchPath);
    output.start(paths);
    CompileReport report;
    if (jvm.isOpen() && !settings.force() && !"-".equals(text(options, "-i"))) {
      // Whether there is much to do is known when the caches have been looked at, and most often
      // there is not.
      Optional<CompileReport> few =
          CompileEngine.compileFew(selection, settings, output, ShortJobJvm.LARGE);
      if (few.isEmpty()) {
        OptionalInt code = jvm.run();
        if (code.isPresent()) {
          return code.getAsInt();
        }
      }
      report = few.isPresent() ? few.get() : CompileEngine.compile(selection, settings, output);
    } else {
      report = CompileEngine.compile(selection, settings, output);
    }
    output.finish(report, settings);
    boolean written = files.isEmpty() || write(Reports.of(report), files);
    if (report.failed() > 0 || !written) {
      return ExitCode.TROUBLE;
    }
    return report.rejected() == 0 ? ExitCode.GOOD : ExitCode.NO;
  }

  private static SourceSelection selection(
      CommandLine options, List<String> paths, boolean isSearchPath) {
    int depth = number(options, "-r", has(options, "-l") ? 0 : SourceSelection.UNLIMITED);
    if (isSearchPath) {
      depth = 0;
    }
    Pattern exclude = has(options, "-x") ? PythonPattern.compile(text(options, "-x")) : null;
    String folder = text(options, "-e");
    Path limit = folder == null || folder.isEmpty() ? null : Path.of(folder);
    return new SourceSelection(paths, depth, exclude, limit, null);
  }

  private static CompileSettings settings(CommandLine options) {
    String folder = text(options, "-d");
    String strip = text(options, "-s");
    String prepend = text(options, "-p");
    if (folder != null && (strip != null || prepend != null)) {
      throw new UsageException("-d cannot be used together with -s or -p");
    }
    List<Release> releases = releases(options);
    Path output = has(options, "--output") ? Path.of(text(options, "--output")) : null;
    return new CompileSettings(
        releases,
        levels(options),
        mode(options, output != null),
        output,
        false,
        has(options, "-b"),
        has(options, "-f"),
        has(options, "--hardlink-dupes"),
        new RecordedNames(false, strip, prepend, folder),
        prefix(),
        workers(options));
  }

  /**
   * The folders of modules, as CPython compiles those of {@code sys.path} where no path is given;
   * without an interpreter, these are the folders of {@code PYTHONPATH}.
   */
  private static List<String> searchPath() {
    String text = System.getenv("PYTHONPATH");
    List<String> folders = new ArrayList<>();
    for (String folder : text == null ? new String[0] : text.split(File.pathSeparator)) {
      if (!folder.isEmpty() && !folder.equals(".")) {
        folders.add(folder);
      }
    }
    if (folders.isEmpty()) {
      throw new UsageException("no paths given, and no PYTHONPATH; try --help");
    }
    return folders;
  }

  /** Where CPython was told to keep and look for caches. */
  private static Path prefix() {
    String text = System.getenv("PYTHONPYCACHEPREFIX");
    return text == null || text.isEmpty() ? null : Path.of(text).toAbsolutePath();
  }

  private static List<Integer> levels(CommandLine options) {
    TreeSet<Integer> levels = new TreeSet<>();
    for (String text : texts(options, "-o")) {
      switch (text.strip()) {
        case "0":
        case "1":
        case "2":
          levels.add(Integer.parseInt(text.strip()));
          break;
        case "-1":
          levels.add(0);
          break;
        default:
          throw new UsageException("optimization level '" + text + "' is not 0, 1 or 2");
      }
    }
    return levels.isEmpty() ? List.of(0) : List.copyOf(levels);
  }

  private static InvalidationMode mode(CommandLine options, boolean elsewhere) {
    String text = text(options, "--invalidation-mode");
    if (text != null) {
      return InvalidationMode.of(text.replace('_', '-'));
    }
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    boolean reproducible = epoch != null && !epoch.isEmpty();
    return elsewhere || reproducible ? InvalidationMode.CHECKED_HASH : InvalidationMode.TIMESTAMP;
  }
}
