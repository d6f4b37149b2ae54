package io.github.pycmaven.vm;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.InterpreterLock;
import io.github.pycmaven.vm.core.call.PyCell;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Codecs;
import io.github.pycmaven.vm.core.object.IntText;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.frame.Decoder314;
import io.github.pycmaven.vm.frame.GeneratorKinds;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.host.Launcher;
import io.github.pycmaven.vm.interp.Interpreter;
import io.github.pycmaven.vm.module.builtins.BuiltinsModule;
import io.github.pycmaven.vm.module.builtins.Execution;
import io.github.pycmaven.vm.module.builtins.Importer;
import io.github.pycmaven.vm.module.builtins.PySiteBuiltin;
import io.github.pycmaven.vm.module.imp.ImpModule;
import io.github.pycmaven.vm.module.imp.PyArchiveHook;
import io.github.pycmaven.vm.module.imp.PyResourceImporter;
import io.github.pycmaven.vm.module.io.IoModule;
import io.github.pycmaven.vm.module.java.PyJavaImporter;
import io.github.pycmaven.vm.module.marshal.MarshalModule;
import io.github.pycmaven.vm.module.signal.SignalModule;
import io.github.pycmaven.vm.module.sys.SysModule;
import io.github.pycmaven.vm.module.sys.Unraisable;
import io.github.pycmaven.vm.op.Awaiting;
import io.github.pycmaven.vm.op.Building;
import io.github.pycmaven.vm.op.GlobalSites;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * One Python interpreter: joins the object model, the tiers and the modules, and starts importlib.
 */
public final class PythonVm implements Obj.Runtime {
  /** What the program is called. */
  static final String EXECUTABLE = "python3.14";

  /** The Python that this is. */
  static final String VERSION = "3.14.3";

  private final VmOptions options;
  private PyDict builtins;
  private PyDict modules;
  private PyModule sys;

  /** Where Java classes that Python code imports come from. */
  private ClassLoader javaClasses = PythonVm.class.getClassLoader();

  public PythonVm(VmOptions options) {
    this.options = options;
  }

  /** Sets where Java classes that Python code imports come from; before the start. */
  void setJavaClasses(ClassLoader classes) {
    javaClasses = classes;
  }

  /** Brings the interpreter up to the point where programs can be imported. */
  public void start() {
    PyCode.install(new Decoder314(), new Interpreter());
    Awaiting.install(new GeneratorKinds());
    InterpreterLock.start();
    SignalModule.listenForInterrupt();
    BuiltinModules source = new BuiltinModules();
    ImpModule.install(source, options.checkHashBasedPycs());
    sys = SysModule.create();
    modules = (PyDict) sys.dict.get("modules");
    PyModule b = BuiltinsModule.create();
    builtins = b.dict;
    Building.keep(builtins.get(PyStr.intern("all")), builtins.get(PyStr.intern("any")));
    Obj.setRuntime(this);
    modules.put("sys", sys);
    modules.put("builtins", b);
    configure(source);
    startImportlib();
    if (options.flags().devMode) {
      Codecs.checkNames();
    }
    if (options.flags().importTime > 0) {
      Importer.reportTimes();
    }
  }

