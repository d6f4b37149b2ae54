package io.github.pycmaven.vm.module.ast;

import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.op.Operators;

/** The module {@code _ast}: the classes of tree nodes. */
@BuiltinModule("_ast")
public final class AstModule {
  private AstModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new AstModuleTable());
    m.dict.put("AST", PyNode.TYPE);
    m.dict.put("PyCF_ONLY_AST", PyInt.of(0x400));
    m.dict.put("PyCF_TYPE_COMMENTS", PyInt.of(0x1000));
    m.dict.put("PyCF_ALLOW_TOP_LEVEL_AWAIT", PyInt.of(0x2000));
    m.dict.put("PyCF_OPTIMIZED_AST", PyInt.of(0x8400));
    for (String row : NodeClasses.ROWS) {
      define(m, row.split(" ", 5));
    }
    for (String row : NodeClasses.ROWS) {
      String[] parts = row.split(" ", 5);
      if (!parts[3].equals("-")) {
        ((PyType) m.dict.get(parts[0])).put(PyStr.intern("_field_types"), types(m, parts[3]));
      }
    }
    return m;
  }

  private static void define(PyModule m, String[] parts) {
    PyDict d = new PyDict();
    d.put(Names.MODULE, PyStr.intern("ast"));
    PyObject fields = fields(parts[3]);
    d.put("_fields", fields);
    d.put(Names.MATCH_ARGS, fields);
    if (parts[2].equals("+")) {
      d.put("_attributes", names("lineno,col_offset,end_lineno,end_col_offset"));
      d.put("end_lineno", PyNone.NONE);
      d.put("end_col_offset", PyNone.NONE);
    } else if (parts[1].equals("AST")) {
      d.put("_attributes", PyTuple.EMPTY);
    }
    d.put("__doc__", PyStr.of(parts[4]));
    for (String field : parts[3].split(",")) {
      if (field.indexOf('?') >= 0) {
        d.put(field.substring(0, field.indexOf('?')), PyNone.NONE);
      }
    }
    PyStr name = PyStr.intern(parts[0]);
    m.dict.put(name, PyType.TYPE.call3(name, PyTuple.of(m.dict.get(parts[1])), d));
  }

  private static int mark(String field) {
    int i = 0;
    while (".?*!".indexOf(field.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static PyObject fields(String list) {
    if (list.equals("-")) {
      return PyTuple.EMPTY;
    }
    StringBuilder out = new StringBuilder();
    for (String field : list.split(",")) {
      out.append(out.length() > 0 ? "," : "").append(field, 0, mark(field));
    }
    return names(out.toString());
  }

  /** What the fields hold, as annotations say it. */
  private static PyObject types(PyModule m, String list) {
    PyDict out = new PyDict();
    for (String field : list.split(",")) {
      int i = mark(field);
      String name = field.substring(i + 1);
      PyObject type = m.dict.get(name);
      if (type == null) {
        type = Obj.runtime().builtins().get(name);
      }
      if (field.charAt(i) == '*') {
        type = PyGenericAlias.make(PyList.TYPE, type);
      } else if (field.charAt(i) == '?') {
        type = Operators.binary(Operators.OR, type, PyNone.NONE);
      }
      out.put(PyStr.intern(field.substring(0, i)), type);
    }
    return out;
  }

  private static PyObject names(String list) {
    if (list.equals("-")) {
      return PyTuple.EMPTY;
    }
    String[] parts = list.split(",");
    PyObject[] out = new PyObject[parts.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = PyStr.intern(parts[i]);
    }
    return new PyTuple(out);
  }
}
