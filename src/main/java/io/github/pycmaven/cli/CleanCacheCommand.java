package io.github.pycmaven.cli;

import io.github.pycmaven.cache.CleanReport;
import io.github.pycmaven.cache.CleanSettings;
import io.github.pycmaven.cache.Cleaner;
import io.github.pycmaven.cache.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code clean-cache}: removes caches and nothing else. */
final class CleanCacheCommand extends Command {
  CleanCacheCommand(Console console) {
    super("clean-cache", "Removes caches, and nothing else.", console);
  }

  @Override
  void declare(Options options) {
    options.addOption(targetsOption());
    options.addOption(flag("remove only caches whose source is gone", "--orphans"));
    options.addOption(flag("print what would be removed, and remove nothing", "--dry-run"));
    options.addOption(
        flag("clean even /, the home folder and folders above the working directory", "--force"));
    options.addOption(flag("print errors only", "-q"));
  }

  @Override
  String operands() {
    return "PATH...";
  }

  @Override
  int execute(CommandLine options) {
    List<String> paths = pathsOf(options);
    if (paths.isEmpty()) {
      throw new UsageException("no paths given; try --help");
    }
    boolean dryRun = has(options, "--dry-run");
    CleanReport report =
        Cleaner.clean(
            paths,
            new CleanSettings(
                targets(options),
                has(options, "--orphans"),
                dryRun,
                has(options, "--force"),
                Path.of("")));
    for (Problem problem : report.problems()) {
      console.message("*** " + problem);
    }
    if (!has(options, "-q")) {
      if (dryRun) {
        report.removed().forEach(console::result);
        report.folders().forEach(console::result);
      }
      console.message(summary(report, dryRun));
    }
    return report.problems().isEmpty() ? ExitCode.GOOD : ExitCode.TROUBLE;
  }

  static String summary(CleanReport report, boolean dryRun) {
    return String.format(
        Locale.ROOT,
        "%,d files (%.1f MB) and %,d folders %s",
        report.removed().size(),
        report.bytes() / 1e6,
        report.folders().size(),
        dryRun ? "would be removed" : "removed");
  }
}
