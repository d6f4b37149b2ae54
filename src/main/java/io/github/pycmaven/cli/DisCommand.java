package io.github.pycmaven.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dis}: disassembles. */
final class DisCommand extends Command {
  DisCommand(Console console) {
    super("dis", "Disassembles a cache, or a source.", console);
  }

  @Override
  void declare(CommandSpec spec) {
    spec.addPositional(paths("FILE", "a .pyc of any known version, or a .py"));
  }

  @Override
  int execute(ParseResult options) {
    return ExitCode.TROUBLE;
  }
}
