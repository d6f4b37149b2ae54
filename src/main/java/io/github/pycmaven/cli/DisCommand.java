package io.github.pycmaven.cli;

import io.github.pycmaven.cache.Disassembly;
import io.github.pycmaven.diagnostic.DiagnosticRenderer;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.target.PythonVersion;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code dis}: disassembles. */
final class DisCommand extends Command {
  DisCommand(Console console) {
    super("dis", "Disassembles a cache, or a source.", console);
  }

  @Override
  void declare(Options options) {
    options.addOption(targetsOption());
    options.addOption(
        value("LEVEL", "optimization level for sources: 0 (the default), 1 or 2", "-o"));
  }

  @Override
  String operands() {
    return "FILE...";
  }

  @Override
  int execute(CommandLine options) {
    List<String> paths = pathsOf(options);
    if (paths.size() != 1) {
      throw new UsageException("one file, please; try --help");
    }
    List<PythonVersion> versions = targets(options);
    PythonVersion version = versions.isEmpty() ? PythonVersion.DEFAULT : versions.get(0);
    String path = paths.get(0);
    try {
      Disassembly listing = Disassembly.of(Path.of(path), version, number(options, "-o", 0));
      if (listing.error() != null) {
        console.message(DiagnosticRenderer.render(listing.error()));
        return ExitCode.NO;
      }
      console.out().print(listing.text());
      return ExitCode.GOOD;
    } catch (PycFormatException e) {
      console.message(path + ": " + e.getMessage());
      return ExitCode.NO;
    } catch (NoSuchFileException e) {
      console.message(path + ": no such file");
      return ExitCode.TROUBLE;
    } catch (IOException e) {
      console.message(path + ": " + e.getMessage());
      return ExitCode.TROUBLE;
    }
  }
}
