package io.github.pycmaven.cli;

import io.github.pycmaven.report.Report;
import io.github.pycmaven.report.ReportFormat;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

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

  /** Adds the command's options, in the order of its help. */
  abstract void declare(Options options);

  /** What follows the options in the command's usage. */
  abstract String operands();

  /** Does what the options say; returns the exit code. */
  abstract int execute(CommandLine options);

  final String name() {
    return name;
  }

  final String description() {
    return description;
  }

  /** Reads the arguments behind the command's name, and does what they say. */
  final int run(String[] arguments) {
    Options options = new Options();
    declare(options);
    options.addOption(flag("print this", "-h", "--help"));
    CommandLine line;
    try {
      line = DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, arguments);
    } catch (ParseException e) {
      throw new UsageException(e.getMessage() + "; try --help");
    }
    if (line.hasOption("-h")) {
      Help.print(console.out(), this, options);
      return ExitCode.GOOD;
    }
    return execute(line);
  }

  static Option flag(String description, String... names) {
    return option(description, names).get();
  }

  static Option value(String label, String description, String... names) {
    return option(description, names).hasArg().argName(label).get();
  }

  /** The name with one dash, if any, comes first; the one with two second. */
  private static Option.Builder option(String description, String... names) {
    boolean hasShort = !names[0].startsWith("--");
    Option.Builder builder = Option.builder(hasShort ? names[0].substring(1) : null);
    String last = names[names.length - 1];
    if (last.startsWith("--")) {
      builder.longOpt(last.substring(2));
    }
    return builder.desc(description);
  }

  static boolean has(CommandLine options, String name) {
    return options.hasOption(name);
  }

  /** How often an option was given. */
  static int count(CommandLine options, char name) {
    int count = 0;
    for (Option option : options.getOptions()) {
      count += String.valueOf(name).equals(option.getOpt()) ? 1 : 0;
    }
    return count;
  }

  static String text(CommandLine options, String name) {
    return options.getOptionValue(name);
  }

  static List<String> texts(CommandLine options, String name) {
    String[] values = options.getOptionValues(name);
    return values == null ? List.of() : List.of(values);
  }

  static int number(CommandLine options, String name, int otherwise) {
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
  static int workers(CommandLine options) {
    int workers = number(options, "-j", 0);
    return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
  }

  static Option targetsOption() {
    return value(
        "VERSION[,VERSION]...",
        "CPython versions to work for, such as 3.14 (the default)",
        "--targets");
  }

  static Option reportsOption() {
    return value(
        "FORMAT=FILE",
        "write a report to a file: json, sarif or junit; may be repeated",
        "--report");
  }

  /** A report that is to be written. */
  record ReportFile(ReportFormat format, Path file) {}

  /** The reports of {@code --report}. */
  static List<ReportFile> reportFiles(CommandLine options) {
    List<ReportFile> files = new ArrayList<>();
    for (String text : texts(options, "--report")) {
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
  static List<PythonVersion> targets(CommandLine options) {
    List<PythonVersion> versions = new ArrayList<>();
    if (text(options, "--targets") != null) {
      for (Release release : releases(options)) {
        if (!versions.contains(release.version())) {
          versions.add(release.version());
        }
      }
    }
    return versions;
  }

  /** The releases of {@code --targets}, or the default one if it is not given. */
  static List<Release> releases(CommandLine options) {
    String text = text(options, "--targets");
    if (text == null) {
      return List.of(Release.defaultOf(PythonVersion.DEFAULT));
    }
    List<Release> releases = new ArrayList<>();
    for (String word : text.split(",")) {
      Release release;
      try {
        release = Release.of(word.strip());
      } catch (IllegalArgumentException e) {
        throw new UsageException(e.getMessage() + "; known: " + compilable());
      }
      if (!releases.contains(release)) {
        releases.add(release);
      }
    }
    return releases;
  }

  private static String compilable() {
    List<String> known = new ArrayList<>();
    for (Release release : Release.values()) {
      known.add(release.label());
    }
    return String.join(", ", known);
  }

  /** The paths given as arguments, and those in the file of {@code -i}. */
  static List<String> pathsOf(CommandLine options) {
    List<String> paths = new ArrayList<>(options.getArgList());
    String list = text(options, "-i");
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
