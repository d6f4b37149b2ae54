package io.github.pycmaven.vm.module.time;

import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code time}. */
@BuiltinModule("time")
public final class TimeModule {
  private static final long START = System.nanoTime();

  private TimeModule() {}

  /** Makes the module. */
  public static PyModule create() {
    return PyModule.of(new TimeModuleTable());
  }

  @Builtin("time()")
  static double time() {
    return System.currentTimeMillis() / 1000.0;
  }

  @Builtin("perf_counter()")
  static double perfCounter() {
    return (System.nanoTime() - START) / 1e9;
  }

  @Builtin("monotonic()")
  static double monotonic() {
    return (System.nanoTime() - START) / 1e9;
  }

  @Builtin("perf_counter_ns()")
  static long perfCounterNs() {
    return System.nanoTime() - START;
  }

  @Builtin("monotonic_ns()")
  static long monotonicNs() {
    return System.nanoTime() - START;
  }
}
