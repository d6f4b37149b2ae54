package io.github.pycmaven.report;

import io.github.pycmaven.cache.CompileReport;
import io.github.pycmaven.cache.Problem;
import io.github.pycmaven.cache.SourceOutcome;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.report.Report.Level;
import io.github.pycmaven.report.Report.Result;
import io.github.pycmaven.report.Report.Rule;
import io.github.pycmaven.verify.Finding;
import io.github.pycmaven.verify.FindingKind;
import io.github.pycmaven.verify.VerifyReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a report of what a goal returns. */
public final class Reports {
  private static final Rule PROBLEM =
      new Rule("io-problem", "a file or folder could not be read or written", "");
  private static final Rule NOTE = new Rule("note", "worth knowing, but not wrong", "");

  private Reports() {}

  /** The report of a verification. */
  public static Report of(VerifyReport report) {
    List<Rule> rules = new ArrayList<>();
    for (FindingKind kind : FindingKind.values()) {
      rules.add(new Rule(kind.id(), kind.meaning(), kind.cure()));
    }
    rules.add(PROBLEM);
    rules.add(NOTE);
    List<Result> results = new ArrayList<>();
    for (Finding finding : report.findings()) {
      String more = finding.detail().isEmpty() ? "" : " (" + finding.detail() + ")";
      String message = finding.kind().meaning() + more + "; " + finding.kind().cure();
      results.add(new Result(finding.kind().id(), Level.ERROR, finding.path(), 0, 0, message));
    }
    problems(report.problems(), results);
    for (String note : report.notes()) {
      int colon = note.indexOf(": ");
      String path = note.substring(0, colon);
      results.add(new Result(NOTE.id(), Level.NOTE, path, 0, 0, note.substring(colon + 2)));
    }
    Map<String, Long> totals = new LinkedHashMap<>();
    totals.put("sources", (long) report.sources().size());
    totals.put("caches", (long) report.caches());
    totals.put("findings", (long) report.findings().size());
    totals.put("problems", (long) report.problems().size());
    return new Report("verify-cache", rules, report.sources(), results, totals);
  }

  /** The report of a compilation. */
  public static Report of(CompileReport report) {
    List<Rule> rules = new ArrayList<>();
    for (Diagnostic.Kind kind : Diagnostic.Kind.values()) {
      String meaning =
          kind.isWarning() ? "CPython warns of the source" : "CPython rejects the source";
      rules.add(new Rule(kind.pythonName(), meaning, ""));
    }
    rules.add(PROBLEM);
    List<Result> results = new ArrayList<>();
    List<String> subjects = new ArrayList<>();
    problems(report.problems(), results);
    for (SourceOutcome outcome : report.outcomes()) {
      String path = outcome.source().given();
      subjects.add(path);
      for (SourceOutcome.Rejection rejection : outcome.rejections()) {
        results.add(
            result(
                Level.ERROR,
                path,
                rejection.error(),
                " on CPython " + rejection.release().label()));
      }
      for (Diagnostic warning : outcome.warnings()) {
        results.add(result(Level.WARNING, path, warning, ""));
      }
      if (outcome.problem() != null) {
        problems(List.of(outcome.problem()), results);
      }
    }
    Map<String, Long> totals = new LinkedHashMap<>();
    totals.put("sources", (long) subjects.size());
    totals.put("written", (long) report.written());
    totals.put("up-to-date", (long) report.upToDate());
    totals.put("rejected", (long) report.rejected());
    totals.put("failed", (long) report.failed());
    totals.put("source-bytes", report.sourceBytes());
    totals.put("cache-bytes", report.cacheBytes());
    return new Report("compileall", rules, subjects, results, totals);
  }

  private static void problems(List<Problem> problems, List<Result> results) {
    for (Problem problem : problems) {
      results.add(new Result(PROBLEM.id(), Level.ERROR, problem.path(), 0, 0, problem.message()));
    }
  }

  private static Result result(Level level, String path, Diagnostic diagnostic, String where) {
    String message = diagnostic.kind().pythonName() + where + ": " + diagnostic.message();
    int line = Math.max(0, diagnostic.lineno());
    int column = line == 0 ? 0 : Math.max(0, diagnostic.offset());
    return new Result(diagnostic.kind().pythonName(), level, path, line, column, message);
  }
}
