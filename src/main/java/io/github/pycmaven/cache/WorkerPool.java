package io.github.pycmaven.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Threads whose stacks are deep enough for any tree that CPython compiles. */
public final class WorkerPool {
  /** Reserved, not used: pages of a stack become memory only when they are touched. */
  private static final long STACK_BYTES = 1L << 30;

  private WorkerPool() {}

  /** Runs the task for all numbers below the count; each number once, in about ascending order. */
  public static void run(int workers, int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              task.accept(i);
            }
          } catch (Throwable e) {
            failure.compareAndSet(null, e);
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.max(1, Math.min(workers, count)); i++) {
      Thread thread = new Thread(null, work, "pyc-" + i, STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      next.set(count);
      throw new IllegalStateException("interrupted", e);
    }
    if (failure.get() instanceof RuntimeException e) {
      throw e;
    } else if (failure.get() instanceof Error e) {
      throw e;
    }
  }
}
