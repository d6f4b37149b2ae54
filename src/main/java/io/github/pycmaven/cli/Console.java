package io.github.pycmaven.cli;

import java.io.PrintStream;

/** Where results and messages go. */
record Console(PrintStream out, PrintStream err) {
  /** A result. */
  void result(String line) {
    out.print(line);
    out.print('\n');
  }

  /** A message. */
  void message(String line) {
    err.print(line);
    err.print('\n');
    err.flush();
  }
}
