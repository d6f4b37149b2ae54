package io.github.pycmaven.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pycmaven.cache.CheckEngine;
import io.github.pycmaven.cache.CheckOutcome;
import io.github.pycmaven.cache.CheckReport;
import io.github.pycmaven.cache.Problem;
import io.github.pycmaven.cache.SourceSelection;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.diagnostic.DiagnosticRenderer;
import io.github.pycmaven.target.Release;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code check}: compiles in memory and tells what is wrong. */
final class CheckCommand extends Command {
  private static final JsonFactory JSON = new JsonFactory();

  CheckCommand(Console console) {
    super("check", "Compiles in memory and prints syntax errors and warnings.", console);
  }

  @Override
  void declare(Options options) {
    options.addOption(value("FORMAT", "text (the default) or json, one line a file", "--format"));
    options.addOption(targetsOption());
    options.addOption(value("FILE", "take more paths from a file, one a line; - is stdin", "-i"));
    options.addOption(value("N", "workers; 0, the default, is one a processor", "-j", "--workers"));
    options.addOption(value("LEVEL", "optimization level 0 (the default), 1 or 2", "-o"));
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
    String format = options.getOptionValue("--format", "text");
    if (!format.equals("text") && !format.equals("json")) {
      throw new UsageException("--format is text or json, not '" + format + "'");
    }
    int level = number(options, "-o", 0);
    if (level > 2) {
      throw new UsageException("optimization level '" + level + "' is not 0, 1 or 2");
    }
    boolean good = true;
    boolean trouble = false;
    for (Release release : releases(options)) {
      CheckReport report =
          CheckEngine.check(SourceSelection.of(paths), release, level, workers(options));
      for (Problem problem : report.problems()) {
        console.message("*** " + problem);
        trouble = true;
      }
      for (CheckOutcome outcome : report.outcomes()) {
        if (format.equals("json")) {
          console.result(json(outcome));
        } else {
          print(outcome);
        }
        good &= outcome.error() == null;
      }
    }
    return trouble ? ExitCode.TROUBLE : good ? ExitCode.GOOD : ExitCode.NO;
  }

  private void print(CheckOutcome outcome) {
    for (Diagnostic warning : outcome.warnings()) {
      console.result(DiagnosticRenderer.render(warning));
    }
    if (outcome.error() != null) {
      console.result(DiagnosticRenderer.render(outcome.error()));
    }
  }

  /** A file as one line of JSON, with the values that CPython puts into the exception. */
  private static String json(CheckOutcome outcome) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("path", outcome.path());
      json.writeFieldName("error");
      if (outcome.error() == null) {
        json.writeNull();
      } else {
        write(json, outcome.error());
      }
      json.writeArrayFieldStart("warnings");
      for (Diagnostic warning : outcome.warnings()) {
        write(json, warning);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", diagnostic.kind().pythonName());
    json.writeStringField("msg", diagnostic.message());
    if (diagnostic.kind().isSyntaxError()) {
      number(json, "lineno", diagnostic.lineno());
      number(json, "offset", diagnostic.offset());
      number(json, "end_lineno", diagnostic.endLineno());
      number(json, "end_offset", diagnostic.endOffset());
      json.writeStringField("text", diagnostic.text());
    } else if (diagnostic.kind().isWarning()) {
      number(json, "lineno", diagnostic.lineno());
    }
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, int value) throws IOException {
    json.writeFieldName(name);
    if (value == Diagnostic.NONE) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }
}
