package io.github.pycmaven.cli;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Hands a large job to a JVM whose flags suit jobs of a few seconds.
 *
 * <p>By default HotSpot compiles code twice: first with counters in it, then optimised for hours of
 * use. A tree of some thousand sources is done before that pays: with the first compiler alone, and
 * without the counters, it takes about half the time and a third of the processor. No manifest can
 * ask for that, so a second JVM is started with the flags, on the same streams. Flags that the user
 * gave are passed on and prevail. Small jobs stay where they are, and so does a tree whose caches
 * are up to date; {@code -Dpyc.fork=false} keeps all there.
 */
final class ShortJobJvm {
  private static final Set<String> COMMANDS = Set.of("verify-cache", "check");
  private static final List<String> FLAGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto", "-Dpyc.fork=false");

  /**
   * Trees and instructions die young. A young generation of this size is as fast as the default of
   * a third of the heap, with less than half of the memory: 0.31 GB instead of 0.83 for 40 MB of
   * sources. Smaller ones are slower: half the size costs a quarter of the time.
   */
  private static final String YOUNG = "-Xmn256m";

  /** A heap that has room for that. */
  private static final long ROOMY = 768L << 20;

  /** From about this many sources on, a second JVM's start is earned back. */
  static final int LARGE = 150;

  /** Has no JVM to start. */
  static final ShortJobJvm NONE = new ShortJobJvm(new String[0]);

  private final String[] args;

  private ShortJobJvm(String[] args) {
    this.args = args;
  }

  /** For a command of this process, with all its arguments. */
  static ShortJobJvm forThisProcess(String[] args) {
    return "true".equals(System.getProperty("pyc.fork", "true")) ? new ShortJobJvm(args) : NONE;
  }

  /** Whether another JVM may be started at all. */
  boolean isOpen() {
    return args.length > 0;
  }

  /** Whether the arguments alone say that the command will have much to do. */
  boolean isWorthIt() {
    if (!isOpen()) {
      return false;
    }
    boolean surely = COMMANDS.contains(args[0]);
    if (args[0].equals("compileall")) {
      for (String argument : args) {
        surely |= argument.equals("--force") || isForce(argument);
      }
    }
    return surely && isLarge(args);
  }

  /** Whether {@code f} is among short options, as in {@code -qf}; a pattern takes 5 ms to load. */
  private static boolean isForce(String argument) {
    boolean found = false;
    for (int i = 1; i < argument.length(); i++) {
      char ch = argument.charAt(i);
      if (ch < 'a' || ch > 'z') {
        return false;
      }
      found |= ch == 'f';
    }
    return found && argument.charAt(0) == '-';
  }

  /** Runs the command in a JVM of its own; empty if none can be started. */
  OptionalInt run() {
    Optional<String> java = ProcessHandle.current().info().command();
    Optional<String[]> own = ProcessHandle.current().info().arguments();
    if (java.isEmpty() || own.isEmpty() || own.get().length < args.length) {
      return OptionalInt.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(java.get());
    command.addAll(FLAGS);
    if (!choosesCollector(own.get())) {
      command.add("-XX:+UseParallelGC");
      if (Runtime.getRuntime().maxMemory() > ROOMY) {
        command.add(YOUNG);
      }
    }
    archive(command);
    // The same main class and the user's own flags, which come later and so prevail.
    command.addAll(List.of(own.get()));
    try {
      return OptionalInt.of(new ProcessBuilder(command).inheritIO().start().waitFor());
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.of(ExitCode.TROUBLE);
    }
  }

  /** A class-data archive, if {@code pyc.archive} names one: made by the first run, then used. */
  private static void archive(List<String> command) {
    String file = System.getProperty("pyc.archive");
    if (file != null) {
      boolean isThere = new File(file).length() > 0;
      command.add((isThere ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + file);
      // Not a word of an archive that belongs to another Java or jar: it is simply not used.
      command.add("-Xlog:disable");
    }
  }

  /** Two collectors at a time are an error. */
  private static boolean choosesCollector(String[] arguments) {
    for (String argument : arguments) {
      if (argument.startsWith("-XX:+Use") && argument.endsWith("GC")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the arguments name folders with many sources; stops counting when there are enough. */
  private static boolean isLarge(String[] args) {
    int left = LARGE;
    for (int i = 1; i < args.length && left > 0; i++) {
      if (!args[i].startsWith("-")) {
        left = count(new File(args[i]), left);
      }
    }
    return left <= 0;
  }

  private static int count(File folder, int wanted) {
    String[] names = folder.list();
    int left = wanted;
    for (int i = 0; names != null && i < names.length && left > 0; i++) {
      if (names[i].endsWith(".py")) {
        left--;
      }
    }
    for (int i = 0; names != null && i < names.length && left > 0; i++) {
      if (names[i].indexOf('.') < 0) {
        left = count(new File(folder, names[i]), left);
      }
    }
    return left;
  }
}
