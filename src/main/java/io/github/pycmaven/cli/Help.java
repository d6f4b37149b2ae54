package io.github.pycmaven.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;

/** What {@code --help} prints. */
final class Help {
  private Help() {}

  /** All commands. */
  static void print(PrintStream out, List<Command> commands) {
    out.println("usage: pyc COMMAND [OPTION]... [OPERAND]...");
    out.println();
    out.println(
        "Python bytecode caches without Python: compiles, verifies, cleans; and runs them.");
    out.println();
    for (Command command : commands) {
      out.printf("  %-13s %s%n", command.name(), command.description());
    }
    out.printf("  %-13s %s%n", "run", "Runs a program, as python3.14 does.");
    out.println();
    out.println("COMMAND --help tells about one command. Exit codes: 0 good, 1 no, 2 trouble.");
  }

  /** One command. */
  static void print(PrintStream out, Command command, Options options) {
    try {
      HelpFormatter.builder()
          .setHelpAppendable(new TextHelpAppendable(out))
          .setComparator((a, b) -> 0)
          .setShowSince(false)
          .get()
          .printHelp(
              "pyc " + command.name() + " [OPTION]... " + command.operands(),
              command.description(),
              options,
              "Exit codes: 0 good, 1 no, 2 trouble.",
              false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
