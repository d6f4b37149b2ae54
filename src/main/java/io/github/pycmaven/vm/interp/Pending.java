package io.github.pycmaven.vm.interp;

/** Asks the interpreter to stop at the next safe point: for signals and other threads. */
public final class Pending {
  /** Read without synchronisation at each jump backward; a late look is good enough. */
  public static boolean requested;

  private static Runnable handler = () -> {};

  private Pending() {}

  /** Who is called at the safe point. */
  public static void setHandler(Runnable r) {
    handler = r;
  }

  static void handle() {
    requested = false;
    handler.run();
  }
}
