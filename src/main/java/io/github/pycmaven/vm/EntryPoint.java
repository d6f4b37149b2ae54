package io.github.pycmaven.vm;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.module.builtins.Execution;
import io.github.pycmaven.vm.module.imp.PyResourceImporter;

/**
 * Runs an entry point of a packaged application: as {@code runpy} runs modules and scripts, without
 * loading it, and as the start scripts of installed packages call functions.
 *
 * @cpython Lib/runpy.py:_run_module_as_main
 */
final class EntryPoint {
  private static final PyStr CACHED = PyStr.intern("__cached__");
  private static final PyStr PACKAGE = PyStr.intern("__package__");
  private static final PyStr SPEC = PyStr.intern("__spec__");

  private final PythonVm vm;
  private final Application application;
  private final PyModule main;

  EntryPoint(PythonVm vm, Application application, PyModule main) {
    this.vm = vm;
    this.application = application;
    this.main = main;
  }

  int run() {
    switch (application.kind()) {
      case SCRIPT:
        script(application.subject());
        return 0;
      case MODULE:
        module(application.subject());
        return 0;
      default:
        return function();
    }
  }

  private void script(String path) {
    String place = Library.placeOf(application.folder()).toString();
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? place : place + "/" + path.substring(0, slash);
    String name = path.substring(slash + 1);
    PyObject importer = PyResourceImporter.TYPE.call1(PyStr.of(folder));
    if (slash >= 0) {
      // The folder of a script is where its imports begin.
      PyList.setItem((PyList) vm.sys().dict.get("path"), PyInt.ZERO, PyStr.of(folder));
    }
    String module = name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
    PyObject code = Calls.method(importer, "get_code", PyStr.of(module));
    main.dict.put(Names.FILE, PyStr.of(folder + "/" + name));
    main.dict.put(CACHED, PyNone.NONE);
    main.dict.put(Names.LOADER, importer);
    setProgram(folder + "/" + name);
    execute(code);
  }

  private void module(String name) {
    int dot = name.lastIndexOf('.');
    PyObject path = PyNone.NONE;
    if (dot > 0) {
      vm.importModule(name.substring(0, dot));
      PyObject parent = vm.modules().get(PyStr.intern(name.substring(0, dot)));
      path = Obj.getAttr(parent, "__path__");
    }
    PyObject boot = vm.modules().get(PyStr.intern("_frozen_importlib"));
    PyObject spec = Calls.method(boot, "_find_spec", PyStr.of(name), path);
    if (spec == PyNone.NONE) {
      throw Exc.raise(Exc.ImportError, "No module named " + name);
    }
    if (Obj.getAttr(spec, "submodule_search_locations") != PyNone.NONE) {
      module(name + ".__main__");
      return;
    }
    PyObject loader = Obj.getAttr(spec, "loader");
    PyObject code = Calls.method(loader, "get_code", PyStr.of(name));
    PyObject origin = Obj.getAttr(spec, "origin");
    main.dict.put(Names.FILE, origin);
    main.dict.put(CACHED, Obj.getAttr(spec, "cached"));
    main.dict.put(Names.LOADER, loader);
    main.dict.put(PACKAGE, Obj.getAttr(spec, "parent"));
    main.dict.put(SPEC, spec);
    setProgram(Obj.str(origin));
    execute(code);
  }

  private int function() {
    setProgram(application.name());
    vm.importModule(application.subject());
    PyObject value = vm.modules().get(PyStr.intern(application.subject()));
    for (String part : application.function().split("\\.")) {
      value = Obj.getAttr(value, part);
    }
    throw Exc.raise(Exc.SystemExit, value.call0());
  }

  private void setProgram(String name) {
    PyList.setItem((PyList) vm.sys().dict.get("argv"), PyInt.ZERO, PyStr.of(name));
  }

  private void execute(PyObject code) {
    Execution.run((PyCode) code, main.dict, main.dict, null);
  }
}
