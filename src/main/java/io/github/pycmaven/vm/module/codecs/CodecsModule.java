package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * The module {@code _codecs}: the registry; the codecs are in {@link CodecFunctions}.
 *
 * @cpython Modules/_codecsmodule.c
 */
@BuiltinModule("_codecs")
public final class CodecsModule {
  private static final PyList SEARCHERS = new PyList();
  private static final PyDict FOUND = new PyDict();
  private static final PyDict HANDLERS = new PyDict();

  private static final String[] BUILTIN = {
    "strict",
    "ignore",
    "replace",
    "xmlcharrefreplace",
    "backslashreplace",
    "surrogateescape",
    "surrogatepass",
    "namereplace"
  };

  private CodecsModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new CodecsModuleTable());
    m.add(new CodecFunctionsTable());
    PyModule own = PyModule.of(new ErrorHandlersTable());
    for (String n : BUILTIN) {
      HANDLERS.put(n, own.dict.get(n + "_errors"));
    }
    return m;
  }

  @Builtin("register(search_function, /)")
  static void register(PyObject f) {
    if (!Calls.isCallable(f)) {
      throw Exc.typeError("argument must be callable");
    }
    SEARCHERS.append(f);
  }

  @Builtin("unregister(search_function, /)")
  static void unregister(PyObject f) {
    for (int i = 0; i < SEARCHERS.size(); i++) {
      if (SEARCHERS.get(i) == f) {
        Calls.method(SEARCHERS, "pop", PyInt.of(i));
        FOUND.clear();
        return;
      }
    }
  }

  @Builtin("lookup(encoding, /)")
  static PyObject lookup(String encoding) {
    StringBuilder b = new StringBuilder();
    for (char c : encoding.toCharArray()) {
      b.append(c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    PyStr key = PyStr.of(b.toString());
    PyObject known = FOUND.get((PyObject) key);
    if (known != null) {
      return known;
    }
    if (SEARCHERS.size() == 0) {
      Obj.importModule("encodings");
    }
    for (int i = 0; i < SEARCHERS.size(); i++) {
      PyObject r = SEARCHERS.get(i).call1(key);
      if (r == PyNone.NONE) {
        continue;
      }
      if (!(r instanceof PyTuple t) || t.items.length != 4) {
        throw Exc.typeError("codec search functions must return 4-tuples");
      }
      FOUND.put(key, r);
      return r;
    }
    throw Exc.raise(Exc.LookupError, "unknown encoding: " + encoding);
  }

  private static PyObject run(int which, PyObject o, String encoding, String errors) {
    PyObject f = ((PyTuple) lookup(encoding)).items[which];
    PyObject r = errors == null ? f.call1(o) : f.call2(o, PyStr.of(errors));
    if (!(r instanceof PyTuple t) || t.items.length != 2) {
      throw Exc.typeError(
          (which == 0 ? "encoder" : "decoder") + " must return a tuple (object, integer)");
    }
    return t.items[0];
  }

  @Builtin("encode(obj, encoding='utf-8', errors=<strict>)")
  static PyObject encode(PyObject o, String encoding, PyObject errors) {
    return run(0, o, encoding, errors == null ? null : errors.toString());
  }

  @Builtin("decode(obj, encoding='utf-8', errors=<strict>)")
  static PyObject decode(PyObject o, String encoding, PyObject errors) {
    return run(1, o, encoding, errors == null ? null : errors.toString());
  }

  @Builtin("register_error(errors, handler, /)")
  static void registerError(String name, PyObject handler) {
    if (!Calls.isCallable(handler)) {
      throw Exc.typeError("handler must be callable");
    }
    HANDLERS.put(name, handler);
  }

  @Builtin("_unregister_error(errors, /)")
  static boolean unregisterError(String name) {
    for (String n : BUILTIN) {
      if (n.equals(name)) {
        throw Exc.valueError("cannot un-register built-in error handler '" + name + "'");
      }
    }
    return HANDLERS.remove(PyStr.of(name)) != null;
  }

  @Builtin("lookup_error(name, /)")
  static PyObject lookupError(String name) {
    PyObject h = HANDLERS.get(name);
    if (h == null) {
      throw Exc.raise(Exc.LookupError, "unknown error handler name '" + name + "'");
    }
    return h;
  }
}
