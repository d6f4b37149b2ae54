package io.github.pycmaven.vm;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyCell;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.frame.Decoder314;
import io.github.pycmaven.vm.frame.GeneratorKinds;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.interp.Interpreter;
import io.github.pycmaven.vm.module.builtins.BuiltinsModule;
import io.github.pycmaven.vm.module.builtins.Execution;
import io.github.pycmaven.vm.module.builtins.Importer;
import io.github.pycmaven.vm.module.imp.ImpModule;
import io.github.pycmaven.vm.module.io.PyStandardStream;
import io.github.pycmaven.vm.module.marshal.MarshalModule;
import io.github.pycmaven.vm.module.sys.SysModule;
import io.github.pycmaven.vm.op.Awaiting;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One Python interpreter: joins the object model, the tiers and the modules, and starts importlib.
 */
public final class PythonVm implements Obj.Runtime {
  private final VmOptions options;
  private PyDict builtins;
  private PyDict modules;
  private PyModule sys;

  public PythonVm(VmOptions options) {
    this.options = options;
  }

  /** Brings the interpreter up to the point where programs can be imported. */
  public void start() {
    PyCode.install(new Decoder314(), new Interpreter());
    Awaiting.install(new GeneratorKinds());
    ThreadState.current().id = 1;
    BuiltinModules source = new BuiltinModules();
    ImpModule.install(source, options.checkHashBasedPycs());
    sys = SysModule.create();
    modules = (PyDict) sys.dict.get("modules");
    PyModule b = BuiltinsModule.create();
    builtins = b.dict;
    Obj.setRuntime(this);
    modules.put("sys", sys);
    modules.put("builtins", b);
    configure(source);
    startImportlib();
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
    d.put("executable", PyStr.of(""));
    d.put("_base_executable", PyStr.of(""));
    PyList argv = new PyList();
    for (String a : options.arguments()) {
      argv.append(PyStr.of(a));
    }
    d.put("argv", argv);
    d.put("orig_argv", new PyList(argv.toArray()));
    PyList path = new PyList();
    for (String p : options.path()) {
      path.append(PyStr.of(p));
    }
    path.append(PyStr.of(lib));
    d.put("path", path);
    PyObject zero = PyInt.ZERO;
    d.put(
        "flags",
        PyStructSequence.of(
            SysModule.FLAGS,
            zero,
            zero,
            zero,
            PyInt.of(options.optimize()),
            PyInt.of(options.dontWriteBytecode() ? 1 : 0),
            zero,
            zero,
            zero,
            PyInt.of(options.verbose()),
            zero,
            zero,
            PyInt.ONE,
            zero,
            PyBool.FALSE,
            PyInt.ONE,
            zero,
            PyBool.FALSE,
            PyInt.of(4300),
            PyInt.ONE,
            zero,
            zero));
    d.put("dont_write_bytecode", PyBool.of(options.dontWriteBytecode()));
    PyStandardStream out =
        new PyStandardStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            null,
            "<stdout>",
            1,
            "strict");
    PyStandardStream err =
        new PyStandardStream(
            new FileOutputStream(FileDescriptor.err), null, "<stderr>", 2, "backslashreplace");
    PyStandardStream in =
        new PyStandardStream(null, new FileInputStream(FileDescriptor.in), "<stdin>", 0, "strict");
    d.put("stdin", in);
    d.put("stdout", out);
    d.put("stderr", err);
    d.put("__stdin__", in);
    d.put("__stdout__", out);
    d.put("__stderr__", err);
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
    modules.put("importlib._bootstrap", boot);
    modules.put("importlib._bootstrap_external", external);
  }

  private PyModule bootModule(String name, String file) {
    PyModule m = PyModule.named(name);
    modules.put(name, m);
    Path cache = options.library().resolve("importlib/__pycache__/" + file + ".cpython-314.pyc");
    PyCode code;
    try {
      code = (PyCode) MarshalModule.read(Files.readAllBytes(cache), 16);
    } catch (IOException e) {
      throw new IllegalStateException("no importlib in " + cache, e);
    }
    m.dict.put(Names.BUILTINS, builtins);
    Execution.run(code, m.dict, m.dict, null);
    return m;
  }

  /** {@code sys}. */
  public PyModule sys() {
    return sys;
  }

  /** Makes the module {@code __main__}. */
  public PyModule mainModule() {
    PyModule m = PyModule.named("__main__");
    m.dict.put(Names.BUILTINS, modules.get("builtins"));
    modules.put("__main__", m);
    return m;
  }

  @Override
  public PyDict builtins() {
    return builtins;
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
    if (f == null || f.code.localCount == 0) {
      throw Exc.runtimeError("super(): no arguments");
    }
    PyObject self = f.s[0];
    if (self instanceof PyCell c) {
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
}
