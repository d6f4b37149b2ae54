package io.github.pycmaven.vm.compile;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Node;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyComplex;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyEllipsis;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyFrozenSet;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The compiler's tree as objects of the module {@code _ast}. */
final class TreeToNodes {
  private static final PyStr LINE = PyStr.intern("lineno");
  private static final PyStr COLUMN = PyStr.intern("col_offset");
  private static final PyStr END_LINE = PyStr.intern("end_lineno");
  private static final PyStr END_COLUMN = PyStr.intern("end_col_offset");

  private final PyDict classes = ((PyModule) Obj.importModule("_ast")).dict;

  /** Operators and contexts: one object of each for a tree. */
  private final Map<Enum<?>, PyObject> operators = new HashMap<>();

  private TreeToNodes() {}

  static PyObject of(Mod tree) {
    return new TreeToNodes().node(tree);
  }

  private PyObject node(Object record) {
    NodeShape shape = NodeShape.of(record);
    PyType cls = (PyType) classes.get(shape.name);
    PyObject node = instance(cls);
    for (NodeShape.Field f : shape.fields) {
      node.instanceSet(f.name, value(f.of(record)));
    }
    absent(cls, node);
    if (shape.hasSpan) {
      Span s = ((Node) record).span();
      node.instanceSet(LINE, PyInt.of(s.line()));
      node.instanceSet(COLUMN, PyInt.of(s.column()));
      node.instanceSet(END_LINE, PyInt.of(s.endLine()));
      node.instanceSet(END_COLUMN, PyInt.of(s.endColumn()));
    }
    return node;
  }

  private static PyObject instance(PyType cls) {
    return Obj.getAttr(cls, "__new__").call1(cls);
  }

  /** Fields that the compiler has no use for: type comments and the like. */
  private static void absent(PyType cls, PyObject node) {
    for (PyObject name : ((PyTuple) Obj.getAttr(cls, "_fields")).items) {
      PyStr n = (PyStr) name;
      if (node.instanceGet(n) == null) {
        node.instanceSet(n, n.value.equals("type_ignores") ? new PyList() : PyNone.NONE);
      }
    }
  }

  private PyObject value(Object v) {
    if (v == null) {
      return PyNone.NONE;
    }
    if (v instanceof String s) {
      return PyStr.intern(s);
    }
    if (v instanceof List<?> all) {
      PyList out = new PyList();
      for (Object o : all) {
        out.append(value(o));
      }
      return out;
    }
    if (v instanceof Integer i) {
      return PyInt.of(i);
    }
    if (v instanceof Boolean b) {
      return PyInt.of(b ? 1 : 0);
    }
    if (v instanceof Constant c) {
      return constant(c);
    }
    if (v instanceof Enum<?> e) {
      return operators.computeIfAbsent(
          e, k -> instance((PyType) classes.get(NodeShape.className(k))));
    }
    return node(v);
  }

  /** A constant as the object that code would load. */
  static PyObject constant(Constant c) {
    if (c instanceof Constant.Singleton s) {
      switch (s) {
        case NONE:
          return PyNone.NONE;
        case TRUE:
          return PyBool.TRUE;
        case FALSE:
          return PyBool.FALSE;
        default:
          return PyEllipsis.INSTANCE;
      }
    }
    if (c instanceof Constant.Int i) {
      return PyInt.of(i.value());
    }
    if (c instanceof Constant.BigInt i) {
      return PyInt.of(i.value());
    }
    if (c instanceof Constant.Float f) {
      return new PyFloat(f.value());
    }
    if (c instanceof Constant.Complex z) {
      return new PyComplex(z.real(), z.imaginary());
    }
    if (c instanceof Constant.Str s) {
      return s.codePoints() != null
          ? PyStr.ofPoints(s.codePoints(), 0, s.codePoints().length)
          : PyStr.of(s.value());
    }
    if (c instanceof Constant.Bytes b) {
      return new PyBytes(b.value());
    }
    if (c instanceof Constant.Tuple t) {
      return PyTuple.over(all(t.elements()));
    }
    if (c instanceof Constant.FrozenSet f) {
      return PyFrozenSet.of(all(f.elements()));
    }
    throw new IllegalStateException(c.getClass().getName());
  }

  private static PyObject[] all(List<Constant> constants) {
    PyObject[] out = new PyObject[constants.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = constant(constants.get(i));
    }
    return out;
  }
}
