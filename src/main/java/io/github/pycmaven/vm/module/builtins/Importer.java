package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PyTraceback;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;

/**
 * {@code __import__}: what is loaded already is answered here, the rest by importlib.
 *
 * @cpython Python/import.c:PyImport_ImportModuleLevelObject
 */
public final class Importer {
  private static final PyStr INITIALIZING = PyStr.intern("_initializing");

  private static boolean timed;

  /** How deep imports nest, and the time of those inside the current one. */
  private static int depth;

  private static long inner;

  private Importer() {}

  private static PyObject bootstrap() {
    return Obj.runtime().modules().get(PyStr.intern("_frozen_importlib"));
  }

  static PyObject importName(PyObject name, PyObject globals, PyObject fromList, int level) {
    if (!(name instanceof PyStr n)) {
      throw Exc.typeError("module name must be a string");
    }
    if (level < 0) {
      throw Exc.valueError("level must be >= 0");
    }
    PyStr full = n;
    if (level > 0) {
      full = resolve(n, globals, level);
    } else if (n.length() == 0) {
      throw Exc.valueError("Empty module name");
    }
    PyObject module = load(full);
    if (!Obj.isTrue(fromList)) {
      if (level > 0 && n.length() == 0) {
        return module;
      }
      int dot = n.value.indexOf('.');
      if (dot < 0) {
        return module;
      }
      if (level == 0) {
        return load(PyStr.of(n.value.substring(0, dot)));
      }
      int cut = full.value.length() - (n.value.length() - dot);
      PyObject top = Obj.runtime().modules().get(PyStr.of(full.value.substring(0, cut)));
      if (top == null) {
        throw Exc.keyError(PyStr.of(full.value.substring(0, cut)));
      }
      return top;
    }
    if (Obj.getAttrOrNull(module, Names.PATH) != null) {
      PyObject b = bootstrap();
      return Calls.method(b, "_handle_fromlist", module, fromList, Obj.getAttr(b, "_gcd_import"));
    }
    return module;
  }

  /** Reports from now on how long imports take, for {@code -X importtime}. */
  public static void reportTimes() {
    timed = true;
    System.err.println("import time: self [us] | cumulative | imported package");
  }

  private static PyObject loadTimed(PyObject bootstrap, PyStr full) {
    long outer = inner;
    inner = 0;
    depth++;
    long start = System.nanoTime();
    try {
      return Calls.method(bootstrap, "_find_and_load", full, Obj.getAttr(bootstrap, "_gcd_import"));
    } finally {
      long all = System.nanoTime() - start;
      depth--;
      System.err.printf(
          java.util.Locale.ROOT,
          "import time: %9d | %10d | %s%s%n",
          (all - inner) / 1000,
          all / 1000,
          "  ".repeat(depth),
          full.value);
      inner = outer + all;
    }
  }

  /** The module of that full name, imported if need be. */
  public static PyObject load(PyStr full) {
    PyObject m = Obj.runtime().modules().get(full);
    if (m != null && m != PyNone.NONE) {
      PyObject spec = Obj.getAttrOrNull(m, Names.SPEC);
      if (spec != null && spec != PyNone.NONE) {
        PyObject busy = Obj.getAttrOrNull(spec, INITIALIZING);
        if (busy != null && Obj.isTrue(busy)) {
          Calls.method(bootstrap(), "_lock_unlock_module", full);
        }
      }
      return m;
    }
    PyObject b = bootstrap();
    if (b == null) {
      throw Exc.raise(Exc.ImportError, "importlib is not there yet: " + full);
    }
    try {
      return timed
          ? loadTimed(b, full)
          : Calls.method(b, "_find_and_load", full, Obj.getAttr(b, "_gcd_import"));
    } catch (PyRaise e) {
      trim(e.value);
      throw e;
    }
  }

  /**
   * Takes importlib's own frames out of a traceback: all of them if the import itself failed, those
   * that led to running a module if the module did.
   *
   * @cpython Python/import.c:remove_importlib_frames
   */
  private static void trim(PyException e) {
    boolean always = e.type.isSubtype(Exc.ImportError);
    PyTraceback kept = null;
    PyTraceback beforeChunk = null;
    boolean inChunk = false;
    for (PyTraceback t = e.traceback; t != null; t = t.next) {
      PyCode code = ((PyFrame) t.frame).code;
      boolean own = code.filename.value.startsWith("<frozen importlib.");
      if (own && !inChunk) {
        beforeChunk = kept;
      }
      inChunk = own;
      if (own && (always || code.name.value.equals("_call_with_frames_removed"))) {
        if (beforeChunk == null) {
          e.traceback = t.next;
        } else {
          beforeChunk.next = t.next;
        }
        kept = beforeChunk;
      } else {
        kept = t;
      }
    }
  }

  private static PyStr resolve(PyStr name, PyObject globals, int level) {
    if (!(globals instanceof PyDict g)) {
      throw globals == null || globals == PyNone.NONE
          ? Exc.keyError(PyStr.of("'__name__' not in globals"))
          : Exc.typeError("globals must be a dict");
    }
    PyObject b = bootstrap();
    PyObject pkg = Calls.method(b, "_calc___package__", g);
    String base = ((PyStr) pkg).value;
    if (base.isEmpty()) {
      throw Exc.raise(Exc.ImportError, "attempted relative import with no known parent package");
    }
    for (int i = 1; i < level; i++) {
      int dot = base.lastIndexOf('.');
      if (dot < 0) {
        throw Exc.raise(Exc.ImportError, "attempted relative import beyond top-level package");
      }
      base = base.substring(0, dot);
    }
    return PyStr.of(name.length() == 0 ? base : base + "." + name);
  }
}
