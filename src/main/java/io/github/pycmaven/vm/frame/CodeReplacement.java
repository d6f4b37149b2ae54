package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.util.ArrayList;
import java.util.List;

/** {@code code.replace}. */
final class CodeReplacement {
  private final PyDict changes;

  private CodeReplacement(PyDict changes) {
    this.changes = changes;
  }

  static PyCode replace(PyCode c, PyDict changes) {
    PyDict left = changes == null ? new PyDict() : changes.copy();
    PyCode made = new CodeReplacement(left).make(c);
    int i = left.nextIndex(0);
    if (i >= 0) {
      throw Exc.typeError("replace() got an unexpected keyword argument '" + left.keyAt(i) + "'");
    }
    return made;
  }

  private PyCode make(PyCode c) {
    PyStr[] vars = names("co_varnames");
    PyStr[] cells = names("co_cellvars");
    PyStr[] frees = names("co_freevars");
    changes.remove(PyStr.intern("co_nlocals"));
    PyStr[] localNames = c.localNames;
    byte[] kinds = c.localKinds;
    if (vars != null || cells != null || frees != null) {
      List<PyStr> all = new ArrayList<>();
      List<Byte> of = new ArrayList<>();
      layout(c, vars, cells, frees, all, of);
      localNames = all.toArray(new PyStr[0]);
      kinds = new byte[all.size()];
      for (int i = 0; i < kinds.length; i++) {
        kinds[i] = of.get(i);
      }
    }
    return new PyCode(
        number("co_argcount", c.argCount),
        number("co_posonlyargcount", c.posOnlyCount),
        number("co_kwonlyargcount", c.kwOnlyCount),
        number("co_stacksize", c.stackSize),
        number("co_flags", c.flags),
        bytes("co_code", c.bytes),
        items("co_consts", c.consts),
        orElse(names("co_names"), c.names),
        localNames,
        kinds,
        text("co_filename", c.filename),
        text("co_name", c.name),
        text("co_qualname", c.qualname),
        number("co_firstlineno", c.firstLine),
        bytes("co_linetable", c.lineTable),
        bytes("co_exceptiontable", c.exceptionTable));
  }

  private static void layout(
      PyCode c, PyStr[] vars, PyStr[] cells, PyStr[] frees, List<PyStr> all, List<Byte> of) {
    List<PyStr> v = list(c, vars, PyCode.KIND_LOCAL);
    List<PyStr> k = list(c, cells, PyCode.KIND_CELL);
    List<PyStr> f = list(c, frees, PyCode.KIND_FREE);
    for (PyStr n : v) {
      all.add(n);
      of.add((byte) (PyCode.KIND_LOCAL | (k.contains(n) ? PyCode.KIND_CELL : 0)));
    }
    for (PyStr n : k) {
      if (!v.contains(n)) {
        all.add(n);
        of.add((byte) PyCode.KIND_CELL);
      }
    }
    for (PyStr n : f) {
      all.add(n);
      of.add((byte) PyCode.KIND_FREE);
    }
  }

  private static List<PyStr> list(PyCode c, PyStr[] given, int kind) {
    List<PyStr> out = new ArrayList<>();
    if (given != null) {
      out.addAll(List.of(given));
      return out;
    }
    for (int i = 0; i < c.localCount; i++) {
      if ((c.localKinds[i] & kind) != 0) {
        out.add(c.localNames[i]);
      }
    }
    return out;
  }

  private PyObject take(String name) {
    return changes.remove(PyStr.intern(name));
  }

  private int number(String name, int old) {
    PyObject v = take(name);
    return v == null ? old : Obj.index(v).clippedInt();
  }

  private byte[] bytes(String name, byte[] old) {
    PyObject v = take(name);
    if (v == null) {
      return old;
    }
    if (v instanceof PyBytes b) {
      return b.value;
    }
    throw Exc.typeError("replace() argument '" + name + "' must be bytes, not " + v.type.name);
  }

  private PyObject[] items(String name, PyObject[] old) {
    PyObject v = take(name);
    if (v == null) {
      return old;
    }
    if (v instanceof PyTuple t) {
      return t.items;
    }
    throw Exc.typeError("replace() argument '" + name + "' must be tuple, not " + v.type.name);
  }

  private PyStr[] names(String name) {
    PyObject[] a = items(name, null);
    if (a == null) {
      return null;
    }
    PyStr[] out = new PyStr[a.length];
    for (int i = 0; i < out.length; i++) {
      if (!(a[i] instanceof PyStr s)) {
        throw Exc.typeError("name tuples must contain only strings, not '" + a[i].type.name + "'");
      }
      out[i] = s.interned();
    }
    return out;
  }

  private static PyStr[] orElse(PyStr[] a, PyStr[] old) {
    return a == null ? old : a;
  }

  private PyStr text(String name, PyStr old) {
    PyObject v = take(name);
    if (v == null) {
      return old;
    }
    if (v instanceof PyStr s) {
      return s;
    }
    throw Exc.typeError("replace() argument '" + name + "' must be str, not " + v.type.name);
  }
}
