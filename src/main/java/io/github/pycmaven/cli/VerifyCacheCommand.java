package io.github.pycmaven.cli;

import io.github.pycmaven.cache.Problem;
import io.github.pycmaven.report.ReportFormat;
import io.github.pycmaven.report.Reports;
import io.github.pycmaven.verify.Finding;
import io.github.pycmaven.verify.Verifier;
import io.github.pycmaven.verify.VerifyReport;
import io.github.pycmaven.verify.VerifySettings;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code verify-cache}: proves caches fresh and untampered. */
final class VerifyCacheCommand extends Command {
  VerifyCacheCommand(Console console) {
    super(
        "verify-cache",
        "Proves that caches are fresh and are the compilation of their sources.",
        console);
  }

  @Override
  void declare(Options options) {
    options.addOption(
        value(
            "FORMAT", "text (the default), json, sarif or junit, to standard output", "--format"));
    options.addOption(reportsOption());
    options.addOption(
        value(
            "WHAT",
            "source: recompile and compare the code (the default); header: headers only",
            "--against"));
    options.addOption(flag("accept code that differs in line tables only", "--allow-line-tables"));
    options.addOption(targetsOption());
    options.addOption(flag("print findings only", "-q"));
    options.addOption(value("N", "workers; 0, the default, is one a processor", "-j", "--workers"));
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
    String against = options.getOptionValue("--against", "source");
    if (!against.equals("source") && !against.equals("header")) {
      throw new UsageException("--against is source or header, not '" + against + "'");
    }
    List<ReportFile> files = reportFiles(options);
    String name = options.getOptionValue("--format", "text");
    ReportFormat format = name.equals("text") ? null : reportFormat(name);
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
    if (format != null) {
      console.out().print(format.text(Reports.of(report)));
    } else {
      for (Finding finding : report.findings()) {
        console.result(finding.toString());
      }
    }
    if (!has(options, "-q")) {
      report.notes().forEach(console::message);
      console.message(summary(report));
    }
    boolean written = files.isEmpty() || write(Reports.of(report), files);
    if (!report.problems().isEmpty() || !written) {
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
        report.sources().size(),
        report.elapsed().toNanos() / 1e9,
        report.isGood() ? "all good" : findings + (findings == 1 ? " finding" : " findings"));
  }
}