  private void configure(BuiltinModules source) {
    PyDict d = sys.dict;
    PyObject[] names = new PyObject[BuiltinModules.NAMES.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = PyStr.intern(BuiltinModules.NAMES[i]);
    }
    d.put("builtin_module_names", new io.github.pycmaven.vm.core.object.PyTuple(names));
    String lib = options.library().toString();
    for (String n : new String[] {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"}) {
      d.put(n, PyStr.of(lib));
    }
    d.put("_stdlib_dir", PyStr.of(lib));
    PyStr executable = PyStr.of(Launcher.path().toString());
    d.put("executable", executable);
    d.put("_base_executable", executable);
    d.put("argv", texts(options.arguments()));
    d.put("orig_argv", texts(options.original()));
    PyList path = new PyList();
    for (String p : options.path()) {
      path.append(PyStr.of(p));
    }
    path.append(PyStr.of(lib));
    d.put("path", path);
    VmOptions.Flags f = options.flags();
    d.put(
        "flags",
        PyStructSequence.of(
            SysModule.FLAGS,
            PyInt.of(f.debug),
            PyInt.of(f.inspect),
            PyInt.of(f.interactive),
            PyInt.of(f.optimize),
            PyInt.of(f.dontWriteBytecode ? 1 : 0),
            PyInt.of(f.noUserSite ? 1 : 0),
            PyInt.of(f.noSite || options.isApplication() ? 1 : 0),
            PyInt.of(f.ignoreEnvironment ? 1 : 0),
            PyInt.of(f.verbose),
            PyInt.of(f.bytesWarning),
            PyInt.of(f.quiet ? 1 : 0),
            PyInt.ONE,
            PyInt.of(f.isolated ? 1 : 0),
            PyBool.of(f.devMode),
            PyInt.ZERO,
            PyInt.ZERO,
            PyBool.of(f.safePath),
            PyInt.of(f.intMaxStrDigits),
            PyInt.ONE,
            PyInt.ZERO,
            PyInt.ZERO));
    IntText.maxDigits = f.intMaxStrDigits;
    d.put("dont_write_bytecode", PyBool.of(f.dontWriteBytecode));
    d.put(
        "pycache_prefix",
        options.cachePrefix() == null ? PyNone.NONE : PyStr.of(options.cachePrefix()));
    d.put("warnoptions", texts(options.warnings()));
    PyDict extra = new PyDict();
    for (Map.Entry<String, String> e : options.extra().entrySet()) {
      extra.put(e.getKey(), e.getValue().isEmpty() ? PyBool.TRUE : PyStr.of(e.getValue()));
    }
    d.put("_xoptions", extra);
    PyObject out = IoModule.standard(1, f.unbuffered);
    PyObject err = IoModule.standard(2, f.unbuffered);
    PyObject in = IoModule.standard(0, false);
    d.put("stdin", in);
    d.put("stdout", out);
    d.put("stderr", err);
    d.put("__stdin__", in);
    d.put("__stdout__", out);
    d.put("__stderr__", err);
  }

  private static PyList texts(List<String> all) {
    PyList out = new PyList();
    for (String a : all) {
      out.append(PyStr.of(a));
    }
    return out;
  }

  /** Runs importlib's two bootstrap modules from their caches, as CPython runs its frozen ones. */
  private void startImportlib() {
    PyModule imp = ImpModule.create();
    modules.put("_imp", imp);
    PyModule boot = bootModule("_frozen_importlib", "_bootstrap");
    Calls.method(boot, "_install", sys, imp);
    PyModule external = bootModule("_frozen_importlib_external", "_bootstrap_external");
    boot.dict.put("_bootstrap_external", external);
    Calls.method(external, "_install", boot);
    ((PyList) sys.dict.get("meta_path")).append(new PyJavaImporter(javaClasses));
    PyList hooks = (PyList) sys.dict.get("path_hooks");
    hooks.insertAt(0, new PyArchiveHook());
    if (!Files.isDirectory(options.library())) {
      PyResourceImporter.installLibrary(options.library().toString(), Library.INSIDE);
      hooks.insertAt(0, PyResourceImporter.TYPE);
    }
    modules.put("importlib._bootstrap", boot);
    modules.put("importlib._bootstrap_external", external);
  }

  private PyModule bootModule(String name, String file) {
    PyModule m = PyModule.named(name);
    modules.put(name, m);
    PyCode code;
    try {
      byte[] cache =
          Library.read(options.library(), "importlib/__pycache__/" + file + ".cpython-314.pyc");
      code = (PyCode) MarshalModule.read(cache, 16);
      code.fixFilename(PyStr.of("<frozen importlib." + file + ">"));
    } catch (IOException e) {
      throw new IllegalStateException("no importlib", e);
    }
    m.dict.put(Names.BUILTINS, builtins);
    Execution.run(code, m.dict, m.dict, null);
    return m;
  }

  /** {@code sys}. */
  public PyModule sys() {
    return sys;
  }

  /** Imports {@code site}, unless an option forbids it or it would do nothing. */
  void importSite() {
    if (options.flags().noSite) {
      return;
    }
    if (options.isApplication()) {
      PySiteBuiltin.install(builtins, false);
    } else if (!SiteSetup.isNeeded(options)) {
      PySiteBuiltin.install(builtins, true);
    } else {
      try {
        importModule("site");
      } catch (PyRaise e) {
        if (!e.value.type.isSubtype(Exc.ImportError)) {
          throw e;
        }
        // A module that site stands on is not part of this virtual machine yet.
      }
    }
  }

  /** A loader of importlib for the main program. */
  PyObject loader(String kind, String path) {
    PyObject external = modules.get("_frozen_importlib_external");
    return Obj.getAttr(external, kind).call2(PyStr.intern("__main__"), PyStr.of(path));
  }

  /** Makes the module {@code __main__}. */
  public PyModule mainModule() {
    PyModule m = PyModule.named("__main__");
    m.dict.put(Names.BUILTINS, modules.get("builtins"));
    m.dict.put(Names.LOADER, Obj.getAttr(modules.get("_frozen_importlib"), "BuiltinImporter"));
    modules.put("__main__", m);
    return m;
  }

  @Override
  public PyDict builtins() {
    return builtins;
  }

  @Override
  public PyDict currentBuiltins() {
    PyFrame f = PyFrame.current(0);
    return f == null ? builtins : f.builtins;
  }

  @Override
  public PyObject customBuiltin(PyDict from, PyStr name) {
    return GlobalSites.builtin(from, name);
  }

  @Override
  public PyDict modules() {
    return modules;
  }

  @Override
  public PyObject importModule(String name) {
    return Importer.load(PyStr.intern(name));
  }

  @Override
  public PyDict currentGlobals() {
    PyFrame f = PyFrame.current(0);
    return f == null ? null : f.globals;
  }

  @Override
  public PyObject[] superArguments() {
    PyFrame f = PyFrame.current(0);
    if (f == null || !f.code.hasArguments()) {
      throw Exc.runtimeError("super(): no arguments");
    }
    PyObject self = f.s[0];
    if (f.code.isCell(0) && self instanceof PyCell c) {
      self = c.value;
    }
    if (self == null) {
      throw Exc.runtimeError("super(): arg[0] deleted");
    }
    PyStr[] names = f.code.localNames;
    for (int i = names.length - 1; i >= 0; i--) {
      if (names[i] == Names.CLASS && f.s[i] instanceof PyCell c) {
        if (c.value == null) {
          throw Exc.runtimeError("super(): empty __class__ cell");
        }
        return new PyObject[] {c.value, self};
      }
    }
    throw Exc.runtimeError("super(): __class__ cell not found");
  }

  @Override
  public void warn(PyType category, String message, int level) {
    Calls.method(importModule("_warnings"), "warn", PyStr.of(message), category, PyInt.of(level));
  }

  @Override
  public void unraisable(String message, PyException e, PyObject object) {
    Unraisable.report(message, e, object);
  }
}
