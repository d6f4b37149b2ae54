package io.github.pycmaven.vm.module.ast;

import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.BuiltinModule;

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
      String[] parts = row.split(" ");
      PyDict d = new PyDict();
      d.put(Names.MODULE, PyStr.intern("ast"));
      d.put("_fields", names(parts[2]));
      d.put(Names.MATCH_ARGS, names(parts[2]));
      d.put("_attributes", names(parts[3]));
      for (String field : parts[4].split(",")) {
        if (field.endsWith("?")) {
          d.put(field.substring(0, field.length() - 1), PyNone.NONE);
        }
      }
      d.put("_kinds", PyStr.of(parts[4]));
      PyStr name = PyStr.intern(parts[0]);
      m.dict.put(name, PyType.TYPE.call3(name, PyTuple.of(m.dict.get(parts[1])), d));
    }
    return m;
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
