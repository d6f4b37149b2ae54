package io.github.pycmaven.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The program: picks the command and runs it. */
public final class Main {
  private static final int BUFFER = 1 << 16;

  /** In the order of the help. */
  private static final List<String> COMMANDS =
      List.of("compileall", "check", "verify-cache", "clean-cache", "dis");

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length > 0 && args[0].equals("run")) {
      // Before anything of the other commands is loaded: a program's start-up time counts.
      io.github.pycmaven.vm.Main.main(Arrays.copyOfRange(args, 1, args.length));
      return;
    }
    ShortJobJvm jvm = ShortJobJvm.forThisProcess(args);
    if (jvm.isWorthIt()) {
      OptionalInt elsewhere = jvm.run();
      if (elsewhere.isPresent()) {
        System.exit(elsewhere.getAsInt());
      }
    }
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int code = run(args, out, err, jvm);
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
    return run(args, out, err, ShortJobJvm.NONE);
  }

  private static int run(String[] args, PrintStream out, PrintStream err, ShortJobJvm jvm) {
    Console console = new Console(out, err);
    String first = args.length == 0 ? "" : args[0];
    Command command = command(first, console, jvm);
    try {
      if (command != null) {
        return command.run(Arrays.copyOfRange(args, 1, args.length));
      }
      if (first.equals("--version") || first.equals("-V")) {
        out.println(Version.text());
        return ExitCode.GOOD;
      }
      List<Command> all = new ArrayList<>();
      COMMANDS.forEach(name -> all.add(command(name, console, jvm)));
      if (first.equals("--help") || first.equals("-h")) {
        Help.print(out, all);
        return ExitCode.GOOD;
      }
      if (!first.isEmpty()) {
        err.println("pyc: no such command: " + first);
      }
      Help.print(err, all);
      return ExitCode.TROUBLE;
    } catch (UsageException e) {
      err.println("pyc " + first + ": " + e.getMessage());
      return ExitCode.TROUBLE;
    }
  }

  /** A command by its name, or null: the classes of the others need not be loaded then. */
  private static Command command(String name, Console console, ShortJobJvm jvm) {
    switch (name) {
      case "compileall":
        return new CompileAllCommand(console, jvm);
      case "check":
        return new CheckCommand(console);
      case "verify-cache":
        return new VerifyCacheCommand(console);
      case "clean-cache":
        return new CleanCacheCommand(console);
      case "dis":
        return new DisCommand(console);
      default:
        return null;
    }
  }
}
