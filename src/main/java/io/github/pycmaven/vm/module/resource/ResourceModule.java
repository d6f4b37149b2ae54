package io.github.pycmaven.vm.module.resource;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The module {@code resource}: limits as the system shows them; the JVM can't change them. */
@BuiltinModule("resource")
public final class ResourceModule {
  private static final String[] LIMITS = {
    "CPU",
    "FSIZE",
    "DATA",
    "STACK",
    "CORE",
    "RSS",
    "NPROC",
    "NOFILE",
    "MEMLOCK",
    "AS",
    "LOCKS",
    "SIGPENDING",
    "MSGQUEUE",
    "NICE",
    "RTPRIO",
    "RTTIME"
  };
  private static final String[] LINES = {
    "Max cpu time",
    "Max file size",
    "Max data size",
    "Max stack size",
    "Max core file size",
    "Max resident set",
    "Max processes",
    "Max open files",
    "Max locked memory",
    "Max address space",
    "Max file locks",
    "Max pending signals",
    "Max msgqueue size",
    "Max nice priority",
    "Max realtime priority",
    "Max realtime timeout"
  };
  private static final PyType USAGE =
      PyStructSequence.type(
          "resource.struct_rusage",
          "ru_utime",
          "ru_stime",
          "ru_maxrss",
          "ru_ixrss",
          "ru_idrss",
          "ru_isrss",
          "ru_minflt",
          "ru_majflt",
          "ru_nswap",
          "ru_inblock",
          "ru_oublock",
          "ru_msgsnd",
          "ru_msgrcv",
          "ru_nsignals",
          "ru_nvcsw",
          "ru_nivcsw");

  private ResourceModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new ResourceModuleTable());
    m.dict.put("error", Exc.OSError);
    m.dict.put("struct_rusage", USAGE);
    for (int i = 0; i < LIMITS.length; i++) {
      if (i != 10) {
        m.dict.put("RLIMIT_" + LIMITS[i], PyInt.of(i));
      }
    }
    m.dict.put("RLIMIT_OFILE", PyInt.of(7));
    m.dict.put("RUSAGE_SELF", PyInt.ZERO);
    m.dict.put("RUSAGE_CHILDREN", PyInt.of(-1));
    m.dict.put("RUSAGE_THREAD", PyInt.ONE);
    m.dict.put("RLIM_INFINITY", PyInt.of(-1));
    return m;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static long limit(String text) {
    return text.equals("unlimited") ? -1 : Long.parseLong(text);
  }

  @Builtin("getrlimit(resource, /)")
  static PyObject limit(int which) {
    if (which < 0 || which >= LIMITS.length) {
      throw Exc.valueError("invalid resource specified");
    }
    for (String line : lines("/proc/self/limits")) {
      if (line.startsWith(LINES[which])) {
        String[] f = line.substring(LINES[which].length()).trim().split(" +");
        return PyTuple.of(PyInt.of(limit(f[0])), PyInt.of(limit(f[1])));
      }
    }
    return PyTuple.of(PyInt.of(-1), PyInt.of(-1));
  }

  @Builtin("setrlimit(resource, limits, /)")
  static void setLimit(int which, PyObject limits) {
    PyObject now = limit(which);
    PyObject[] wanted = Obj.toArray(limits);
    if (wanted.length != 2) {
      throw Exc.valueError("expected a tuple of 2 integers");
    }
    if (!Obj.equal(now, PyTuple.of(Obj.index(wanted[0]), Obj.index(wanted[1])))) {
      throw Exc.valueError("not allowed to raise maximum limit");
    }
  }

  @Builtin("getpagesize()")
  static int pageSize() {
    return 4096;
  }

  @Builtin("getrusage(who, /)")
  static PyObject usage(int who) {
    if (who < -1 || who > 1) {
      throw Exc.valueError("invalid who parameter");
    }
    PyObject[] v = new PyObject[16];
    java.util.Arrays.fill(v, PyInt.ZERO);
    v[0] = new PyFloat(0);
    v[1] = new PyFloat(0);
    if (who >= 0) {
      for (String line : lines("/proc/self/stat")) {
        String[] f = line.substring(line.lastIndexOf(')') + 2).split(" ");
        v[0] = new PyFloat(Long.parseLong(f[11]) / 100.0);
        v[1] = new PyFloat(Long.parseLong(f[12]) / 100.0);
        v[6] = PyInt.of(Long.parseLong(f[7]));
        v[7] = PyInt.of(Long.parseLong(f[9]));
      }
      for (String line : lines("/proc/self/status")) {
        if (line.startsWith("VmHWM:")) {
          v[2] = PyInt.of(Long.parseLong(line.substring(6).replace("kB", "").trim()));
        }
      }
    }
    return PyStructSequence.of(USAGE, v);
  }
}
