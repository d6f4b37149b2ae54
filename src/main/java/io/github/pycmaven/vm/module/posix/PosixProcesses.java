package io.github.pycmaven.vm.module.posix;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PySet;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.Processes;
import java.io.IOException;
import java.util.List;

/** The functions of {@code posix} that deal with processes. */
@BuiltinModule("posix")
final class PosixProcesses {
  private static final PyType TIMES =
      PyStructSequence.type(
          "posix.times_result", "user", "system", "children_user", "children_system", "elapsed");

  private static final int SIGNALLED = 128;
  private static final int SIGNALS = 32;

  /** Names, numbers and values of what {@code sysconf} tells. */
  private static final Object[] SYSTEM = {
    "SC_ARG_MAX",
    0,
    2097152L,
    "SC_CLK_TCK",
    2,
    100L,
    "SC_NGROUPS_MAX",
    3,
    65536L,
    "SC_OPEN_MAX",
    4,
    1048576L,
    "SC_PAGESIZE",
    30,
    4096L,
    "SC_PAGE_SIZE",
    30,
    4096L,
    "SC_SEM_NSEMS_MAX",
    32,
    -1L,
    "SC_IOV_MAX",
    60,
    1024L,
    "SC_NPROCESSORS_CONF",
    83,
    0L,
    "SC_NPROCESSORS_ONLN",
    84,
    0L,
    "SC_PHYS_PAGES",
    85,
    1L << 21
  };

  private PosixProcesses() {}

  @Builtin("sysconf(name, /)")
  static long sysconf(PyObject name) {
    for (int i = 0; i < SYSTEM.length; i += 3) {
      boolean same =
          name instanceof PyInt n
              ? n.value == (Integer) SYSTEM[i + 1]
              : name instanceof PyStr s && s.value.equals(SYSTEM[i]);
      if (same) {
        long value = (Long) SYSTEM[i + 2];
        return value == 0 ? Runtime.getRuntime().availableProcessors() : value;
      }
    }
    if (name instanceof PyInt) {
      throw HostErrors.of(22, null);
    }
    if (!(name instanceof PyStr)) {
      throw Exc.typeError("configuration names must be strings or integers");
    }
    throw Exc.valueError("unrecognized configuration name");
  }

  static void addTo(PyModule m) {
    m.add(new PosixProcessesTable());
    m.dict.put("times_result", TIMES);
    PyDict names = new PyDict();
    for (int i = 0; i < SYSTEM.length; i += 3) {
      names.put((String) SYSTEM[i], PyInt.of((Integer) SYSTEM[i + 1]));
    }
    m.dict.put("sysconf_names", names);
    Object[] numbers = {
      "WNOHANG",
      1,
      "WUNTRACED",
      2,
      "WCONTINUED",
      8,
      "WEXITED",
      4,
      "WSTOPPED",
      2,
      "WNOWAIT",
      0x1000000,
      "P_ALL",
      0,
      "P_PID",
      1,
      "P_PGID",
      2,
      "SEEK_DATA",
      3,
      "SEEK_HOLE",
      4,
      "TMP_MAX",
      238328,
      "NGROUPS_MAX",
      65536
    };
    for (int i = 0; i < numbers.length; i += 2) {
      m.dict.put((String) numbers[i], PyInt.of((Integer) numbers[i + 1]));
    }
  }

  /** An exit value as {@code wait} gives it: the JVM tells a signal as 128 and its number. */
  private static int status(long value) {
    return value > SIGNALLED && value < SIGNALLED + SIGNALS
        ? (int) value - SIGNALLED
        : (int) (value & 0xff) << 8;
  }

  @Builtin("waitpid(pid, options, /)")
  static PyObject waitpid(long pid, int options) {
    long[] r = Processes.await(pid, (options & 1) == 0);
    return r == null
        ? PyTuple.of(PyInt.ZERO, PyInt.ZERO)
        : PyTuple.of(PyInt.of(r[0]), PyInt.of(status(r[1])));
  }

  @Builtin("wait()")
  static PyObject awaitAny() {
    return waitpid(-1, 0);
  }

  @Builtin("WIFEXITED(status)")
  static boolean isExited(int status) {
    return (status & 0x7f) == 0;
  }

  @Builtin("WEXITSTATUS(status)")
  static int exitStatus(int status) {
    return status >> 8 & 0xff;
  }

  @Builtin("WIFSIGNALED(status)")
  static boolean isSignalled(int status) {
    return (status & 0x7f) != 0 && (status & 0x7f) != 0x7f;
  }

  @Builtin("WTERMSIG(status)")
  static int termSignal(int status) {
    return status & 0x7f;
  }

  @Builtin("WIFSTOPPED(status)")
  static boolean isStopped(int status) {
    return (status & 0xff) == 0x7f;
  }

  @Builtin("WSTOPSIG(status)")
  static int stopSignal(int status) {
    return exitStatus(status);
  }

  @Builtin("WIFCONTINUED(status)")
  static boolean isContinued(int status) {
    return status == 0xffff;
  }

  @Builtin("WCOREDUMP(status, /)")
  static boolean isCoreDump(int status) {
    return (status & 0x80) != 0;
  }

  @Builtin("waitstatus_to_exitcode(status)")
  static int exitCode(PyObject status) {
    int s = Obj.index(status).clippedInt();
    if (isExited(s)) {
      return exitStatus(s);
    }
    if (isSignalled(s)) {
      return -termSignal(s);
    }
    throw Exc.valueError("process stopped by delivery of signal " + stopSignal(s));
  }

  @Builtin("kill(pid, signal, /)")
  static void kill(long pid, int signal) {
    if (pid == ProcessHandle.current().pid()) {
      if (signal != 0) {
        Calls.method(Obj.importModule("_signal"), "raise_signal", PyInt.of(signal));
      }
    } else {
      Processes.signal(pid, signal);
    }
  }

  @Builtin("system(command)")
  static int system(PyObject command) {
    try {
      long pid =
          Processes.start(
              List.of("/bin/sh", "-c", Paths.text(command)), null, null, new int[] {-1, -1, -1});
      return status(Processes.await(pid, true)[1]);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Builtin("abort()")
  static void abort() {
    Runtime.getRuntime().halt(SIGNALLED + 6);
  }

  @Builtin("getpgid(pid)")
  static long getpgid(long pid) {
    return pid == 0 ? ProcessHandle.current().pid() : pid;
  }

  @Builtin("getpgrp()")
  static long getpgrp() {
    return ProcessHandle.current().pid();
  }

  @Builtin("getsid(pid, /)")
  static long getsid(long pid) {
    return getpgid(pid);
  }

  @Builtin("getlogin()")
  static String getlogin() {
    return System.getProperty("user.name");
  }

  @Builtin("nice(increment, /)")
  static int nice(int increment) {
    return 0;
  }

  @Builtin("getloadavg()")
  static PyObject getloadavg() {
    PyObject n = new PyFloat(0.0);
    return PyTuple.of(n, n, n);
  }

  @Builtin("sched_yield()")
  static void yieldThread() {
    Thread.yield();
  }

  @Builtin("sched_getaffinity(pid, /)")
  static PyObject affinity(int pid) {
    PySet out = new PySet();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      out.add(PyInt.of(i));
    }
    return out;
  }

  @Builtin("times()")
  static PyObject times() {
    double cpu =
        ProcessHandle.current().info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0);
    return PyStructSequence.of(
        TIMES,
        new PyFloat(cpu),
        new PyFloat(0),
        new PyFloat(0),
        new PyFloat(0),
        new PyFloat(System.nanoTime() / 1e9));
  }
}
