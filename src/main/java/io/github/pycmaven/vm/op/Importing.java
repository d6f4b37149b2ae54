package io.github.pycmaven.vm.op;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyImportError;
import io.github.pycmaven.vm.core.error.Shadowing;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/** The import statements. */
public final class Importing {
  private Importing() {}

  /** {@code IMPORT_NAME}: calls {@code __import__}. */
  public static PyObject importName(
      PyDict globals,
      PyObject locals,
      PyDict builtins,
      PyStr name,
      PyObject level,
      PyObject fromList) {
    PyObject f = GlobalSites.builtin(builtins, PyStr.intern("__import__"));
    if (f == null) {
      throw Exc.raise(Exc.ImportError, "__import__ not found");
    }
    return f.callN(new PyObject[] {name, globals, PyNone.orNone(locals), fromList, level});
  }

  /** {@code IMPORT_FROM}. */
  public static PyObject importFrom(PyObject module, PyStr name) {
    PyObject v = Obj.getAttrOrNull(module, name);
    if (v != null) {
      return v;
    }
    PyObject moduleName = Obj.getAttrOrNull(module, Names.NAME);
    if (moduleName instanceof PyStr m) {
      PyObject sub = Obj.runtime().modules().get(PyStr.of(m + "." + name));
      if (sub != null) {
        return sub;
      }
    }
    throw missing(module, moduleName, name);
  }

  private static RuntimeException missing(PyObject module, PyObject moduleName, PyStr name) {
    String shown = moduleName instanceof PyStr m ? m.value : "<unknown module name>";
    PyObject file = Obj.getAttrOrNull(module, Names.FILE);
    Shadowing s = new Shadowing(Obj.getAttrOrNull(module, Names.SPEC), PyStr.of(shown));
    String where = s.origin != null ? s.origin : file instanceof PyStr p ? p.value : null;
    String wanted = "cannot import name '" + name + "' from ";
    String quoted = "'" + shown + "'";
    String text;
    if (s.hidesLibrary) {
      text =
          wanted
              + quoted
              + " (consider renaming '"
              + where
              + "' since it has the same name as the standard library module named "
              + quoted
              + " and prevents importing that standard library module)";
    } else if (s.initializing && s.possible) {
      text =
          wanted
              + quoted
              + " (consider renaming '"
              + where
              + "' if it has the same name as a library you intended to import)";
    } else if (s.initializing) {
      text =
          wanted
              + "partially initialized module "
              + quoted
              + " (most likely due to a circular import)"
              + (where == null ? "" : " (" + where + ")");
    } else {
      text = wanted + quoted + " (" + (where == null ? "unknown location" : where) + ")";
    }
    PyException e = Exc.make(Exc.ImportError, PyStr.of(text));
    PyImportError i = (PyImportError) e;
    i.message = PyStr.of(text);
    i.name = moduleName;
    i.path = file instanceof PyStr ? file : null;
    i.nameFrom = name;
    return Exc.raise(e);
  }

  /** {@code from module import *}. */
  public static void importStar(PyObject module, PyObject namespace) {
    PyObject all = Obj.getAttrOrNull(module, Names.ALL);
    boolean skip = all == null;
    if (skip) {
      PyObject d = Obj.getAttrOrNull(module, Names.DICT);
      if (d == null) {
        throw Exc.raise(Exc.ImportError, "from-import-* object has no __dict__ and no __all__");
      }
      all = Obj.toList(d);
    }
    for (PyObject n : Obj.toList(all).toArray()) {
      if (!(n instanceof PyStr s)) {
        PyObject moduleName = Obj.getAttrOrNull(module, Names.NAME);
        throw Exc.typeError(
            (skip ? "Key in " : "Item in ")
                + moduleName
                + (skip ? ".__dict__" : ".__all__")
                + " must be str, not "
                + n.type.name);
      }
      if (skip && s.value.startsWith("_")) {
        continue;
      }
      Obj.setItem(namespace, s, Obj.getAttr(module, s));
    }
  }
}
