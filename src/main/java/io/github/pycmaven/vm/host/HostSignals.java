package io.github.pycmaven.vm.host;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The host's signals, by the JVM's only interface for them. It is called internal, and exported for
 * want of another; a proxy in its place would cost a start a class that is made while it runs.
 */
public final class HostSignals {
  /** What is done when a signal comes, on a thread of the JVM. */
  public interface Listener {
    /** A signal has come. */
    void received(int number);
  }

  private record Handler(int number, Listener listener) implements SignalHandler {
    @Override
    public void handle(Signal signal) {
      listener.received(number);
    }
  }

  private HostSignals() {}

  /** Has a listener called; false if the JVM keeps the signal. */
  public static boolean listen(String name, int number, Listener listener) {
    return set(name, new Handler(number, listener));
  }

  /** Gives a signal its own effect again ({@code SIG_DFL}), or none ({@code SIG_IGN}). */
  public static boolean reset(String name, String effect) {
    return set(name, effect.equals("SIG_IGN") ? SignalHandler.SIG_IGN : SignalHandler.SIG_DFL);
  }

  private static boolean set(String name, SignalHandler handler) {
    try {
      Signal.handle(new Signal(name), handler);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
