package io.github.pycmaven.cli;

import io.github.pycmaven.compiler.dialect.Dialects;
import io.github.pycmaven.report.Report;
import io.github.pycmaven.report.ReportFormat;
import io.github.pycmaven.target.PythonVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** One command: its options, and what it does with them. */
abstract class Command {
  final Console console;
  private final String name;
  private final String description;

  Command(String name, String description, Console console) {
    this.name = name;
    this.description = description;
    this.console = console;
  }

  /** Adds the command's options to its specification. */
  abstract void declare(CommandSpec spec);

  /** Does what the options say; returns the exit code. */
  abstract int execute(ParseResult options);

  final void addTo(CommandSpec parent) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(name);
    spec.usageMessage().description(description).sortOptions(false).width(100);
    spec.addOption(
        OptionSpec.builder("--help", "-h").usageHelp(true).description("print this").build());
    declare(spec);
    parent.addSubcommand(name, spec);
  }

  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).description(description).build();
  }

  static OptionSpec value(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  static PositionalParamSpec paths(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  static boolean has(ParseResult options, String name) {
    return options.hasMatchedOption(name);
  }

  static String text(ParseResult options, String name) {
    return options.matchedOptionValue(name, null);
  }

  static int number(ParseResult options, String name, int otherwise) {
    String text = text(options, name);
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.strip());
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UsageException("option " + name + " needs a number from 0, not '" + text + "'");
  }

  /** How many workers {@code -j} asks for; 0 and nothing mean one for each processor. */
  static int workers(ParseResult options) {
    int workers = number(options, "-j", 0);
    return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
  }

  static final OptionSpec TARGETS =
      value(
          "VERSION[,VERSION]...",
          "CPython versions to work for, such as 3.14 (the default)",
          "--targets");

  static final OptionSpec REPORTS =
      OptionSpec.builder("--report")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .paramLabel("FORMAT=FILE")
          .description("write a report to a file: json, sarif or junit; may be repeated")
          .build();

  /** A report that is to be written. */
  record ReportFile(ReportFormat format, Path file) {}

  /** The reports of {@code --report}. */
  static List<ReportFile> reportFiles(ParseResult options) {
    List<ReportFile> files = new ArrayList<>();
    for (String text : options.matchedOptionValue("--report", List.<String>of())) {
      int equals = text.indexOf('=');
      if (equals < 1 || equals + 1 == text.length()) {
        throw new UsageException("--report is FORMAT=FILE, not '" + text + "'");
      }
      Path file = Path.of(text.substring(equals + 1));
      files.add(new ReportFile(reportFormat(text.substring(0, equals)), file));
    }
    return files;
  }

  static ReportFormat reportFormat(String name) {
    try {
      return ReportFormat.of(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Writes the reports; says which could not be written, and returns false then. */
  final boolean write(Report report, List<ReportFile> files) {
    boolean good = true;
    for (ReportFile file : files) {
      try {
        file.format().write(report, file.file());
      } catch (IOException e) {
        console.message("*** " + file.file() + ": the report cannot be written: " + e.getMessage());
        good = false;
      }
    }
    return good;
  }

  /** The versions of {@code --targets}; empty if it is not given. */
  static List<PythonVersion> targets(ParseResult options) {
    List<PythonVersion> versions = new ArrayList<>();
    String text = text(options, "--targets");
    if (text != null) {
      for (String word : text.split(",")) {
        PythonVersion version;
        try {
          version = PythonVersion.of(word.strip());
        } catch (IllegalArgumentException e) {
          throw new UsageException(e.getMessage() + "; known: " + compilable());
        }
        if (!Dialects.has(version)) {
          throw new UsageException(
              "cannot compile for Python " + version + "; known: " + compilable());
        }
        if (!versions.contains(version)) {
          versions.add(version);
        }
      }
    }
    return versions;
  }

  private static String compilable() {
    List<String> known = new ArrayList<>();
    for (PythonVersion version : PythonVersion.values()) {
      if (Dialects.has(version)) {
        known.add(version.toString());
      }
    }
    return String.join(", ", known);
  }

  /** The paths given as arguments, and those in the file of {@code -i}. */
  static List<String> pathsOf(ParseResult options) {
    List<String> paths = new ArrayList<>(options.matchedPositionalValue(0, List.<String>of()));
    String list = options.commandSpec().findOption("-i") == null ? null : text(options, "-i");
    if (list != null) {
      try {
        if (list.equals("-")) {
          try (Stream<String> lines =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                  .lines()) {
            lines.map(String::strip).forEach(paths::add);
          }
        } else {
          Files.readAllLines(Path.of(list)).forEach(line -> paths.add(line.strip()));
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        throw new UsageException("error reading the list " + list + ": " + e);
      }
      paths.removeIf(String::isEmpty);
    }
    return paths;
  }
}
