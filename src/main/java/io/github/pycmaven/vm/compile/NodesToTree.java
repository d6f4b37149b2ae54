package io.github.pycmaven.vm.compile;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Alias;
import io.github.pycmaven.compiler.ast.Arg;
import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.BoolOperator;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.compiler.ast.Comprehension;
import io.github.pycmaven.compiler.ast.ExceptHandler;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Keyword;
import io.github.pycmaven.compiler.ast.MatchCase;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.compiler.ast.UnaryOperator;
import io.github.pycmaven.compiler.ast.WithItem;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
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
import io.github.pycmaven.vm.core.object.PyUnion;
import io.github.pycmaven.vm.core.type.PyType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects of the module {@code _ast} as the compiler's tree.
 *
 * @cpython Parser/asdl_c.py:Obj2ModVisitor
 */
final class NodesToTree {
  private final PyDict classes = ((PyModule) Obj.importModule("_ast")).dict;

  private NodesToTree() {}

  /** Whether an object is a node at all. */
  static boolean isNode(PyObject o) {
    return o.type != PyNone.NONE.type
        && Obj.importModule("_ast") instanceof PyModule m
        && o.type.isSubtype((PyType) m.dict.get("AST"));
  }

  /** The tree of a whole source, which must be of a given class. */
  static Mod of(PyObject node, String expected) {
    NodesToTree t = new NodesToTree();
    if (!node.type.isSubtype((PyType) t.classes.get(expected))) {
      throw Exc.typeError("expected " + expected + " node, got " + node.type.shortName());
    }
    Mod tree = (Mod) t.convert(node, Mod.class, null);
    TreeValidation.check(tree);
    return tree;
  }

  private static String sumName(Class<?> type) {
    if (type == Mod.class) {
      return "mod";
    }
    if (type == Stmt.class) {
      return "stmt";
    }
    if (type == Expr.class) {
      return "expr";
    }
    if (type == Pattern.class) {
      return "pattern";
    }
    if (type == TypeParam.class) {
      return "type_param";
    }
    if (type == ExceptHandler.class) {
      return "excepthandler";
    }
    if (type == ExprContext.class) {
      return "expr_context";
    }
    if (type == BinaryOperator.class) {
      return "operator";
    }
    if (type == BoolOperator.class) {
      return "boolop";
    }
    if (type == UnaryOperator.class) {
      return "unaryop";
    }
    if (type == CompareOperator.class) {
      return "cmpop";
    }
    return null;
  }

  private static String productName(Class<?> type) {
    if (type == Alias.class) {
      return "alias";
    }
    if (type == Arg.class) {
      return "arg";
    }
    if (type == Arguments.class) {
      return "arguments";
    }
    if (type == Comprehension.class) {
      return "comprehension";
    }
    if (type == Keyword.class) {
      return "keyword";
    }
    if (type == MatchCase.class) {
      return "match_case";
    }
    return type == WithItem.class ? "withitem" : null;
  }

  /** The class of {@code _ast} with a shape that the object's class derives from. */
  private NodeShape shapeOf(PyObject o, Class<?> type) {
    for (PyType t : o.type.mro) {
      if (classes.get(t.shortName()) == t) {
        NodeShape s = NodeShape.named(t.shortName());
        if (s != null && type.isAssignableFrom(s.record)) {
          return s;
        }
      }
    }
    return null;
  }

  private Object convert(PyObject o, Class<?> type, NodeShape owner) {
    if (type == String.class) {
      return text(o, owner);
    }
    if (type == Constant.class) {
      return constant(o);
    }
    if (type == int.class || type == boolean.class) {
      if (!(o instanceof PyInt i)) {
        throw Exc.valueError("invalid integer value: " + Obj.repr(o));
      }
      int n = i.clippedInt();
      return type == int.class ? (Object) n : (Object) (n != 0);
    }
    if (o == PyNone.NONE) {
      return null;
    }
    if (Enum.class.isAssignableFrom(type)) {
      return operator(o, type);
    }
    NodeShape shape = shapeOf(o, type);
    if (shape == null) {
      String sum = sumName(type);
      if (sum != null) {
        throw Exc.typeError("expected some sort of " + sum + ", but got " + Obj.repr(o));
      }
      shape = NodeShape.named(productName(type));
    }
    ThreadState ts = ThreadState.current();
    ts.enterNative(" during  ast construction");
    try {
      return make(o, shape, sumName(type));
    } finally {
      ts.leaveNative();
    }
  }

  private Object operator(PyObject o, Class<?> type) {
    for (PyType t : o.type.mro) {
      if (classes.get(t.shortName()) == t) {
        Enum<?> e = NodeShape.operator(t.shortName());
        if (type.isInstance(e)) {
          return e;
        }
      }
    }
    throw Exc.typeError("expected some sort of " + sumName(type) + ", but got " + Obj.repr(o));
  }

