package io.github.pycmaven.cli;

import io.github.pycmaven.cache.Finding;
import io.github.pycmaven.cache.Problem;
import io.github.pycmaven.cache.Verifier;
import io.github.pycmaven.cache.VerifyReport;
import io.github.pycmaven.cache.VerifySettings;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code verify-cache}: proves caches fresh and untampered. */
final class VerifyCacheCommand extends Command {
  VerifyCacheCommand(Console console) {
    super(
        "verify-cache",
        "Proves that caches are fresh and are the compilation of their sources.",
        console);
  }

  @Override
  void declare(CommandSpec spec) {
    spec.addOption(
        value(
            "WHAT",
            "source: recompile and compare the code (the default); header: headers only",
            "--against"));
    spec.addOption(flag("accept code that differs in line tables only", "--allow-line-tables"));
    spec.addOption(TARGETS);
    spec.addOption(flag("print findings only", "-q"));
    spec.addOption(value("N", "workers; 0, the default, is one a processor", "-j", "--workers"));
    spec.addPositional(paths("PATH", "folders and files to verify"));
  }

  @Override
  int execute(ParseResult options) {
    List<String> paths = pathsOf(options);
    if (paths.isEmpty()) {
      throw new UsageException("no paths given; try --help");
    }
    String against = options.matchedOptionValue("--against", "source");
    if (!against.equals("source") && !against.equals("header")) {
      throw new UsageException("--against is source or header, not '" + against + "'");
    }
    VerifyReport report =
        Verifier.verify(
            paths,
            new VerifySettings(
                targets(options),
                against.equals("source"),
                has(options, "--allow-line-tables"),
                workers(options)));
    for (Problem problem : report.problems()) {
      console.message("*** " + problem);
    }
    for (Finding finding : report.findings()) {
      console.result(finding.toString());
    }
    if (!has(options, "-q")) {
      report.notes().forEach(console::message);
      console.message(summary(report));
    }
    if (!report.problems().isEmpty()) {
      return ExitCode.TROUBLE;
    }
    return report.isGood() ? ExitCode.GOOD : ExitCode.NO;
  }

  static String summary(VerifyReport report) {
    int findings = report.findings().size();
    return String.format(
        Locale.ROOT,
        "%,d caches of %,d sources verified in %.1f s: %s",
        report.caches(),
        report.sources(),
        report.elapsed().toNanos() / 1e9,
        findings == 0 ? "all good" : findings + (findings == 1 ? " finding" : " findings"));
  }
}
