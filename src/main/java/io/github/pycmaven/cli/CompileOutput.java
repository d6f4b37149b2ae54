package io.github.pycmaven.cli;

import io.github.pycmaven.cache.CompileReport;
import io.github.pycmaven.cache.CompileSettings;
import io.github.pycmaven.cache.Problem;
import io.github.pycmaven.cache.ProgressListener;
import io.github.pycmaven.cache.SourceOutcome;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.diagnostic.DiagnosticRenderer;
import java.util.List;
import java.util.Locale;

/** What {@code compileall} tells while it runs and at its end. */
final class CompileOutput implements ProgressListener {
  private static final int BAR_WIDTH = 30;
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final double MEGABYTE = 1e6;

  private final Console console;
  private final int quiet;
  private final boolean verbose;
  private final boolean bar;
  private List<String> unlisted = List.of();
  private long lastDrawn;
  private boolean drawn;

  CompileOutput(Console console, int quiet, boolean verbose) {
    this.console = console;
    this.quiet = quiet;
    this.verbose = verbose;
    bar = quiet == 0 && !verbose && System.console() != null && System.getenv("CI") == null;
  }

  void start(List<String> paths) {
    unlisted = paths;
  }

  /** Not before there is something to tell: another process may do the work and tell it. */
  private void list() {
    if (verbose && quiet == 0) {
      unlisted.forEach(path -> console.message("Listing '" + path + "'..."));
    }
    unlisted = List.of();
  }

  @Override
  public void sourceDone(SourceOutcome outcome, int done, int total) {
    if (verbose && quiet == 0 && outcome.written() > 0) {
      list();
      console.message("Compiling '" + outcome.source().given() + "'...");
    }
    if (bar && System.nanoTime() - lastDrawn > REDRAW_NANOS) {
      lastDrawn = System.nanoTime();
      drawn = true;
      int filled = (int) ((long) done * BAR_WIDTH / total);
      console
          .err()
          .print(
              "\r["
                  + "=".repeat(filled)
                  + " ".repeat(BAR_WIDTH - filled)
                  + "] "
                  + done
                  + "/"
                  + total);
      console.err().flush();
    }
  }

  /** Errors in the order of the sources, whatever the order in which they were found. */
  void finish(CompileReport report, CompileSettings settings) {
    if (drawn) {
      console.err().print("\r" + " ".repeat(BAR_WIDTH + 30) + "\r");
    }
    list();
    if (quiet >= 2) {
      return;
    }
    for (Problem problem : report.problems()) {
      console.message("*** " + problem);
    }
    for (SourceOutcome outcome : report.outcomes()) {
      report(outcome, settings);
    }
    notStripped(report, settings);
    if (quiet == 0) {
      console.message(summary(report, settings));
    }
  }

  /** Says once that -s has no effect, and for how many sources. */
  private void notStripped(CompileReport report, CompileSettings settings) {
    SourceOutcome first = null;
    int more = -1;
    for (SourceOutcome outcome : report.outcomes()) {
      if (settings.names().stripsNothingOf(outcome.source())) {
        first = first == null ? outcome : first;
        more++;
      }
    }
    if (first != null) {
      console.message(
          String.format(
              Locale.ROOT,
              "The folder '%s' is not a valid prefix for the path '%s'%s; ignored",
              settings.names().strip(),
              first.source().given(),
              more == 0 ? "" : String.format(Locale.ROOT, " and %,d more", more)));
    }
  }

  private void report(SourceOutcome outcome, CompileSettings settings) {
    if (quiet == 0) {
      for (Diagnostic warning : outcome.warnings()) {
        console.message(DiagnosticRenderer.render(warning));
      }
    }
    for (SourceOutcome.Rejection rejection : outcome.rejections()) {
      String version = settings.releases().size() > 1 ? " for " + rejection.release().label() : "";
      console.message("*** Error compiling '" + outcome.source().given() + "'" + version + "...");
      console.message(DiagnosticRenderer.render(rejection.error()));
      console.message("");
    }
    if (outcome.problem() != null) {
      console.message("*** " + outcome.problem());
    }
  }

  /** One line for people. */
  static String summary(CompileReport report, CompileSettings settings) {
    StringBuilder out = new StringBuilder();
    out.append(String.format(Locale.ROOT, "%,d", report.outcomes().size()))
        .append(report.outcomes().size() == 1 ? " source" : " sources");
    out.append(String.format(Locale.ROOT, " (%.1f MB)", report.sourceBytes() / MEGABYTE));
    out.append(" for CPython ").append(join(settings));
    out.append(String.format(Locale.ROOT, ": %,d written", report.written()));
    if (report.written() > 0) {
      out.append(String.format(Locale.ROOT, " (%.1f MB)", report.cacheBytes() / MEGABYTE));
    }
    append(out, report.upToDate(), "up to date");
    append(out, report.rejected(), "rejected");
    append(out, report.failed(), "failed");
    double seconds = report.elapsed().toNanos() / 1e9;
    return out.append(String.format(Locale.ROOT, ", in %.1f s", seconds)).toString();
  }

  private static void append(StringBuilder out, int count, String what) {
    if (count > 0) {
      out.append(String.format(Locale.ROOT, ", %,d %s", count, what));
    }
  }

  private static String join(CompileSettings settings) {
    StringBuilder out = new StringBuilder();
    settings.releases().forEach(r -> out.append(out.length() > 0 ? ", " : "").append(r.label()));
    return out.toString();
  }
}
