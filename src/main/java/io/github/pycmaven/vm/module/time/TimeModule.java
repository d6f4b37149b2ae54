package io.github.pycmaven.vm.module.time;

import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * The module {@code time}.
 *
 * @cpython Modules/timemodule.c
 */
@BuiltinModule("time")
public final class TimeModule {
  private static final int REALTIME = 0;
  private static final int MONOTONIC = 1;
  private static final int PROCESS = 2;
  private static final int THREAD = 3;
  private static final long HALF_YEAR = 183L * 86400;

  private static LocalZone zone;
  private static PyModule module;

  private TimeModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new TimeModuleTable());
    m.dict.put("struct_time", Moment.TYPE);
    m.dict.put("_STRUCT_TM_ITEMS", PyInt.of(11));
    m.dict.put("CLOCK_REALTIME", PyInt.of(REALTIME));
    m.dict.put("CLOCK_MONOTONIC", PyInt.of(MONOTONIC));
    m.dict.put("CLOCK_PROCESS_CPUTIME_ID", PyInt.of(PROCESS));
    m.dict.put("CLOCK_THREAD_CPUTIME_ID", PyInt.of(THREAD));
    m.dict.put("CLOCK_MONOTONIC_RAW", PyInt.of(4));
    m.dict.put("CLOCK_BOOTTIME", PyInt.of(7));
    module = m;
    setZone();
    return m;
  }

  // ---- clocks ----

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  @Builtin("time()")
  static double time() {
    return seconds(timeNs());
  }

  @Builtin("time_ns()")
  static long timeNs() {
    java.time.Instant now = java.time.Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Builtin("perf_counter()")
  static double perfCounter() {
    return seconds(System.nanoTime());
  }

  @Builtin("perf_counter_ns()")
  static long perfCounterNs() {
    return System.nanoTime();
  }

  @Builtin("monotonic()")
  static double monotonic() {
    return seconds(System.nanoTime());
  }

  @Builtin("monotonic_ns()")
  static long monotonicNs() {
    return System.nanoTime();
  }

  @Builtin("process_time_ns()")
  static long processTimeNs() {
    return CpuTime.ofProcess();
  }

  @Builtin("process_time()")
  static double processTime() {
    return seconds(CpuTime.ofProcess());
  }

  @Builtin("thread_time_ns()")
  static long threadTimeNs() {
    return CpuTime.ofThread();
  }

  @Builtin("thread_time()")
  static double threadTime() {
    return seconds(CpuTime.ofThread());
  }

  private static long clock(PyObject id) {
    if (!(id instanceof PyInt i)) {
      throw Exc.typeError("clk_id should be integer, not " + id.type.name);
    }
    switch (i.clippedInt()) {
      case REALTIME:
        return timeNs();
      case PROCESS:
        return CpuTime.ofProcess();
      case THREAD:
        return CpuTime.ofThread();
      case MONOTONIC:
      case 4:
      case 7:
        return System.nanoTime();
      default:
        throw Exc.osError(22, "Invalid argument", null);
    }
  }

  @Builtin("clock_gettime(clk_id, /)")
  static double clockTime(PyObject id) {
    return seconds(clock(id));
  }

  @Builtin("clock_gettime_ns(clk_id, /)")
  static long clockTimeNs(PyObject id) {
    return clock(id);
  }

  @Builtin("clock_settime(clk_id, time, /)")
  static void setClock(PyObject id, PyObject time) {
    throw Exc.osError(1, "Operation not permitted", null);
  }

  @Builtin("clock_settime_ns(clk_id, time, /)")
  static void setClockNs(PyObject id, PyObject time) {
    throw Exc.osError(1, "Operation not permitted", null);
  }

  @Builtin("clock_getres(clk_id, /)")
  static double resolution(PyObject id) {
    clock(id);
    return 1e-9;
  }

  @Builtin("get_clock_info(name, /)")
  static PyObject clockInfo(String name) {
    String id;
    switch (name) {
      case "time":
        id = "REALTIME";
        break;
      case "monotonic":
      case "perf_counter":
        id = "MONOTONIC";
        break;
      case "process_time":
        id = "PROCESS_CPUTIME_ID";
        break;
      case "thread_time":
        id = "THREAD_CPUTIME_ID";
        break;
      default:
        throw Exc.valueError("unknown clock");
    }
    PyDict d = new PyDict();
    d.put("implementation", PyStr.of("clock_gettime(CLOCK_" + id + ")"));
    d.put("monotonic", PyBool.of(!name.equals("time")));
    d.put("adjustable", PyBool.of(name.equals("time")));
    d.put("resolution", new PyFloat(1e-9));
    PyObject namespace = Obj.getAttr(Obj.importModule("sys"), "implementation").type;
    return Calls.callDict(namespace, Calls.NO_ARGS, d);
  }

  @Builtin("sleep(seconds, /)")
  static void sleep(PyObject seconds) {
    long n = Blocking.nanos(seconds == PyNone.NONE ? Obj.index(seconds) : seconds);
    if (n < 0) {
      throw Exc.valueError("sleep length must be non-negative");
    }
    Blocking.sleep(n);
  }

  // ---- the calendar ----

  @Builtin("tzset()")
  static void setZone() {
    zone = LocalZone.current();
    long year = Calendar.yearOf(Math.floorDiv(timeNs() / 1_000_000_000L, 86400L));
    LocalZone.Kind january = zone.at(Calendar.days(year, 0, 1) * 86400);
    LocalZone.Kind july = zone.at(Calendar.days(year, 6, 1) * 86400);
    LocalZone.Kind winter = january.offset <= july.offset ? january : july;
    LocalZone.Kind summer = winter == january ? july : january;
    module.dict.put("timezone", PyInt.of(-winter.offset));
    module.dict.put("altzone", PyInt.of(-summer.offset));
    module.dict.put("daylight", PyInt.of(january.offset != july.offset ? 1 : 0));
    module.dict.put("tzname", PyTuple.of(PyStr.of(winter.name), PyStr.of(summer.name)));
  }

  /** The zone's name for a time without one. */
  static String zoneName(int summer) {
    PyObject names = module.dict.get("tzname");
    return ((PyTuple) names).items[summer > 0 ? 1 : 0].toString();
  }

  private static long whole(PyObject seconds) {
    if (seconds == null || seconds == PyNone.NONE) {
      return Math.floorDiv(timeNs(), 1_000_000_000L);
    }
    if (seconds instanceof PyFloat f) {
      double v = Math.floor(f.value);
      if (Double.isNaN(v)) {
        throw Exc.valueError("Invalid value NaN (not a number)");
      }
      if (!(Math.abs(v) < 9.2e18)) {
        throw tooLarge();
      }
      return (long) v;
    }
    PyInt i = Obj.index(seconds);
    if (i.isBig()) {
      throw tooLarge();
    }
    return i.value;
  }

  private static PyRaise tooLarge() {
    return Exc.overflowError("timestamp out of range for platform time_t");
  }

  private static Moment moment(PyObject seconds, LocalZone in) {
    long s = whole(seconds);
    if (Math.abs(s) > 67_768_040_609_740_800L) {
      throw Exc.overflowError("timestamp out of range for platform time_t");
    }
    return Moment.of(s, in);
  }

  @Builtin("localtime(seconds=<now>, /)")
  static PyObject localTime(PyObject seconds) {
    return moment(seconds, zone).toPython();
  }

  @Builtin("gmtime(seconds=<now>, /)")
  static PyObject universalTime(PyObject seconds) {
    return moment(seconds, LocalZone.UTC).toPython();
  }

  /** The seconds since 1970 of local parts. */
  static long seconds(Moment m) {
    long local = m.local();
    long guess = local - zone.at(local).offset;
    LocalZone.Kind k = zone.at(guess);
    guess = local - k.offset;
    k = zone.at(guess);
    if (m.summer >= 0 && k.summer != m.summer > 0) {
      for (long away : new long[] {3600, -3600, HALF_YEAR, -HALF_YEAR}) {
        LocalZone.Kind other = zone.at(guess + away);
        if (other.summer == m.summer > 0) {
          return local - other.offset;
        }
      }
    }
    return guess;
  }

  @Builtin("mktime(seconds, /)")
  static double mktime(PyObject t) {
    Moment m = Moment.of(t, "mktime");
    if (Math.abs(m.year) > 2147481747L) {
      throw Exc.overflowError("mktime argument out of range");
    }
    return seconds(m);
  }

  private static String text(Moment m) {
    StringBuilder b = new StringBuilder();
    b.append(TimeFormat.shortDay(m)).append(' ').append(TimeFormat.shortMonth(m));
    b.append(m.day < 10 ? "  " : " ").append(m.day).append(' ');
    return b.append(TimeFormat.format("%H:%M:%S %Y", m)).toString();
  }

  @Builtin("asctime(seconds=<now>, /)")
  static String asctime(PyObject t) {
    return text(t == null ? moment(null, zone) : Moment.of(t, "asctime").checked());
  }

  @Builtin("ctime(seconds=<now>, /)")
  static String ctime(PyObject seconds) {
    return text(moment(seconds, zone));
  }

  @Builtin("strftime(format, time_tuple=<now>, /)")
  static PyObject format(PyObject format, PyObject t) {
    if (!(format instanceof PyStr f)) {
      throw Exc.typeError("strftime() argument 1 must be str, not " + format.type.name);
    }
    Moment m = t == null ? moment(null, zone) : Moment.of(t, "strftime").checked();
    return PyStr.of(TimeFormat.format(f.value, m));
  }

  @Builtin("strptime(string, format=<c>, /)")
  static PyObject parse(PyObject text, PyObject format) {
    PyObject f = Obj.getAttr(Obj.importModule("_strptime"), "_strptime_time");
    return format == null ? f.call1(text) : f.call2(text, format);
  }
}
