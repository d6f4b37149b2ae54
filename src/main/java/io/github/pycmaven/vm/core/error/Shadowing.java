package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/**
 * What a module's specification tells about an attribute that is missing: a file of the program
 * that hides another module, an import that has not ended.
 *
 * @cpython Objects/moduleobject.c:_PyModule_IsPossiblyShadowing
 */
public final class Shadowing {
  /** The module's file, or null. */
  public final String origin;

  /** Whether the file lies where the program's own modules are looked for first. */
  public final boolean possible;

  /** Whether a module of the library has the same name. */
  public final boolean hidesLibrary;

  /** Whether the module is still being imported. */
  public final boolean initializing;

  /** Asks the specification of the module of that name. */
  public Shadowing(PyObject spec, PyObject name) {
    String file = null;
    boolean busy = false;
    if (spec != null && spec != PyNone.NONE) {
      PyObject located = Obj.getAttrOrNull(spec, PyStr.intern("has_location"));
      PyObject o = Obj.getAttrOrNull(spec, PyStr.intern("origin"));
      if (located != null && Obj.isTrue(located) && o instanceof PyStr s) {
        file = s.value;
      }
      PyObject b = Obj.getAttrOrNull(spec, PyStr.intern("_initializing"));
      busy = b != null && Obj.isTrue(b);
    }
    origin = file;
    initializing = busy;
    possible = file != null && isFirst(file);
    PyObject library =
        possible
            ? Obj.getAttrOrNull(Obj.importModule("sys"), PyStr.intern("stdlib_module_names"))
            : null;
    hidesLibrary = library != null && Obj.contains(library, name);
  }

  private static boolean isFirst(String file) {
    PyObject sys = Obj.importModule("sys");
    PyObject path = Obj.getAttrOrNull(sys, PyStr.intern("path"));
    PyObject flags = Obj.getAttrOrNull(sys, PyStr.intern("flags"));
    PyObject safe = flags == null ? null : Obj.getAttrOrNull(flags, PyStr.intern("safe_path"));
    if (!(path instanceof PyList l)
        || l.size() == 0
        || !(l.get(0) instanceof PyStr first)
        || safe != null && Obj.isTrue(safe)) {
      return false;
    }
    int end = file.lastIndexOf('/');
    if (end > 0 && file.substring(end + 1).equals("__init__.py")) {
      end = file.lastIndexOf('/', end - 1);
    }
    return end >= 0 && file.substring(0, end).equals(first.value);
  }
}
