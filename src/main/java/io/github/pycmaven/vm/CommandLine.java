package io.github.pycmaven.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The arguments of {@code run} and the {@code PYTHON…} variables, read as CPython reads them.
 *
 * @cpython Python/getopt.c:_PyOS_GetOpt
 * @cpython Python/initconfig.c:config_parse_cmdline
 */
final class CommandLine {
  /** What is to be run. */
  enum Kind {
    COMMAND,
    MODULE,
    FILE,
    STDIN,
    APPLICATION,
    VERSION,
    HELP
  }

  /** Wrong use; the message is complete. */
  static final class WrongUse extends Exception {
    private static final long serialVersionUID = 1;

    WrongUse(String message) {
      super(message, null, false, false);
    }
  }

  private static final String WITH_ARGUMENT = "cmWX";
  private static final String PLAIN = "bBdEhiIOPqRsStuvVx?";

  final VmOptions.Flags flags = new VmOptions.Flags();
  final List<String> warnings = new ArrayList<>();
  final Map<String, String> extra = new TreeMap<>();
  Kind kind;

  /** The command, module or file. */
  String subject;

  /** What follows the subject. */
  final List<String> rest = new ArrayList<>();

  String checkHashBasedPycs = "default";
  String cachePrefix;
  boolean skipFirstLine;

  /** What the jar itself says is to be run, or null. */
  Application application;

  private final Map<String, String> environment;
  private final List<String> commandWarnings = new ArrayList<>();

