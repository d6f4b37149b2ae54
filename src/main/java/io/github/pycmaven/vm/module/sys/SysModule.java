package io.github.pycmaven.vm.module.sys;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.InterpreterLock;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.IntText;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyByteArray;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyComplex;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;

/** The module {@code sys}. What depends on options is set by the façade. */
@BuiltinModule("sys")
public final class SysModule {
  private static final PyType VERSION_INFO =
      PyStructSequence.type(
          "sys.version_info", "major", "minor", "micro", "releaselevel", "serial");
  private static final PyType FLOAT_INFO =
      PyStructSequence.type(
          "sys.float_info",
          "max",
          "max_exp",
          "max_10_exp",
          "min",
          "min_exp",
          "min_10_exp",
          "dig",
          "mant_dig",
          "epsilon",
          "radix",
          "rounds");
  private static final PyType INT_INFO =
      PyStructSequence.type(
          "sys.int_info",
          "bits_per_digit",
          "sizeof_digit",
          "default_max_str_digits",
          "str_digits_check_threshold");
  private static final PyType HASH_INFO =
      PyStructSequence.type(
          "sys.hash_info",
          "width",
          "modulus",
          "inf",
          "nan",
          "imag",
          "algorithm",
          "hash_bits",
          "seed_bits",
          "cutoff");
  private static final PyType THREAD_INFO =
      PyStructSequence.type("sys.thread_info", "name", "lock", "version");
  public static final PyType FLAGS =
      PyStructSequence.type(
          "sys.flags",
          18,
          "debug",
          "inspect",
          "interactive",
          "optimize",
          "dont_write_bytecode",
          "no_user_site",
          "no_site",
          "ignore_environment",
          "verbose",
          "bytes_warning",
          "quiet",
          "hash_randomization",
          "isolated",
          "dev_mode",
          "utf8_mode",
          "warn_default_encoding",
          "safe_path",
          "int_max_str_digits",
          "gil",
          "thread_inherit_context",
          "context_aware_warnings");
  private static final PyType ASYNCGEN_HOOKS =
      PyStructSequence.type("sys.asyncgen_hooks", "firstiter", "finalizer");

  private SysModule() {}

  private static PyObject i(long v) {
    return PyInt.of(v);
  }

