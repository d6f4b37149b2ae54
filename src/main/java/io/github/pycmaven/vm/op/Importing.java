package io.github.pycmaven.vm.op;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyImportError;
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
    PyObject spec = Obj.getAttrOrNull(module, Names.SPEC);
    PyObject file = Obj.getAttrOrNull(module, Names.FILE);
    boolean busy = false;
    if (spec != null && spec != PyNone.NONE) {
      PyObject b = Obj.getAttrOrNull(spec, PyStr.intern("_initializing"));
      busy = b != null && Obj.isTrue(b);
    }
    String where = file instanceof PyStr p ? p.value : "unknown location";
    String text =
        busy
            ? "cannot import name '"
                + name
                + "' from partially initialized module '"
                + shown
                + "' (most likely due to a circular import) ("
                + where
                + ")"
            : "cannot import name '" + name + "' from '" + shown + "' (" + where + ")";
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
