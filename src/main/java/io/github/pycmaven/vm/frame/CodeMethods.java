package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import java.util.ArrayList;
import java.util.List;

/** The attributes and methods of {@code code}. */
@BuiltinType("code")
final class CodeMethods {
  private CodeMethods() {}

  private static PyTuple names(PyCode c, int kinds) {
    List<PyObject> out = new ArrayList<>();
    for (int i = 0; i < c.localCount; i++) {
      if ((c.localKinds[i] & kinds) != 0) {
        out.add(c.localNames[i]);
      }
    }
    return PyTuple.over(out.toArray(new PyObject[0]));
  }

  @Getter(value = "co_argcount", member = true)
  static int argCount(PyCode self) {
    return self.argCount;
  }

  @Getter(value = "co_posonlyargcount", member = true)
  static int posOnlyArgCount(PyCode self) {
    return self.posOnlyCount;
  }

  @Getter(value = "co_kwonlyargcount", member = true)
  static int kwOnlyArgCount(PyCode self) {
    return self.kwOnlyCount;
  }

  @Getter(value = "co_nlocals", member = true)
  static int localCount(PyCode self) {
    return names(self, PyCode.KIND_LOCAL).items.length;
  }

  @Getter(value = "co_stacksize", member = true)
  static int stackSize(PyCode self) {
    return self.stackSize;
  }

  @Getter(value = "co_flags", member = true)
  static int flags(PyCode self) {
    return self.flags;
  }

  @Getter("co_code")
  static PyObject code(PyCode self) {
    return new PyBytes(self.bytes);
  }

  @Getter("_co_code_adaptive")
  static PyObject adaptive(PyCode self) {
    return new PyBytes(self.bytes);
  }

  @Getter(value = "co_consts", member = true)
  static PyObject consts(PyCode self) {
    return PyTuple.over(self.consts);
  }

  @Getter(value = "co_names", member = true)
  static PyObject names(PyCode self) {
    return PyTuple.over(self.names.clone());
  }

  @Getter("co_varnames")
  static PyObject varNames(PyCode self) {
    return names(self, PyCode.KIND_LOCAL);
  }

  @Getter("co_cellvars")
  static PyObject cellVars(PyCode self) {
    return names(self, PyCode.KIND_CELL);
  }

  @Getter("co_freevars")
  static PyObject freeVars(PyCode self) {
    return names(self, PyCode.KIND_FREE);
  }

  @Getter(value = "co_filename", member = true)
  static PyObject filename(PyCode self) {
    return self.filename;
  }

  @Getter(value = "co_name", member = true)
  static PyObject name(PyCode self) {
    return self.name;
  }

  @Getter(value = "co_qualname", member = true)
  static PyObject qualname(PyCode self) {
    return self.qualname;
  }

  @Getter(value = "co_firstlineno", member = true)
  static int firstLine(PyCode self) {
    return self.firstLine;
  }

  @Getter(value = "co_linetable", member = true)
  static PyObject lineTable(PyCode self) {
    return new PyBytes(self.lineTable);
  }

  @Getter(value = "co_exceptiontable", member = true)
  static PyObject exceptionTable(PyCode self) {
    return new PyBytes(self.exceptionTable);
  }

  @Getter("co_doc")
  static PyObject doc(PyCode self) {
    return self.documentation();
  }

  private static PyObject orNone(int v) {
    return v < 0 ? PyNone.NONE : PyInt.of(v);
  }

  @Builtin("co_positions(self, /)")
  static PyObject positions(PyCode self) {
    PyList out = new PyList();
    for (LocationTable.Entry e : LocationTable.entries(self.lineTable, self.firstLine)) {
      PyTuple t =
          PyTuple.of(
              orNone(e.line()), orNone(e.endLine()), orNone(e.column()), orNone(e.endColumn()));
      for (int i = e.start(); i < e.end(); i++) {
        out.append(t);
      }
    }
    return Obj.iter(out);
  }

  @Builtin("co_lines(self, /)")
  static PyObject lines(PyCode self) {
    PyList out = new PyList();
    int start = -1;
    int end = 0;
    int line = 0;
    for (LocationTable.Entry e : LocationTable.entries(self.lineTable, self.firstLine)) {
      if (start >= 0 && e.line() == line) {
        end = e.end();
        continue;
      }
      if (start >= 0) {
        out.append(PyTuple.of(PyInt.of(start * 2L), PyInt.of(end * 2L), orNone(line)));
      }
      start = e.start();
      end = e.end();
      line = e.line();
    }
    if (start >= 0) {
      out.append(PyTuple.of(PyInt.of(start * 2L), PyInt.of(end * 2L), orNone(line)));
    }
    return Obj.iter(out);
  }

  @Builtin("_varname_from_oparg(self, oparg, /)")
  static PyObject varName(PyCode self, int i) {
    return self.localNames[i];
  }

  @Builtin("replace(self, /, **changes)")
  static PyObject replace(PyCode self, PyDict changes) {
    return CodeReplacement.replace(self, changes);
  }

  @Builtin("__replace__(self, /, **changes)")
  static PyObject replaceSpecial(PyCode self, PyDict changes) {
    return CodeReplacement.replace(self, changes);
  }

  @RichCompare(equalityOnly = true)
  static PyObject compare(PyCode self, PyObject other, int op) {
    if (!(other instanceof PyCode o)) {
      return PyNotImplemented.INSTANCE;
    }
    return PyBool.of(equal(self, o) == (op == 2));
  }

  private static boolean equal(PyCode a, PyCode b) {
    return a == b
        || a.name.equals(b.name)
            && a.argCount == b.argCount
            && a.posOnlyCount == b.posOnlyCount
            && a.kwOnlyCount == b.kwOnlyCount
            && a.flags == b.flags
            && a.firstLine == b.firstLine
            && java.util.Arrays.equals(a.bytes, b.bytes)
            && java.util.Arrays.equals(a.names, b.names)
            && java.util.Arrays.equals(a.localNames, b.localNames)
            && java.util.Arrays.equals(a.lineTable, b.lineTable)
            && java.util.Arrays.equals(a.exceptionTable, b.exceptionTable)
            && equalConsts(a.consts, b.consts);
  }

  private static boolean equalConsts(PyObject[] a, PyObject[] b) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (a[i].type != b[i].type || !Obj.same(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyCode self) {
    return self.name.hashCode() * 31L + java.util.Arrays.hashCode(self.bytes);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyCode self) {
    return "<code object "
        + self.name
        + " at "
        + Identity.address(self)
        + ", file \""
        + self.filename
        + "\", line "
        + self.firstLine
        + ">";
  }
}
