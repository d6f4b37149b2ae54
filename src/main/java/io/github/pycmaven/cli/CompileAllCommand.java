package io.github.pycmaven.cli;

import io.github.pycmaven.cache.CompileEngine;
import io.github.pycmaven.cache.CompileReport;
import io.github.pycmaven.cache.CompileSettings;
import io.github.pycmaven.cache.ProgressListener;
import io.github.pycmaven.cache.RecordedNames;
import io.github.pycmaven.cache.SourceOutcome;
import io.github.pycmaven.cache.SourceSelection;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.report.Reports;
import io.github.pycmaven.target.PythonVersion;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code compileall}: as {@code python -m compileall}, and beyond. */
final class CompileAllCommand extends Command {
  CompileAllCommand(Console console) {
    super("compileall", "Compiles Python sources into __pycache__.", console);
  }

  @Override
  void declare(CommandSpec spec) {
    spec.addOption(value("N", "enter folders down to this depth only", "-r"));
    spec.addOption(flag("do not enter folders", "-l"));
    spec.addOption(flag("compile even what is up to date", "-f", "--force"));
    spec.addOption(
        OptionSpec.builder("-q")
            .type(boolean[].class)
            .arity("0")
            .description("print errors only; twice: print nothing")
            .build());
    spec.addOption(flag("print each file", "-v", "--verbose"));
    spec.addOption(value("REGEX", "leave out files in whose path this is found", "-x"));
    spec.addOption(value("FILE", "take more paths from a file, one a line; - is stdin", "-i"));
    spec.addOption(flag("write m.pyc beside m.py instead of into __pycache__", "-b"));
    spec.addOption(value("DIR", "take this from the beginning of recorded names", "-s"));
    spec.addOption(value("DIR", "put this at the beginning of recorded names", "-p"));
    spec.addOption(value("DIR", "record names below this folder", "-d"));
    spec.addOption(
        OptionSpec.builder("-o")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("LEVEL")
            .description("optimization level 0, 1 or 2; may be repeated")
            .build());
    spec.addOption(value("DIR", "ignore links to files outside of this folder", "-e"));
    spec.addOption(value("N", "workers; 0, the default, is one a processor", "-j", "--workers"));
    spec.addOption(
        flag("make equal caches of several levels links to one file", "--hardlink-dupes"));
    spec.addOption(
        value(
            "MODE",
            "timestamp, checked-hash or unchecked-hash; by default timestamp in place, and "
                + "checked-hash with --output or where SOURCE_DATE_EPOCH is set",
            "--invalidation-mode"));
    spec.addOption(TARGETS);
    spec.addOption(value("DIR", "write below this folder, not beside the sources", "--output"));
    spec.addOption(REPORTS);
    spec.addPositional(paths("PATH", "folders and files to compile"));
  }

  @Override
  int execute(ParseResult options) {
    List<String> paths = pathsOf(options);
    boolean isSearchPath = paths.isEmpty() && !has(options, "-i");
    if (isSearchPath) {
      paths = searchPath();
    }
    boolean[] quietFlags = options.matchedOptionValue("-q", new boolean[0]);
    int quiet = quietFlags.length;
    CompileSettings settings;
    try {
      settings = settings(options);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    List<ReportFile> files = reportFiles(options);
    CompileOutput output = new CompileOutput(console, quiet, has(options, "-v"));
    ProgressListener listener = output::sourceDone;
    SourceSelection selection = selection(options, paths, isSearchPath);
    output.start(paths);
    CompileReport report = CompileEngine.compile(selection, settings, listener);
    output.finish(report, settings);
    boolean written = files.isEmpty() || write(Reports.of(report), files);
    if (report.failed() > 0 || !written) {
      return ExitCode.TROUBLE;
    }
    return report.outcomes().stream().allMatch(SourceOutcome::isGood) ? ExitCode.GOOD : ExitCode.NO;
  }

  private static SourceSelection selection(
      ParseResult options, List<String> paths, boolean isSearchPath) {
    int depth = number(options, "-r", has(options, "-l") ? 0 : SourceSelection.UNLIMITED);
    if (isSearchPath) {
      depth = 0;
    }
    Pattern exclude = has(options, "-x") ? PythonPattern.compile(text(options, "-x")) : null;
    String folder = text(options, "-e");
    Path limit = folder == null || folder.isEmpty() ? null : Path.of(folder);
    return new SourceSelection(paths, depth, exclude, limit, path -> true);
  }

  private static CompileSettings settings(ParseResult options) {
    String folder = text(options, "-d");
    String strip = text(options, "-s");
    String prepend = text(options, "-p");
    if (folder != null && (strip != null || prepend != null)) {
      throw new UsageException("-d cannot be used together with -s or -p");
    }
    List<PythonVersion> versions = targets(options);
    Path output = has(options, "--output") ? Path.of(text(options, "--output")) : null;
    return new CompileSettings(
        versions.isEmpty() ? List.of(PythonVersion.DEFAULT) : versions,
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

  private static List<Integer> levels(ParseResult options) {
    TreeSet<Integer> levels = new TreeSet<>();
    for (String text : options.matchedOptionValue("-o", List.<String>of())) {
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

  private static InvalidationMode mode(ParseResult options, boolean elsewhere) {
    String text = text(options, "--invalidation-mode");
    if (text != null) {
      return InvalidationMode.of(text.replace('_', '-'));
    }
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    boolean reproducible = epoch != null && !epoch.isEmpty();
    return elsewhere || reproducible ? InvalidationMode.CHECKED_HASH : InvalidationMode.TIMESTAMP;
  }
}
