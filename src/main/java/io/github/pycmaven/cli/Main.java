package io.github.pycmaven.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program: picks the command and runs it. */
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length > 0 && args[0].equals("run")) {
      // Before anything of the other commands is loaded: a program's start-up time counts.
      io.github.pycmaven.vm.Main.main(Arrays.copyOfRange(args, 1, args.length));
      return;
    }
    Optional<Integer> elsewhere = ShortJobJvm.run(args);
    if (elsewhere.isPresent()) {
      System.exit(elsewhere.get());
    }
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int code = run(args, out, err);
    out.flush();
    err.flush();
    System.exit(out.checkError() ? ExitCode.TROUBLE : code);
  }

  /** UTF-8 whatever the locale, so that the same input gives the same bytes. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
        false,
        StandardCharsets.UTF_8);
  }

  /** Runs a command; returns its exit code. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    CommandSpec spec = CommandSpec.create().name("pyc");
    spec.usageMessage()
        .description("Python bytecode caches without Python: compiles, verifies, cleans.")
        .footer("", "COMMAND --help tells about one command. Exit codes: 0 good, 1 no, 2 trouble.");
    spec.addOption(
        CommandLine.Model.OptionSpec.builder("--help", "-h")
            .usageHelp(true)
            .description("print this and exit")
            .build());
    spec.addOption(
        CommandLine.Model.OptionSpec.builder("--version", "-V")
            .versionHelp(true)
            .description("print the version and exit")
            .build());
    spec.versionProvider(() -> new String[] {Version.text()});
    Console console = new Console(out, err);
    for (Command command :
        new Command[] {
          new CompileAllCommand(console),
          new CheckCommand(console),
          new VerifyCacheCommand(console),
          new CleanCacheCommand(console),
          new DisCommand(console)
        }) {
      command.addTo(spec);
    }
    CommandLine line = new CommandLine(spec);
    line.setOut(new java.io.PrintWriter(out, true));
    line.setErr(new java.io.PrintWriter(err, true));
    line.setExecutionStrategy(parsed -> execute(parsed, line));
    line.setPosixClusteredShortOptionsAllowed(true);
    line.setOverwrittenOptionsAllowed(true);
    line.setUnmatchedOptionsArePositionalParams(false);
    return line.execute(args);
  }

  private static int execute(CommandLine.ParseResult parsed, CommandLine line) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      line.usage(line.getErr());
      return ExitCode.TROUBLE;
    }
    CommandLine.ParseResult chosen = parsed.subcommand();
    Command command = (Command) chosen.commandSpec().userObject();
    try {
      return command.execute(chosen);
    } catch (UsageException e) {
      line.getErr().println("pyc " + chosen.commandSpec().name() + ": " + e.getMessage());
      return ExitCode.TROUBLE;
    }
  }
}
