package io.github.pycmaven.vm.core.call;

import java.util.ArrayList;
import java.util.List;

/**
 * The one lock of the interpreter: only its holder runs Python code, so that a builtin operation is
 * atomic. It is released around calls that block, and handed over every few milliseconds when
 * another thread waits.
 */
public final class InterpreterLock {
  private static final Object MONITOR = new Object();
  private static final List<ThreadState> STATES = new ArrayList<>();

  /** How long a waiting thread lets the holder run. */
  private static volatile double switchInterval = 0.005;

  private static ThreadState holder;
  private static int waiting;
  private static long handovers;
  private static volatile boolean switchWanted;

  private InterpreterLock() {}

  /** The main thread takes the lock first. */
  public static void start() {
    synchronized (MONITOR) {
      holder = ThreadState.current();
      STATES.add(holder);
    }
    Pending.setMainThread(holder);
  }

  /** The states of all threads that run Python code. */
  public static List<ThreadState> states() {
    synchronized (MONITOR) {
      return new ArrayList<>(STATES);
    }
  }

  /** A new thread's state. */
  public static void add(ThreadState t) {
    synchronized (MONITOR) {
      STATES.add(t);
    }
  }

  /** A thread has ended. */
  public static void remove(ThreadState t) {
    synchronized (MONITOR) {
      STATES.remove(t);
    }
  }

  /** Lets other threads run while this one blocks. */
  public static ThreadState release() {
    ThreadState t = ThreadState.current();
    synchronized (MONITOR) {
      holder = null;
      MONITOR.notifyAll();
    }
    Pending.beforeBlocking(t);
    return t;
  }

  /** Waits until this thread may run again. */
  public static void acquire(ThreadState t) {
    synchronized (MONITOR) {
      take(t);
    }
    Pending.afterBlocking(t);
  }

  private static void take(ThreadState t) {
    waiting++;
    boolean interrupted = false;
    while (holder != null) {
      long seen = handovers;
      try {
        MONITOR.wait(Math.max(1, (long) (switchInterval * 1000)));
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (holder != null && seen == handovers) {
        switchWanted = true;
        Pending.requested = true;
      }
    }
    waiting--;
    holder = t;
    handovers++;
    MONITOR.notifyAll();
    ThreadState.setCurrent(t);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands the lock to a thread that has waited long enough. */
  static void yieldIfWanted() {
    if (!switchWanted) {
      return;
    }
    ThreadState t = ThreadState.current();
    synchronized (MONITOR) {
      switchWanted = false;
      if (waiting == 0) {
        return;
      }
      holder = null;
      long before = handovers;
      MONITOR.notifyAll();
      boolean interrupted = false;
      while (handovers == before && waiting > 0) {
        try {
          MONITOR.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      take(t);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The interval after which a waiting thread asks for the lock, in seconds. */
  public static double switchInterval() {
    return switchInterval;
  }

  /** Sets that interval. */
  public static void setSwitchInterval(double seconds) {
    switchInterval = seconds;
  }
}
