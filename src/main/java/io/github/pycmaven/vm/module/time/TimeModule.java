package io.github.pycmaven.vm.module.time;

import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/** The module {@code time}. */
@BuiltinModule("time")
public final class TimeModule {
  private static final long START = System.nanoTime();

  private static final PyType STRUCT_TIME =
      PyStructSequence.type(
          "time.struct_time",
          9,
          "tm_year",
          "tm_mon",
          "tm_mday",
          "tm_hour",
          "tm_min",
          "tm_sec",
          "tm_wday",
          "tm_yday",
          "tm_isdst",
          "tm_zone",
          "tm_gmtoff");

  private TimeModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new TimeModuleTable());
    m.dict.put("struct_time", STRUCT_TIME);
    return m;
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

  @Builtin("time_ns()")
  static long timeNs() {
    java.time.Instant now = java.time.Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Builtin("process_time()")
  static double processTime() {
    return perfCounter();
  }

  @Builtin("sleep(seconds, /)")
  static void sleep(PyObject seconds) {
    long n = Blocking.nanos(seconds == PyNone.NONE ? Obj.index(seconds) : seconds);
    if (n < 0) {
      throw Exc.valueError("sleep length must be non-negative");
    }
    Blocking.sleep(n);
  }

  private static PyObject fields(PyObject seconds, ZoneId zone) {
    double at = seconds == null || seconds == PyNone.NONE ? time() : Obj.toDouble(seconds);
    ZonedDateTime t = Instant.ofEpochSecond((long) Math.floor(at)).atZone(zone);
    boolean summer = zone.getRules().isDaylightSavings(t.toInstant());
    int[] v = {
      t.getYear(),
      t.getMonthValue(),
      t.getDayOfMonth(),
      t.getHour(),
      t.getMinute(),
      t.getSecond(),
      t.getDayOfWeek().getValue() - 1,
      t.getDayOfYear(),
      summer ? 1 : 0,
    };
    PyObject[] out = new PyObject[11];
    for (int i = 0; i < v.length; i++) {
      out[i] = PyInt.of(v[i]);
    }
    String name = java.util.TimeZone.getTimeZone(zone).getDisplayName(summer, 0, Locale.ROOT);
    out[9] = PyStr.of(name);
    out[10] = PyInt.of(t.getOffset().getTotalSeconds());
    return PyStructSequence.of(STRUCT_TIME, out);
  }

  @Builtin("localtime(seconds=None, /)")
  static PyObject localTime(PyObject seconds) {
    return fields(seconds, ZoneId.systemDefault());
  }

  @Builtin("gmtime(seconds=None, /)")
  static PyObject universalTime(PyObject seconds) {
    return fields(seconds, ZoneId.of("UTC"));
  }
}
