package io.github.pycmaven.vm.module.posix;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.host.Environment;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The module {@code posix}: the process and its paths; files are in {@code PosixFiles}. */
@BuiltinModule("posix")
public final class PosixModule {
  private static final PyType TERMINAL_SIZE =
      PyStructSequence.type("os.terminal_size", "columns", "lines");

  private static final PyType UNAME =
      PyStructSequence.type(
          "posix.uname_result", "sysname", "nodename", "release", "version", "machine");

  private static final Object[] NUMBERS = {
    "O_RDONLY",
    0,
    "O_WRONLY",
    1,
    "O_RDWR",
    2,
    "O_CREAT",
    64,
    "O_EXCL",
    128,
    "O_NOCTTY",
    256,
    "O_TRUNC",
    512,
    "O_APPEND",
    1024,
    "O_NONBLOCK",
    2048,
    "O_SYNC",
    1052672,
    "O_DIRECTORY",
    65536,
    "O_NOFOLLOW",
    131072,
    "O_CLOEXEC",
    524288,
    "F_OK",
    0,
    "R_OK",
    4,
    "W_OK",
    2,
    "X_OK",
    1,
    "EX_OK",
    0,
    "EX_USAGE",
    64,
    "EX_DATAERR",
    65,
    "EX_NOINPUT",
    66,
    "EX_NOUSER",
    67,
    "EX_NOHOST",
    68,
    "EX_UNAVAILABLE",
    69,
    "EX_SOFTWARE",
    70,
    "EX_OSERR",
    71,
    "EX_OSFILE",
    72,
    "EX_CANTCREAT",
    73,
    "EX_IOERR",
    74,
    "EX_TEMPFAIL",
    75,
    "EX_PROTOCOL",
    76,
    "EX_NOPERM",
    77,
    "EX_CONFIG",
    78,
  };

  private PosixModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new PosixModuleTable());
    m.dict.put("environ", environment());
    m.dict.put("stat_result", StatResult.TYPE);
    m.dict.put("terminal_size", TERMINAL_SIZE);
    m.dict.put("DirEntry", PyDirEntry.TYPE);
    m.dict.put("error", Exc.OSError);
    m.dict.put("_have_functions", new PyList());
    m.add(new PosixFilesTable());
    PosixProcesses.addTo(m);
    for (int i = 0; i < NUMBERS.length; i += 2) {
      m.dict.put((String) NUMBERS[i], PyInt.of((Integer) NUMBERS[i + 1]));
    }
    return m;
  }

  private static PyDict environment() {
    PyDict env = new PyDict();
    for (Map.Entry<String, String> e : Environment.all().entrySet()) {
      env.put(bytes(e.getKey()), bytes(e.getValue()));
    }
    return env;
  }

  private static PyBytes bytes(String s) {
    return new PyBytes(s.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Builtin("fspath(path)")
  static PyObject fspath(PyObject o) {
    return Paths.fspath(o);
  }

  @Builtin("getcwd()")
  static String getcwd() {
    return WorkingDirectory.get().toString();
  }

  @Builtin("getpid()")
  static long getpid() {
    return ProcessHandle.current().pid();
  }

  @Builtin("getcwdb()")
  static PyObject getcwdb() {
    return bytes(getcwd());
  }

  @Builtin("getppid()")
  static long getppid() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  @Builtin("getuid()")
  static long getuid() {
    return owner("uid");
  }

  @Builtin("geteuid()")
  static long geteuid() {
    return owner("uid");
  }

  @Builtin("getgid()")
  static long getgid() {
    return owner("gid");
  }

  @Builtin("getegid()")
  static long getegid() {
    return owner("gid");
  }

  /** The owner of what the system shows of this very process. */
  private static long owner(String attribute) {
    try {
      return ((Number) Files.getAttribute(Path.of("/proc/self"), "unix:" + attribute)).longValue();
    } catch (IOException | UnsupportedOperationException e) {
      return 0;
    }
  }

  @Builtin("cpu_count()")
  static int cpuCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Builtin("urandom(size, /)")
  static PyObject urandom(int size) {
    if (size < 0) {
      throw Exc.valueError("negative argument not allowed");
    }
    byte[] b = new byte[size];
    new java.security.SecureRandom().nextBytes(b);
    return new PyBytes(b);
  }

  @Builtin("strerror(code, /)")
  static String strerror(int code) {
    return code == 0 ? "Success" : HostErrors.text(code);
  }

  @Builtin("putenv(name, value, /)")
  static void putenv(PyObject name, PyObject value) {
    Environment.set(Paths.text(name), Paths.text(value));
  }

  @Builtin("unsetenv(name, /)")
  static void unsetenv(PyObject name) {
    Environment.set(Paths.text(name), null);
  }

  @Builtin("_create_environ()")
  static PyObject createEnviron() {
    return environment();
  }

  @Builtin("_exit(status)")
  static void exit(int status) {
    Runtime.getRuntime().halt(status & 0xff);
  }

  @Builtin("uname()")
  static PyObject uname() {
    String machine = System.getProperty("os.arch");
    return PyStructSequence.of(
        UNAME,
        PyStr.of(System.getProperty("os.name")),
        PyStr.of("localhost"),
        PyStr.of(System.getProperty("os.version")),
        PyStr.of(""),
        PyStr.of(machine.equals("amd64") ? "x86_64" : machine));
  }

  @Builtin("_path_splitroot_ex(path, /)")
  static PyObject splitRoot(PyObject path) {
    String p = Paths.text(path);
    int slashes = 0;
    while (slashes < p.length() && p.charAt(slashes) == '/') {
      slashes++;
    }
    int root = slashes == 2 ? 2 : Math.min(slashes, 1);
    return PyTuple.of(
        Paths.like(path, ""),
        Paths.like(path, p.substring(0, root)),
        Paths.like(path, p.substring(root)));
  }

  @Builtin("_path_normpath(path)")
  static PyObject normalise(PyObject path) {
    String p = Paths.text(path);
    if (p.isEmpty()) {
      return Paths.like(path, ".");
    }
    String root = p.startsWith("//") && !p.startsWith("///") ? "//" : p.startsWith("/") ? "/" : "";
    java.util.ArrayList<String> parts = new java.util.ArrayList<>();
    for (String s : p.split("/")) {
      if (s.isEmpty() || s.equals(".")) {
        continue;
      }
      if (s.equals("..") && !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
        parts.remove(parts.size() - 1);
      } else if (!s.equals("..") || root.isEmpty()) {
        parts.add(s);
      }
    }
    String r = root + String.join("/", parts);
    return Paths.like(path, r.isEmpty() ? "." : r);
  }
}
