package io.github.pycmaven.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/** Threads whose stacks are deep enough for any tree that CPython compiles. */
public final class WorkerPool {
  /** Reserved, not used: pages of a stack become memory only when they are touched. */
  private static final long STACK_BYTES = 1L << 30;

  private WorkerPool() {}

  /** Runs the task for all numbers below the count; each number once, in about ascending order. */
  public static void run(int workers, int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    start(
            Math.min(workers, count),
            () -> {
              int number = next.getAndIncrement();
              return number < count ? number : -1;
            },
            task)
        .join();
  }

  /**
   * Starts workers that take numbers and run the task for them.
   *
   * @param numbers gives the next number to any worker, or a negative one at the end
   */
  static Workers start(int workers, IntSupplier numbers, IntConsumer task) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable work = new Work(numbers, task, failure);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.max(1, workers); i++) {
      Thread thread = new Thread(null, work, "pyc-" + i, STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    return new Workers(threads, failure);
  }

  /** What each worker does. */
  private record Work(IntSupplier numbers, IntConsumer task, AtomicReference<Throwable> failure)
      implements Runnable {
    @Override
    public void run() {
      try {
        for (int i = numbers.getAsInt(); i >= 0; i = numbers.getAsInt()) {
          if (failure.get() != null) {
            return;
          }
          task.accept(i);
        }
      } catch (Throwable e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  /** Workers that have been started. */
  static final class Workers {
    private final List<Thread> threads;
    private final AtomicReference<Throwable> failure;

    private Workers(List<Thread> threads, AtomicReference<Throwable> failure) {
      this.threads = threads;
      this.failure = failure;
    }

    /** Waits until all numbers are done; throws what a task threw. */
    void join() {
      try {
        for (Thread thread : threads) {
          thread.join();
        }
      } catch (InterruptedException e) {
        failure.compareAndSet(null, e);
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      if (failure.get() instanceof RuntimeException e) {
        throw e;
      } else if (failure.get() instanceof Error e) {
        throw e;
      }
    }
  }
}