  private static PyObject s(String v) {
    return PyStr.of(v);
  }

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new SysModuleTable());
    PyDict d = m.dict;
    PyObject version = PyStructSequence.of(VERSION_INFO, i(3), i(14), i(3), s("final"), i(0));
    d.put("version_info", version);
    d.put("hexversion", i(0x030e03f0));
    d.put(
        "version",
        s("3.14.3 (pyc virtual machine) [Java " + System.getProperty("java.version") + "]"));
    d.put("copyright", s("Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved."));
    d.put(
        "platform",
        s(
            System.getProperty("os.name").startsWith("Windows")
                ? "win32"
                : System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux"));
    d.put("maxsize", i(Long.MAX_VALUE));
    d.put("maxunicode", i(0x10ffff));
    d.put("byteorder", s("little"));
    d.put("api_version", i(1013));
    d.put("platlibdir", s("lib"));
    d.put("abiflags", s(""));
    d.put("float_repr_style", s("short"));
    d.put("_framework", s(""));
    d.put("_git", PyTuple.of(s("pyc"), s(""), s("")));
    d.put(
        "float_info",
        PyStructSequence.of(
            FLOAT_INFO,
            new PyFloat(Double.MAX_VALUE),
            i(1024),
            i(308),
            new PyFloat(Double.MIN_NORMAL),
            i(-1021),
            i(-307),
            i(15),
            i(53),
            new PyFloat(Math.ulp(1.0)),
            i(2),
            i(1)));
    d.put("int_info", PyStructSequence.of(INT_INFO, i(30), i(4), i(4300), i(640)));
    d.put(
        "hash_info",
        PyStructSequence.of(
            HASH_INFO,
            i(64),
            i((1L << 61) - 1),
            i(314159),
            i(0),
            i(1000003),
            s("java"),
            i(64),
            i(128),
            i(0)));
    d.put(
        "thread_info", PyStructSequence.of(THREAD_INFO, s("pthread"), s("semaphore"), PyNone.NONE));
    d.put("modules", new PyDict());
    d.put("implementation", implementation(version));
    d.put(
        "monitoring",
        io.github.pycmaven.vm.module.monitoring.MonitoringModule.create(PySimpleNamespace.TYPE));
    d.put("dont_write_bytecode", PyBool.FALSE);
    d.put("pycache_prefix", PyNone.NONE);
    d.put("warnoptions", new io.github.pycmaven.vm.core.object.PyList());
    d.put("_xoptions", new PyDict());
    d.put("path_importer_cache", new PyDict());
    d.put("meta_path", new io.github.pycmaven.vm.core.object.PyList());
    d.put("path_hooks", new io.github.pycmaven.vm.core.object.PyList());
    d.put("_home", PyNone.NONE);
    SysRuntime.addTo(m);
    d.put("__displayhook__", d.get("displayhook"));
    d.put("__excepthook__", d.get("excepthook"));
    d.put("__unraisablehook__", d.get("unraisablehook"));
    d.put("__breakpointhook__", d.get("breakpointhook"));
    return m;
  }

  private static PyObject implementation(PyObject version) {
    PyDict d = new PyDict();
    d.put("name", s("pyc"));
    d.put("cache_tag", s("cpython-314"));
    d.put("version", version);
    d.put("hexversion", i(0x030e03f0));
    d.put("_multiarch", s("x86_64-linux-gnu"));
    d.put("supports_isolated_interpreters", PyBool.FALSE);
    return new PySimpleNamespace(d);
  }

  @Builtin("getrecursionlimit()")
  static int getRecursionLimit() {
    return ThreadState.recursionLimit;
  }

  @Builtin("setrecursionlimit(limit, /)")
  static void setRecursionLimit(int limit) {
    if (limit < 1) {
      throw Exc.valueError("recursion limit must be greater or equal than 1");
    }
    if (limit <= ThreadState.current().depth) {
      throw Exc.raise(
          Exc.RecursionError,
          "cannot set the recursion limit to "
              + limit
              + " at the recursion depth "
              + ThreadState.current().depth
              + ": the limit is too low");
    }
    ThreadState.recursionLimit = limit;
  }

  @Builtin("get_int_max_str_digits()")
  static int getIntMaxStrDigits() {
    return IntText.maxDigits;
  }

  @Builtin("set_int_max_str_digits(maxdigits)")
  static void setIntMaxStrDigits(int n) {
    if (n != 0 && n < 640) {
      throw Exc.valueError("maxdigits must be >= 640 or 0 for unlimited");
    }
    IntText.maxDigits = n;
  }

  @Builtin("_getframe(depth=0, /)")
  static PyObject getFrame(int depth) {
    PyFrame f = PyFrame.current(depth);
    if (f == null) {
      throw Exc.valueError("call stack is not deep enough");
    }
    return f;
  }

  @Builtin("_getframemodulename(depth=0)")
  static PyObject getFrameModuleName(int depth) {
    PyFrame f = PyFrame.current(depth);
    return f == null ? PyNone.NONE : PyNone.orNone(f.globals.get(Names.NAME));
  }

  @Builtin("_current_frames()")
  static PyObject currentFrames() {
    PyDict d = new PyDict();
    for (ThreadState t : InterpreterLock.states()) {
      if (t.depth > 0 && t.stack[t.depth - 1] instanceof PyFrame f) {
        f.escaped = true;
        d.put(PyInt.of(t.id), f);
      }
    }
    return d;
  }

  @Builtin("exception()")
  static PyObject exception() {
    return PyNone.orNone(ThreadState.current().handled());
  }

  @Builtin("exc_info()")
  static PyObject excInfo() {
    PyException e = ThreadState.current().handled();
    return e == null
        ? PyTuple.of(PyNone.NONE, PyNone.NONE, PyNone.NONE)
        : PyTuple.of(e.type, e, PyNone.orNone(e.traceback));
  }

  @Builtin("exit(status=None, /)")
  static void exit(PyObject status) {
    throw status == null
        ? Exc.raise(Exc.make(Exc.SystemExit))
        : Exc.raise(
            (PyException)
                (status instanceof PyTuple t
                    ? Exc.SystemExit.callN(t.items)
                    : Exc.SystemExit.call1(status)));
  }

  @Builtin("intern(string, /)")
  static PyObject intern(PyObject o) {
    if (o.type != PyStr.TYPE) {
      throw Exc.typeError(
          o instanceof PyStr
              ? "can't intern " + o.type.name
              : "intern() argument must be str, not " + o.type.name);
    }
    return ((PyStr) o).interned();
  }

  @Builtin("_is_interned(string, /)")
  static boolean isInterned(PyStr o) {
    return o.isInterned();
  }

  @Builtin("getrefcount(object, /)")
  static int getRefCount(PyObject o) {
    return 1;
  }

  @Builtin("getsizeof(object, default=<null>)")
  static PyObject getSizeOf(PyObject o, PyObject fallback) {
    PyObject f = Obj.special(o, PyStr.intern("__sizeof__"));
    if (f == null) {
      if (fallback != null) {
        return fallback;
      }
      throw Exc.typeError("Type " + o.type.name + " doesn't define __sizeof__");
    }
    PyInt n = Obj.index(f.call0());
    if (n.signum() < 0) {
      throw Exc.valueError("__sizeof__() should return >= 0");
    }
    return PyInt.of(n.value + (isCollected(o) ? 16 : 0));
  }

  /** Whether CPython's collector would keep a header before the object. */
  private static boolean isCollected(PyObject o) {
    return o.type.isHeap
        || !(o instanceof PyInt
            || o instanceof PyStr
            || o instanceof PyFloat
            || o instanceof PyComplex
            || o instanceof PyBytes
            || o instanceof PyByteArray
            || o == PyNone.NONE);
  }

  @Builtin("getdefaultencoding()")
  static String getDefaultEncoding() {
    return "utf-8";
  }

  @Builtin("getfilesystemencoding()")
  static String getFileSystemEncoding() {
    return "utf-8";
  }

  @Builtin("getfilesystemencodeerrors()")
  static String getFileSystemEncodeErrors() {
    return "surrogateescape";
  }

  @Builtin("is_finalizing()")
  static boolean isFinalizing() {
    return false;
  }

  @Builtin("getswitchinterval()")
  static double getSwitchInterval() {
    return InterpreterLock.switchInterval();
  }

  @Builtin("setswitchinterval(interval, /)")
  static void setSwitchInterval(double interval) {
    if (interval <= 0) {
      throw Exc.valueError("switch interval must be strictly positive");
    }
    InterpreterLock.setSwitchInterval(interval);
  }

  @Builtin("_is_gil_enabled()")
  static boolean isGilEnabled() {
    return true;
  }

  @Builtin("_clear_internal_caches()")
  static void clearInternalCaches() {}

  @Builtin("_clear_type_cache()")
  static void clearTypeCache() {}

  @Builtin("audit(event, /, *args)")
  static void audit(PyObject event, PyObject[] args) {}

  @Builtin("addaudithook(hook)")
  static void addAuditHook(PyObject hook) {}

  @Builtin("gettrace()")
  static PyObject getTrace() {
    return PyNone.orNone(ThreadState.current().tracer);
  }

  @Builtin("settrace(function, /)")
  static void setTrace(PyObject f) {
    PyCode.tier().setTracer(PyNone.toNull(f));
  }

  @Builtin("getprofile()")
  static PyObject getProfile() {
    return PyNone.orNone(ThreadState.current().profiler);
  }

  @Builtin("setprofile(function, /)")
  static void setProfile(PyObject f) {
    PyCode.tier().setProfiler(PyNone.toNull(f));
  }

  @Builtin("get_coroutine_origin_tracking_depth()")
  static int getOriginDepth() {
    return ThreadState.current().originDepth;
  }

  @Builtin("set_coroutine_origin_tracking_depth(depth)")
  static void setOriginDepth(int depth) {
    if (depth < 0) {
      throw Exc.valueError("depth must be >= 0");
    }
    ThreadState.current().originDepth = depth;
  }

  @Builtin("get_asyncgen_hooks()")
  static PyObject getAsyncgenHooks() {
    ThreadState t = ThreadState.current();
    return PyStructSequence.of(
        ASYNCGEN_HOOKS, PyNone.orNone(t.firstIteration), PyNone.orNone(t.finalizer));
  }

  @Builtin("set_asyncgen_hooks(firstiter=<null>, finalizer=<null>)")
  static void setAsyncgenHooks(PyObject first, PyObject finalizer) {
    ThreadState t = ThreadState.current();
    for (PyObject f : new PyObject[] {first, finalizer}) {
      if (f != null && f != PyNone.NONE && !Calls.isCallable(f)) {
        throw Exc.typeError(
            "callable "
                + (f == first ? "firstiter" : "finalizer")
                + " expected, got "
                + f.type.name);
      }
    }
    if (first != null) {
      t.firstIteration = PyNone.toNull(first);
    }
    if (finalizer != null) {
      t.finalizer = PyNone.toNull(finalizer);
    }
  }

  @Builtin("displayhook(object, /)")
  static void displayHook(PyObject o) {
    if (o == PyNone.NONE) {
      return;
    }
    Obj.runtime().builtins().put("_", PyNone.NONE);
    PyObject out = Obj.getAttr(Obj.importModule("sys"), "stdout");
    Calls.method(out, Names.WRITE, Obj.reprObject(o));
    Calls.method(out, Names.WRITE, PyStr.of("\n"));
    Obj.runtime().builtins().put("_", o);
  }

  @Builtin("excepthook(exctype, value, traceback, /)")
  static void exceptHook(PyObject type, PyObject value, PyObject tb) {
    ErrorDisplay.print(value, tb);
  }

  @Builtin("unraisablehook(unraisable, /)")
  static void unraisableHook(PyObject u) {
    Unraisable.print(u);
  }

  @Builtin("breakpointhook(*args, **kws)")
  static PyObject breakpointHook(PyObject[] args, PyDict keywords) {
    PyObject wanted =
        Obj.getAttr(Obj.getAttr(Obj.importModule("os"), "environ"), "get")
            .call1(PyStr.of("PYTHONBREAKPOINT"));
    String path = wanted instanceof PyStr p && !p.value.isEmpty() ? p.value : "pdb.set_trace";
    if (path.equals("0")) {
      return PyNone.NONE;
    }
    PyObject hook = importedHook(path);
    if (hook == null) {
      Obj.getAttr(Obj.importModule("warnings"), "warn")
          .call2(
              PyStr.of("Ignoring unimportable $PYTHONBREAKPOINT: \"" + path + "\""),
              Exc.RuntimeWarning);
      return PyNone.NONE;
    }
    if (path.equals("pdb.set_trace")) {
      traceWithoutMonitoring();
    }
    return Calls.callDict(hook, args, keywords);
  }

  /** The debugger asks for {@code sys.monitoring} unless there is an instance that traces. */
  private static void traceWithoutMonitoring() {
    PyObject debugger = Obj.getAttr(Obj.importModule("pdb"), "Pdb");
    PyStr last = PyStr.intern("_last_pdb_instance");
    if (Obj.getAttr(debugger, last) == PyNone.NONE) {
      PyDict options = new PyDict();
      options.put("mode", PyStr.of("inline"));
      options.put("backend", PyStr.of("settrace"));
      options.put("colorize", PyBool.TRUE);
      Obj.setAttr(debugger, last, Calls.callDict(debugger, Calls.NO_ARGS, options));
    }
  }

  /** What a dotted path names, a bare name among the builtins; null if it cannot be imported. */
  private static PyObject importedHook(String path) {
    int dot = path.lastIndexOf('.');
    if (dot == 0) {
      return null;
    }
    try {
      PyObject module = Obj.importModule(dot < 0 ? "builtins" : path.substring(0, dot));
      return Obj.getAttr(module, path.substring(dot + 1));
    } catch (PyRaise e) {
      if (e.matches(Exc.ImportError) || e.matches(Exc.AttributeError)) {
        return null;
      }
      throw e;
    }
  }
}
