package io.github.pycmaven.vm.module.imp;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.host.WorkingDirectory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The path hook for archives: brings {@code zipimport} in when there is a file to look into. */
@BuiltinType("archivehook")
public final class PyArchiveHook extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("archivehook", new PyArchiveHookTable()).uninstantiable();

  /** Whether {@code zipimport} is being imported. */
  private static boolean loading;

  public PyArchiveHook() {
    super(TYPE);
  }

  @Builtin("__call__(self, path, /)")
  static PyObject call(PyArchiveHook self, PyObject path) {
    // A path inside of an archive is no file itself, but one of its parents is.
    Path p = path instanceof PyStr s ? WorkingDirectory.resolve(s.value) : null;
    while (p != null && !Files.exists(p)) {
      p = p.getParent();
    }
    if (p == null || !Files.isRegularFile(p)) {
      throw Exc.raise(Exc.ImportError, "not a Zip file");
    }
    if (loading) {
      // What zipimport itself imports does not come out of this file.
      throw Exc.raise(Exc.ImportError, "not a Zip file");
    }
    loading = true;
    PyObject zipimport;
    try {
      zipimport = Obj.importModule("zipimport");
    } finally {
      loading = false;
      forgetRefusals();
    }
    return Obj.getAttr(zipimport, "zipimporter").call1(path);
  }

  /** What was refused meanwhile may be an archive after all. */
  private static void forgetRefusals() {
    PyObject cache = Obj.getAttr(Obj.importModule("sys"), "path_importer_cache");
    if (cache instanceof PyDict d) {
      for (PyObject path : Obj.toArray(d)) {
        if (d.get(path) == PyNone.NONE) {
          d.remove(path);
        }
      }
    }
  }
}
