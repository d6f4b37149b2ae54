package io.github.pycmaven.vm.module.imp;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
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
    return Obj.getAttr(Obj.importModule("zipimport"), "zipimporter").call1(path);
  }
}