  private CommandLine(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Reads the arguments. */
  static CommandLine parse(String[] args, Map<String, String> environment) throws WrongUse {
    CommandLine line = new CommandLine(environment);
    int next = line.options(args);
    if (line.kind == null) {
      if (next < args.length && !args[next].equals("-")) {
        line.kind = Kind.FILE;
        line.subject = args[next];
        next++;
      } else {
        line.kind = Kind.STDIN;
        line.subject = next < args.length ? args[next++] : "";
      }
    }
    for (int i = next; i < args.length; i++) {
      line.rest.add(args[i]);
    }
    line.readEnvironment();
    return line;
  }

  /** Runs an entry point of the jar, instead of what the arguments name. */
  void run(Application entryPoint) {
    kind = Kind.APPLICATION;
    application = entryPoint;
    subject = entryPoint.name();
  }

  private int options(String[] args) throws WrongUse {
    int i = 0;
    while (i < args.length && kind == null) {
      String a = args[i];
      if (a.length() < 2 || a.charAt(0) != '-') {
        return i;
      }
      if (a.equals("--")) {
        return i + 1;
      }
      i++;
      if (a.startsWith("--")) {
        i = longOption(a, args, i);
        continue;
      }
      for (int at = 1; at < a.length() && kind == null; at++) {
        char c = a.charAt(at);
        if (WITH_ARGUMENT.indexOf(c) < 0) {
          plain(c);
          continue;
        }
        String value;
        if (at + 1 < a.length()) {
          value = a.substring(at + 1);
        } else if (i < args.length) {
          value = args[i++];
        } else {
          throw new WrongUse("Argument expected for the -" + c + " option\n" + usage());
        }
        valued(c, value);
        break;
      }
    }
    return i;
  }

  private int longOption(String a, String[] args, int next) throws WrongUse {
    switch (a) {
      case "--help":
      case "--help-all":
      case "--help-env":
      case "--help-xoptions":
        kind = Kind.HELP;
        return next;
      case "--version":
        kind = Kind.VERSION;
        return next;
      case "--check-hash-based-pycs":
        if (next >= args.length) {
          throw new WrongUse("Argument expected for the " + a + " option\n" + usage());
        }
        checkHashBasedPycs = args[next];
        if (!checkHashBasedPycs.equals("default")
            && !checkHashBasedPycs.equals("always")
            && !checkHashBasedPycs.equals("never")) {
          throw new WrongUse(
              "--check-hash-based-pycs must be one of 'default', 'always', or 'never'\n" + usage());
        }
        return next + 1;
      default:
        throw new WrongUse("Unknown option: " + a + "\n" + usage());
    }
  }

  private void valued(char option, String value) {
    switch (option) {
      case 'c':
        kind = Kind.COMMAND;
        subject = value + "\n";
        break;
      case 'm':
        kind = Kind.MODULE;
        subject = value;
        break;
      case 'W':
        commandWarnings.add(value);
        break;
      default:
        int equals = value.indexOf('=');
        if (equals < 0) {
          extra.put(value, "");
        } else {
          extra.put(value.substring(0, equals), value.substring(equals + 1));
        }
    }
  }

  private void plain(char option) throws WrongUse {
    if (PLAIN.indexOf(option) < 0) {
      throw new WrongUse("Unknown option: -" + option + "\n" + usage());
    }
    switch (option) {
      case 'b' -> flags.bytesWarning++;
      case 'B' -> flags.dontWriteBytecode = true;
      case 'd' -> flags.debug++;
      case 'E' -> flags.ignoreEnvironment = true;
      case 'i' -> {
        flags.inspect++;
        flags.interactive++;
      }
      case 'I' -> {
        flags.isolated = true;
        flags.ignoreEnvironment = true;
        flags.noUserSite = true;
        flags.safePath = true;
      }
      case 'O' -> flags.optimize++;
      case 'P' -> flags.safePath = true;
      case 'q' -> flags.quiet = true;
      case 's' -> flags.noUserSite = true;
      case 'S' -> flags.noSite = true;
      case 'u' -> flags.unbuffered = true;
      case 'v' -> flags.verbose++;
      case 'V' -> kind = Kind.VERSION;
      case 'x' -> skipFirstLine = true;
      case 'h', '?' -> kind = Kind.HELP;
      default -> {
        // -R and -t change nothing.
      }
    }
  }

  private String variable(String name) {
    if (flags.ignoreEnvironment) {
      return null;
    }
    String v = environment.get(name);
    return v == null || v.isEmpty() ? null : v;
  }

  /** A variable that is a number or, with any other text, 1; nothing less than what there is. */
  private int counted(String name, int now) {
    String v = variable(name);
    if (v == null) {
      return now;
    }
    int n = 1;
    try {
      n = Integer.parseInt(v.strip());
    } catch (NumberFormatException e) {
      // Any other text means 1.
    }
    return Math.max(now, n < 0 ? 1 : n);
  }

  private void readEnvironment() {
    flags.optimize = counted("PYTHONOPTIMIZE", flags.optimize);
    flags.verbose = counted("PYTHONVERBOSE", flags.verbose);
    flags.debug = counted("PYTHONDEBUG", flags.debug);
    flags.inspect = counted("PYTHONINSPECT", flags.inspect);
    flags.dontWriteBytecode |= counted("PYTHONDONTWRITEBYTECODE", 0) > 0;
    flags.unbuffered |= counted("PYTHONUNBUFFERED", 0) > 0;
    flags.noUserSite |= variable("PYTHONNOUSERSITE") != null;
    flags.safePath |= variable("PYTHONSAFEPATH") != null;
    flags.devMode = extra.containsKey("dev") || variable("PYTHONDEVMODE") != null;
    String time = extra.get("importtime");
    if (time != null) {
      flags.importTime = time.isEmpty() || time.equals("1") ? 1 : time.equals("2") ? 2 : 0;
    } else {
      flags.importTime = Math.min(2, counted("PYTHONPROFILEIMPORTTIME", 0));
    }
    String digits = extra.getOrDefault("int_max_str_digits", variable("PYTHONINTMAXSTRDIGITS"));
    if (digits != null && digits.matches("[0-9]{1,9}")) {
      flags.intMaxStrDigits = Integer.parseInt(digits);
    }
    String prefix = extra.get("pycache_prefix");
    cachePrefix = prefix != null ? prefix : variable("PYTHONPYCACHEPREFIX");
    if (cachePrefix != null && cachePrefix.isEmpty()) {
      cachePrefix = null;
    }
    if (flags.devMode) {
      warnings.add("default");
    }
    String fromEnvironment = variable("PYTHONWARNINGS");
    if (fromEnvironment != null) {
      warnings.addAll(List.of(fromEnvironment.split(",")));
    }
    warnings.addAll(commandWarnings);
    if (flags.bytesWarning > 0) {
      warnings.add(flags.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning");
    }
  }

  /** The folders of {@code PYTHONPATH}. */
  List<String> pathVariable() {
    String v = variable("PYTHONPATH");
    return v == null ? List.of() : List.of(v.split(":", -1));
  }

  static String usage() {
    return "usage: "
        + PythonVm.EXECUTABLE
        + " [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
        + "Try `python -h' for more information.\n";
  }

  static String help() {
    return "usage: "
        + PythonVm.EXECUTABLE
        + " [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
        + "Options as those of python3.14: -b -B -c -d -E -i -I -m -O -OO -P -q -s -S -u -v -V -W"
        + " -x -X --check-hash-based-pycs\n";
  }
}
