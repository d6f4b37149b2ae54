package io.github.pycmaven.vm.module.time;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time; a class of its own, for the beans are slow to load. */
final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final java.lang.management.OperatingSystemMXBean SYSTEM =
      ManagementFactory.getOperatingSystemMXBean();

  private CpuTime() {}

  /** Nanoseconds that the process has used. */
  static long ofProcess() {
    return SYSTEM instanceof com.sun.management.OperatingSystemMXBean s
        ? s.getProcessCpuTime()
        : ofThread();
  }

  /** Nanoseconds that the thread has used. */
  static long ofThread() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
  }
}
