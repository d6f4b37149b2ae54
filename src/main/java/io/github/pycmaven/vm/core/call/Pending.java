package io.github.pycmaven.vm.core.call;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks the running thread to stop at the next safe point: for signals and other threads. */
public final class Pending {
  /** Read without synchronisation at calls and jumps backward; a late look is good enough. */
  public static boolean requested;

  private static final ConcurrentLinkedQueue<Runnable> MAIN_CALLS = new ConcurrentLinkedQueue<>();
  private static volatile Thread mainThread;
  private static ThreadState mainState;
  private static volatile boolean mainBlocks;

  private Pending() {}

  /** Declares the calling thread to be the main thread, which handles signals. */
  public static void setMainThread(ThreadState state) {
    mainThread = Thread.currentThread();
    mainState = state;
  }

  /** Whether the running thread is the main one. */
  public static boolean isMainThread() {
    return ThreadState.current() == mainState;
  }

  /** The identifier of the main thread. */
  public static long mainIdent() {
    return mainState == null ? ThreadState.current().id : mainState.id;
  }

  /** Has something done by the main thread, as soon as it can; wakes it if it blocks. */
  public static void callInMain(Runnable call) {
    MAIN_CALLS.add(call);
    requested = true;
    Thread t = mainThread;
    if (mainBlocks && t != null) {
      t.interrupt();
    }
  }

  /** What is asked for, done at a safe point. */
  public static void handle() {
    requested = false;
    InterpreterLock.yieldIfWanted();
    runMainCalls();
    Finalizers.run();
  }

  /** Runs what the main thread is to do, if this is the main thread; may throw. */
  public static void runMainCalls() {
    if (MAIN_CALLS.isEmpty()) {
      return;
    }
    if (!isMainThread()) {
      return;
    }
    for (Runnable r = MAIN_CALLS.poll(); r != null; r = MAIN_CALLS.poll()) {
      r.run();
    }
  }

  /** Called before the main thread blocks outside of the lock. */
  static void beforeBlocking(ThreadState t) {
    if (t == mainState) {
      mainBlocks = true;
      if (!MAIN_CALLS.isEmpty()) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Called when a thread has the lock again. */
  static void afterBlocking(ThreadState t) {
    if (t == mainState) {
      mainBlocks = false;
      Thread.interrupted();
      if (!MAIN_CALLS.isEmpty()) {
        requested = true;
      }
    }
  }
}