  private Object make(PyObject o, NodeShape shape, String sum) {
    Span span = shape.hasSpan ? span(o, sum == null ? shape.name : sum) : null;
    Object[] values = new Object[shape.fields.length + (shape.hasSpan ? 1 : 0)];
    for (int i = 0; i < shape.fields.length; i++) {
      NodeShape.Field f = shape.fields[i];
      PyObject v = Obj.getAttrOrNull(o, f.name);
      if (f.isList) {
        values[i] = list(v, f, shape);
      } else {
        boolean optional = isOptional(shape, f.name.value);
        if (v == null) {
          if (!optional) {
            throw Exc.typeError("required field \"" + f.name + "\" missing from " + shape.name);
          }
          v = PyNone.NONE;
        }
        if (v == PyNone.NONE && optional) {
          values[i] = f.type == int.class ? (Object) 0 : null;
        } else if (v == PyNone.NONE
            && f.type != Constant.class
            && (f.type.isInterface() || f.type == String.class || f.type.isRecord())) {
          throw Exc.valueError("field '" + f.name + "' is required for " + shape.name);
        } else {
          values[i] = convert(v, f.type, shape);
        }
      }
    }
    if (shape.hasSpan) {
      values[values.length - 1] = span;
    }
    return shape.make(values);
  }

  private boolean isOptional(NodeShape shape, String field) {
    PyObject types = Obj.getAttr((PyType) classes.get(shape.name), PyStr.intern("_field_types"));
    return ((PyDict) types).get(field) instanceof PyUnion;
  }

  private List<Object> list(PyObject v, NodeShape.Field f, NodeShape shape) {
    List<Object> out = new ArrayList<>();
    if (v == null) {
      return out;
    }
    if (!(v instanceof PyList l)) {
      throw Exc.typeError(
          shape.name + " field \"" + f.name + "\" must be a list, not a " + v.type.name);
    }
    int n = l.size;
    for (int i = 0; i < n; i++) {
      if (l.size != n) {
        throw Exc.runtimeError(
            shape.name + " field \"" + f.name + "\" changed size during iteration");
      }
      out.add(convert(l.items[i], f.type, shape));
    }
    return out;
  }

  private static Span span(PyObject o, String owner) {
    int line = number(o, "lineno", owner, null);
    int column = number(o, "col_offset", owner, null);
    int endLine = number(o, "end_lineno", owner, line);
    int endColumn = number(o, "end_col_offset", owner, column);
    return new Span(line, column, endLine, endColumn);
  }

  private static int number(PyObject o, String name, String owner, Integer otherwise) {
    PyObject v = Obj.getAttrOrNull(o, PyStr.intern(name));
    if (otherwise != null && (v == null || v == PyNone.NONE)) {
      return otherwise;
    }
    if (v == null) {
      throw Exc.typeError("required field \"" + name + "\" missing from " + owner);
    }
    if (!(v instanceof PyInt i)) {
      throw Exc.valueError("invalid integer value: " + Obj.repr(v));
    }
    return i.clippedInt();
  }

  private static String text(PyObject o, NodeShape owner) {
    if (o == PyNone.NONE) {
      return null;
    }
    if (o.type != PyStr.TYPE) {
      throw Exc.typeError(
          owner.name.equals("Constant")
              ? "AST string must be of type str"
              : "AST identifier must be of type str");
    }
    return ((PyStr) o).value;
  }

  /** What a Constant may hold. */
  static Constant constant(PyObject o) {
    if (o == PyNone.NONE) {
      return Constant.Singleton.NONE;
    }
    if (o instanceof PyBool b) {
      return Constant.Singleton.of(b == PyBool.TRUE);
    }
    if (o == PyEllipsis.INSTANCE) {
      return Constant.Singleton.ELLIPSIS;
    }
    if (o.type == PyInt.TYPE) {
      BigInteger big = ((PyInt) o).big();
      return big.bitLength() < Long.SIZE
          ? new Constant.Int(big.longValue())
          : new Constant.BigInt(big);
    }
    if (o.type == PyFloat.TYPE) {
      return new Constant.Float(((PyFloat) o).value);
    }
    if (o.type == PyComplex.TYPE) {
      return new Constant.Complex(((PyComplex) o).real, ((PyComplex) o).imaginary);
    }
    if (o.type == PyStr.TYPE) {
      PyStr s = (PyStr) o;
      return s.points != null
          ? Constant.Str.ofCodePoints(s.points, s.points.length)
          : new Constant.Str(s.value);
    }
    if (o.type == PyBytes.TYPE) {
      return new Constant.Bytes(((PyBytes) o).value.clone());
    }
    if (o.type == PyTuple.TYPE) {
      return new Constant.Tuple(all(((PyTuple) o).items));
    }
    if (o.type == PyFrozenSet.TYPE) {
      return new Constant.FrozenSet(all(Obj.toArray(o)));
    }
    throw refused(o);
  }

  private static PyRaise refused(PyObject o) {
    return Exc.typeError("got an invalid type in Constant: " + o.type.name);
  }

  private static List<Constant> all(PyObject[] items) {
    List<Constant> out = new ArrayList<>();
    for (PyObject o : items) {
      out.add(constant(o));
    }
    return out;
  }
}
